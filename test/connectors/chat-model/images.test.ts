import { describe, expect, it } from 'vitest';
import type { ChatRequest } from '../../../src/ports/chat-model.ts';
import { goodJson, status } from '../../support/fake-openai/server.ts';
import { TINY_PICTURES } from '../../support/tiny-pictures.ts';
import { throughLangChain } from './langchain-support.ts';
import { colour, fake, model, never, red, request as words } from './openai-support.ts';

const { png, jpeg } = TINY_PICTURES;
const request: ChatRequest = {
  ...words,
  messages: [
    { role: 'system', content: 'Look.' },
    { role: 'user', content: 'What colour is it?', images: [png, jpeg] },
  ],
};
const urls = [png, jpeg].map(({ mediaType, base64 }) => `data:${mediaType};base64,${base64}`);
/** The first wording of the schema is refused. */
const particular = () =>
  fake(({ body }) => (JSON.stringify(body).includes('json_schema') ? status(400) : goodJson(red)));

describe('pictures of a message', () => {
  const parts = [
    { type: 'text', text: 'What colour is it?' },
    ...urls.map((url) => ({ type: 'image_url', image_url: { url, detail: 'low' } })),
  ];

  it('are parts of it in chat completions, also where the schema is said in words', async () => {
    const server = await particular();

    expect((await model(server).parse(request, colour, never)).value).toEqual(red);
    for (const { body } of server.requests)
      expect(body.messages).toContainEqual({ role: 'user', content: parts });
  });

  it('are parts of it in the Responses interface, also where the schema is said in words', async () => {
    const server = await particular();

    expect((await model(server, { api: 'responses' }).parse(request, colour, never)).value).toEqual(red);
    expect(server.requests).toHaveLength(2);
    for (const { body } of server.requests)
      expect(body.input).toContainEqual({
        role: 'user',
        content: [
          { type: 'input_text', text: 'What colour is it?' },
          ...urls.map((image_url) => ({ type: 'input_image', image_url, detail: 'low' })),
        ],
      });
  });

  it('are parts of it through LangChain', async () => {
    const server = await fake(goodJson(red));

    expect((await throughLangChain(server).chat.parse(request, colour, never)).value).toEqual(red);
    expect(server.requests[0]?.body.messages).toContainEqual({ role: 'user', content: parts });
  });
});
