import type { OpenAI } from 'openai';
import { AssistantError, isAssistantError } from '../../src/errors/assistant-error.ts';
import type { ChatChunk, ChatModel, ChatRequest, TokenUsage } from '../../src/ports/chat-model.ts';
import { createCallGuard, untilAborted } from './call-guard.ts';
import { completionChunkSchema, completionSchema, toUsage } from './completion-shape.ts';
import { readJsonAnswer } from './json-answer.ts';
import { toModelError } from './model-error.ts';
import { createLazyOpenAiClient } from './openai-client.ts';
import { type RequestDialect, simplifyDialect } from './request-dialect.ts';
import { createResponseFormats, type ResponseFormat } from './response-format.ts';

export interface OpenAiChatModelOptions {
  /** As the endpoint calls it ("gpt-5-mini"). */
  readonly model: string;
  /** An OpenAI-compatible endpoint; absent: OpenAI's own. */
  readonly baseUrl?: string;
  /** Absent: no Authorization header, as local endpoints like it. */
  readonly apiKey?: string;
  /** Deadline of a whole `parse`, retries and queueing included. */
  readonly parseTimeoutMs: number;
  /** Longest wait for the first words of a `stream`, retries and queueing included. */
  readonly replyTimeoutMs: number;
  /** Longest pause between two pieces of a stream. */
  readonly stallTimeoutMs?: number;
  /** Deadline of a whole `stream`. */
  readonly streamTimeoutMs?: number;
  /** Calls in flight at once. */
  readonly maxConcurrent?: number;
  /** A longer answer is cut there. */
  readonly maxAnswerCharacters?: number;
  readonly maxResponseBytes?: number;
  /** Failures in a row that open the circuit, and how long it stays open before one probe. */
  readonly failuresToOpen?: number;
  readonly circuitOpenMs?: number;
  /** Further fields of the request body, for what an endpoint offers beyond ("reasoning_effort"). */
  readonly extraBody?: Readonly<Record<string, unknown>>;
}

type Body = OpenAI.ChatCompletionCreateParamsNonStreaming;

interface OpenedStream {
  readonly iterator: AsyncIterator<unknown>;
  readonly first: IteratorResult<unknown>;
}

/**
 * A language model behind chat completions, the interface OpenAI, Ollama, vLLM and llama.cpp share.
 *
 * Structured answers are asked for by JSON schema; an endpoint that refuses this, or a parameter, is asked again more simply
 * (at most `MAX_SIMPLIFICATIONS` times, within the same deadline) and remembered.
 */
