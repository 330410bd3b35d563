import { describe, expect, it } from 'vitest';
import { good, goodJson, status } from '../../support/fake-openai/server.ts';
import { colour, fake, listen, model, never, red, request } from './openai-support.ts';

const words = 'Ein warmer Schal für Sie: „Ärmelschal“ – 🧣 fertig.';
const usage = { inputTokens: 120, outputTokens: 30 };

describe('the Responses interface', () => {
  it('asks for the JSON schema, stores nothing at the endpoint, and reads the text beside the reasoning', async () => {
    const server = await fake(goodJson(red));

    expect(await model(server, { api: 'responses' }).parse(request, colour, never)).toEqual({
      value: red,
      usage,
    });
    expect(server.requests[0]).toMatchObject({
      path: '/v1/responses',
      body: {
        model: 'test-model',
        input: request.messages,
        max_output_tokens: 200,
        store: false,
        text: { format: { type: 'json_schema', name: 'colour', strict: true } },
      },
    });
  });

  it('says the schema in words where it is refused', async () => {
    const server = await fake(({ body }) =>
      JSON.stringify(body.text ?? null).includes('json_schema') ? status(400) : goodJson(red),
    );

    expect((await model(server, { api: 'responses' }).parse(request, colour, never)).value).toEqual(red);
    expect(server.requests[1]?.body).toMatchObject({ text: { format: { type: 'json_object' } } });
    expect(JSON.stringify(server.requests[1]?.body.input)).toContain('JSON Schema');
  });

  it('streams the words, the tokens last', async () => {
    const server = await fake(good(words));

    expect(await listen(model(server, { api: 'responses' }).stream(request, never))).toEqual({
      text: words,
      usage: [usage],
    });
  });

  it('sends what an endpoint offers beyond', async () => {
    const server = await fake(goodJson(red));
    await model(server, { api: 'responses', extraBody: { reasoning: { effort: 'low' } } }).parse(
      request,
      colour,
      never,
    );

    expect(server.requests[0]?.body).toMatchObject({ reasoning: { effort: 'low' } });
  });
});
