import type { OpenAI } from 'openai';
import * as z from 'zod';
import type { ChatMessage, ChatRequest } from '../../src/ports/chat-model.ts';
import { toDataUrl } from './data-url.ts';
import type { JsonForm } from './json-form.ts';
import type { ModelEndpoint, WrittenPiece } from './model-endpoint.ts';
import { toModelError } from './model-error.ts';
import { notAnAnswer } from './not-an-answer.ts';
import type { OpenAiEndpointOptions } from './openai-endpoint.ts';
import { createDialect, type RequestDialect } from './request-dialect.ts';

type Body = OpenAI.ChatCompletionCreateParamsNonStreaming;

const usageSchema = z
  .object({ prompt_tokens: z.int().min(0), completion_tokens: z.int().min(0) })
  .transform((usage) => ({ inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens }))
  .nullish()
  .catch(undefined)
  .transform((usage) => usage ?? undefined);

/** A whole answer, as far as it is used. */
const completionSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
  usage: usageSchema,
});

/** One event of a stream, as far as it is used. The event with the usage has no choices. */
const chunkSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: usageSchema,
});

/** Chat completions, the interface OpenAI, Ollama, vLLM and llama.cpp share. Structured answers are asked for by JSON schema. */
export function createChatCompletions(options: OpenAiEndpointOptions): ModelEndpoint {
  const { client, jsonForm } = options;
  const speak = createDialect({
    format: 'json-schema',
    tokenLimit: options.isOpenAi ? 'max_completion_tokens' : 'max_tokens',
    temperature: true,
    streamUsage: true,
  });

  const toBody = (request: ChatRequest, spoken: RequestDialect): Body => ({
    model: options.model,
    messages: request.messages.map(toMessage),
    [spoken.tokenLimit]: request.maxTokens,
    ...(spoken.temperature ? { temperature: request.temperature } : {}),
    ...options.extraBody,
  });

  return {
    name: options.name,
    async answer(request, form, signal) {
      const [{ chat }, asked] = await Promise.all([client(), jsonForm(form)]);
      const answer: unknown = await speak('parse', (spoken) =>
        chat.completions.create(inForm(toBody(request, spoken), asked, spoken.format), { signal }),
      );
      const parsed = completionSchema.safeParse(answer);
      const text = parsed.data?.choices[0]?.message.content ?? '';
      if (text === '') throw notAnAnswer(answer);
      return { text, usage: parsed.data?.usage };
    },
    async write(request, signal) {
      const { chat } = await client();
      const events = await speak('stream', (spoken) =>
        chat.completions.create(
          {
            ...toBody(request, spoken),
            stream: true,
            ...(spoken.streamUsage ? { stream_options: { include_usage: true } } : {}),
          },
          { signal },
        ),
      );
      return readPieces(events);
    },
  };
}

async function* readPieces(events: AsyncIterable<unknown>): AsyncGenerator<WrittenPiece> {
  try {
    for await (const event of events) {
      const parsed = chunkSchema.safeParse(event);
      if (!parsed.success) throw notAnAnswer(event);
      const choice = parsed.data.choices?.[0];
      yield {
        text: choice?.delta?.content ?? '',
        finished: typeof choice?.finish_reason === 'string',
        usage: parsed.data.usage,
      };
    }
  } catch (error) {
    throw toModelError(error);
  }
}

function toMessage({ role, content, images = [] }: ChatMessage): OpenAI.ChatCompletionMessageParam {
  if (role !== 'user' || images.length === 0) return { role, content };
  const parts = images.map((image) => ({
    type: 'image_url' as const,
    image_url: { url: toDataUrl(image), detail: 'low' as const },
  }));
  return { role, content: [{ type: 'text', text: content }, ...parts] };
}

function inForm(body: Body, { name, schema, instruction }: JsonForm, format: RequestDialect['format']): Body {
  if (format === 'json-schema') {
    return {
      ...body,
      response_format: { type: 'json_schema', json_schema: { name, strict: true, schema } },
    };
  }
  const messages = [...instruction, ...body.messages];
  return format === 'json-object'
    ? { ...body, messages, response_format: { type: 'json_object' } }
    : { ...body, messages };
}