export function createOpenAiChatModel(options: OpenAiChatModelOptions): ChatModel {
  const maxAnswerCharacters = options.maxAnswerCharacters ?? 8_000;
  const stallTimeoutMs = options.stallTimeoutMs ?? 10_000;
  const streamTimeoutMs = options.streamTimeoutMs ?? 30_000;
  const client = createLazyOpenAiClient({ maxResponseBytes: 4_000_000, ...options });
  const responseFormat = createResponseFormats();
  const guard = createCallGuard({
    maxConcurrent: options.maxConcurrent ?? 32,
    ...(options.failuresToOpen === undefined ? {} : { failuresToOpen: options.failuresToOpen }),
    ...(options.circuitOpenMs === undefined ? {} : { openMs: options.circuitOpenMs }),
  });
  let dialect: RequestDialect = {
    format: 'json-schema',
    tokenLimit: options.baseUrl === undefined ? 'max_completion_tokens' : 'max_tokens',
    temperature: true,
    streamUsage: true,
  };

  /** Sends, more simply after each refusal; what was accepted is kept for the next request. */
  async function speak<T>(
    kind: 'parse' | 'stream',
    send: (dialect: RequestDialect) => Promise<T>,
  ): Promise<T> {
    let attempted = dialect;
    let refusal: AssistantError | undefined;
    for (let simplified = 0; simplified <= MAX_SIMPLIFICATIONS; simplified += 1) {
      try {
        const answer = await send(attempted);
        dialect = attempted;
        return answer;
      } catch (error) {
        const failure = toModelError(error);
        refusal ??= failure;
        if (failure.details.refused !== true) throw failure;
        const simpler = simplifyDialect(attempted, kind, failure.details.param);
        if (simpler === undefined) break;
        attempted = simpler;
      }
    }
    throw refusal ?? new AssistantError('MODEL_FAILED', 'The model endpoint refused the request');
  }

  function toBody(request: ChatRequest, spoken: RequestDialect): Body {
    return {
      model: options.model,
      messages: request.messages.map(({ role, content }) => ({ role, content })),
      [spoken.tokenLimit]: request.maxTokens,
      ...(spoken.temperature ? { temperature: request.temperature } : {}),
      ...options.extraBody,
    };
  }

  async function complete(
    request: ChatRequest,
    format: ResponseFormat,
    signal: AbortSignal,
  ): Promise<{ readonly text: string; readonly usage: TokenUsage }> {
    const { chat } = await client();
    const answer: unknown = await speak('parse', (spoken) =>
      chat.completions.create(format.apply(toBody(request, spoken), spoken.format), { signal }),
    );
    const parsed = completionSchema.safeParse(answer);
    const text = parsed.data?.choices[0]?.message.content ?? '';
    if (text === '') throw notACompletion(answer);
    return { text, usage: toUsage(parsed.data?.usage, { input: inputLength(request), output: text.length }) };
  }

  async function openStream(request: ChatRequest, signal: AbortSignal): Promise<OpenedStream> {
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
    const iterator: AsyncIterator<unknown> = events[Symbol.asyncIterator]();
    // The role comes alone and at once; only words end the wait for words.
    for (;;) {
      const next = await iterator.next();
      if (next.done === true || readChunk(next.value).text !== '') return { iterator, first: next };
    }
  }

  return {
    name: `openai:${options.model}`,
    async parse(request, { name, schema }, signal) {
      const format = await responseFormat(name, schema);
      const { text, usage } = await guard.run((inner) => mapErrors(complete(request, format, inner)), {
        timeoutMs: options.parseTimeoutMs,
        signal,
      });
      return { value: readJsonAnswer(text.slice(0, maxAnswerCharacters * 2), schema), usage };
    },
    async *stream(request, signal): AsyncGenerator<ChatChunk> {
      const lease = await guard.lease((inner) => mapErrors(openStream(request, inner)), {
        timeoutMs: options.replyTimeoutMs,
        signal,
      });
      let failure: unknown;
      try {
        yield* readStream(request, lease.value, signal);
      } catch (error) {
        failure = toModelError(error);
        throw failure;
      } finally {
        lease.settle(failure);
      }
    },
    isAvailable: () => guard.isAvailable(),
    async close() {
      guard.close();
    },
  };

  async function* readStream(
    request: ChatRequest,
    { iterator, first }: OpenedStream,
    signal: AbortSignal,
  ): AsyncGenerator<ChatChunk> {
    const deadline = AbortSignal.timeout(streamTimeoutMs);
    let characters = 0;
    let finished = false;
    let usage: ReturnType<typeof readChunk>['usage'];
    for (let next = first; next.done !== true; next = await pull(iterator, [deadline, signal])) {
      const chunk = readChunk(next.value);
      usage = chunk.usage ?? usage;
      finished ||= chunk.finished;
      const text = chunk.text.slice(0, maxAnswerCharacters - characters);
      characters += text.length;
      if (text !== '') yield { type: 'text', text };
      if (characters >= maxAnswerCharacters) {
        finished = true;
        break;
      }
    }
    if (characters === 0) throw notACompletion('');
    if (!finished) {
      throw new AssistantError('MODEL_UNAVAILABLE', 'The stream of the model was cut', {
        details: { cut: true },
      });
    }
    yield { type: 'usage', usage: toUsage(usage, { input: inputLength(request), output: characters }) };
  }

  async function pull(
    iterator: AsyncIterator<unknown>,
    signals: readonly AbortSignal[],
  ): Promise<IteratorResult<unknown>> {
    const stall = AbortSignal.timeout(stallTimeoutMs);
    const limit = AbortSignal.any([stall, ...signals]);
    try {
      return await untilAborted(iterator.next(), limit);
    } catch (error) {
      if (!limit.aborted) throw error;
      const timeoutMs = stall.aborted ? stallTimeoutMs : streamTimeoutMs;
      if (signals.at(-1)?.aborted === true) {
        throw new AssistantError('MODEL_UNAVAILABLE', 'The call to the model was given up', {
          details: { aborted: true },
        });
      }
      throw new AssistantError(
        'MODEL_TIMEOUT',
        `The stream of the model stood still or took over ${timeoutMs} ms`,
        {
          details: { timeoutMs },
        },
      );
    }
  }
}

const MAX_SIMPLIFICATIONS = 3;

function readChunk(event: unknown) {
  const parsed = completionChunkSchema.safeParse(event);
  if (!parsed.success) throw notACompletion(event);
  const choice = parsed.data.choices?.[0];
  return {
    text: choice?.delta?.content ?? '',
    finished: typeof choice?.finish_reason === 'string',
    usage: parsed.data.usage,
  };
}

function notACompletion(answer: unknown): AssistantError {
  const text = typeof answer === 'string' ? answer : (JSON.stringify(answer) ?? '');
  return new AssistantError('MODEL_INVALID_ANSWER', 'The model endpoint sent no answer of a model', {
    details: { answer: text.slice(0, 500) },
  });
}

const inputLength = (request: ChatRequest): number =>
  request.messages.reduce((sum, message) => sum + message.content.length, 0);

async function mapErrors<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw isAssistantError(error) ? error : toModelError(error);
  }
}
