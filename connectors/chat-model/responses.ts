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

type Body = OpenAI.Responses.ResponseCreateParamsNonStreaming;

const usageSchema = z
  .object({ input_tokens: z.int().min(0), output_tokens: z.int().min(0) })
  .transform((usage) => ({ inputTokens: usage.input_tokens, outputTokens: usage.output_tokens }))
  .nullish()
  .catch(undefined)
  .transform((usage) => usage ?? undefined);

/** A whole answer, as far as it is used: reasoning and other parts beside the text are passed over. */
const responseSchema = z.object({
  output: z.array(
    z.object({
      content: z
        .array(z.object({ type: z.string(), text: z.string().optional() }))
        .nullish()
        .catch(undefined),
    }),
  ),
  usage: usageSchema,
});

/** One event of a stream, as far as it is used. */
const eventSchema = z.object({
  type: z.string(),
  delta: z.unknown().optional(),
  response: z.object({ usage: usageSchema }).nullish().catch(undefined),
});

/** OpenAI's Responses interface. Nothing is stored at the endpoint. */
export function createResponses(options: OpenAiEndpointOptions): ModelEndpoint {
  const { client, jsonForm } = options;
  const speak = createDialect({
    format: 'json-schema',
    tokenLimit: 'max_completion_tokens',
    temperature: true,
    streamUsage: false,
  });

  const toBody = (request: ChatRequest, spoken: RequestDialect): Body => ({
    model: options.model,
    input: request.messages.map(toMessage),
    max_output_tokens: request.maxTokens,
    store: false,
    ...(spoken.temperature ? { temperature: request.temperature } : {}),
    ...options.extraBody,
  });

  return {
    name: options.name,
    async answer(request, form, signal) {
      const [{ responses }, asked] = await Promise.all([client(), jsonForm(form)]);
      const answer: unknown = await speak('parse', (spoken) =>
        responses.create(inForm(request, toBody(request, spoken), asked, spoken.format), { signal }),
      );
      const parsed = responseSchema.safeParse(answer);
      const parts = parsed.data?.output.flatMap(({ content }) => content ?? []) ?? [];
      const text = parts.map((part) => (part.type === 'output_text' ? (part.text ?? '') : '')).join('');
      if (text === '') throw notAnAnswer(answer);
      return { text, usage: parsed.data?.usage };
    },
    async write(request, signal) {
      const { responses } = await client();
      const events = await speak('stream', (spoken) =>
        responses.create({ ...toBody(request, spoken), stream: true }, { signal }),
      );
      return readPieces(events);
    },
  };
}

async function* readPieces(events: AsyncIterable<unknown>): AsyncGenerator<WrittenPiece> {
  try {
    for await (const event of events) {
      const parsed = eventSchema.safeParse(event);
      if (!parsed.success || FAILED.has(parsed.data.type)) throw notAnAnswer(event);
      const { type, delta, response } = parsed.data;
      yield {
        text: type === 'response.output_text.delta' && typeof delta === 'string' ? delta : '',
        finished: ENDED.has(type),
        usage: response?.usage,
      };
    }
  } catch (error) {
    throw toModelError(error);
  }
}

/** "incomplete" is an answer that reached its length. */
const ENDED: ReadonlySet<string> = new Set(['response.completed', 'response.incomplete']);
const FAILED: ReadonlySet<string> = new Set(['response.failed', 'error']);

function toMessage({ role, content, images = [] }: ChatMessage): OpenAI.Responses.EasyInputMessage {
  if (role !== 'user' || images.length === 0) return { role, content };
  const parts = images.map((image) => ({
    type: 'input_image' as const,
    image_url: toDataUrl(image),
    detail: 'low' as const,
  }));
  return { role, content: [{ type: 'input_text', text: content }, ...parts] };
}

function inForm(
  request: ChatRequest,
  body: Body,
  { name, schema, instruction }: JsonForm,
  format: RequestDialect['format'],
): Body {
  if (format === 'json-schema') {
    return { ...body, text: { format: { type: 'json_schema', name, strict: true, schema } } };
  }
  const input = [...instruction, ...request.messages].map(toMessage);
  return format === 'json-object'
    ? { ...body, input, text: { format: { type: 'json_object' } } }
    : { ...body, input };
}
