import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { ChatChunk, ChatModel, ChatRequest, TokenUsage } from '../../src/ports/chat-model.ts';
import { type CallGuard, givenUp, untilAborted } from './call-guard.ts';
import { readJsonAnswer } from './json-answer.ts';
import type { ModelEndpoint, WrittenPiece } from './model-endpoint.ts';
import { toModelError } from './model-error.ts';
import { notAnAnswer } from './not-an-answer.ts';

export interface GuardedModelOptions {
  /** Deadline of a whole `parse`, retries and queueing included. */
  readonly parseTimeoutMs: number;
  /** Longest wait for the first words of a `stream`, retries and queueing included. */
  readonly replyTimeoutMs: number;
  /** Longest pause between two pieces of a stream. */
  readonly stallTimeoutMs?: number;
  /** Deadline of a whole `stream`. */
  readonly streamTimeoutMs?: number;
  /** A longer answer is cut there. */
  readonly maxAnswerCharacters?: number;
}

interface OpenedStream {
  readonly iterator: AsyncIterator<WrittenPiece>;
  readonly first: IteratorResult<WrittenPiece>;
}

/** A language model that ends in time: an endpoint under deadlines, a guard and limits of length. */
export function createGuardedModel(
  endpoint: ModelEndpoint,
  guard: CallGuard,
  options: GuardedModelOptions,
): ChatModel {
  const maxAnswerCharacters = options.maxAnswerCharacters ?? 8_000;
  const stallTimeoutMs = options.stallTimeoutMs ?? 10_000;
  const streamTimeoutMs = options.streamTimeoutMs ?? 30_000;

  /** Only words end the wait for words: the role comes alone and at once. */
  async function openStream(request: ChatRequest, signal: AbortSignal): Promise<OpenedStream> {
    const iterator = await endpoint.write(request, signal);
    for (;;) {
      const next = await iterator.next();
      if (next.done === true || next.value.text !== '') return { iterator, first: next };
    }
  }

  async function* readStream(
    request: ChatRequest,
    { iterator, first }: OpenedStream,
    signal: AbortSignal,
  ): AsyncGenerator<ChatChunk> {
    const deadline = AbortSignal.timeout(streamTimeoutMs);
    let characters = 0;
    let finished = false;
    let usage: TokenUsage | undefined;
    for (let next = first; next.done !== true; next = await pull(iterator, deadline, signal)) {
      usage = next.value.usage ?? usage;
      finished ||= next.value.finished;
      const text = next.value.text.slice(0, maxAnswerCharacters - characters);
      characters += text.length;
      if (text !== '') yield { type: 'text', text };
      if (characters >= maxAnswerCharacters) {
        finished = true;
        break;
      }
    }
    if (characters === 0) throw notAnAnswer('');
    if (!finished) {
      throw new AssistantError('MODEL_UNAVAILABLE', 'The stream of the model was cut', {
        details: { cut: true },
      });
    }
    yield { type: 'usage', usage: usage ?? estimateUsage(inputLength(request), characters) };
  }

  async function pull(
    iterator: AsyncIterator<WrittenPiece>,
    deadline: AbortSignal,
    signal: AbortSignal,
  ): Promise<IteratorResult<WrittenPiece>> {
    const stall = AbortSignal.timeout(stallTimeoutMs);
    const limit = AbortSignal.any([stall, deadline, signal]);
    try {
      return await untilAborted(iterator.next(), limit);
    } catch (error) {
      if (!limit.aborted) throw error;
      if (signal.aborted) throw givenUp(signal);
      const timeoutMs = stall.aborted ? stallTimeoutMs : streamTimeoutMs;
      throw new AssistantError(
        'MODEL_TIMEOUT',
        `The stream of the model stood still or took over ${timeoutMs} ms`,
        { details: { timeoutMs } },
      );
    }
  }

  return {
    name: endpoint.name,
    async parse(request, form, signal) {
      const limits = { timeoutMs: shorter(options.parseTimeoutMs, request.deadlineMs), signal };
      const { text, usage } = await guard.run(
        (inner) => mapErrors(endpoint.answer(request, form, inner)),
        limits,
      );
      const counted = usage ?? estimateUsage(inputLength(request), text.length);
      const value = readJsonAnswer(text.slice(0, maxAnswerCharacters * 2), form.schema, { usage: counted });
      return { value, usage: counted };
    },
    async *stream(request, signal): AsyncGenerator<ChatChunk> {
      const lease = await guard.lease((inner) => mapErrors(openStream(request, inner)), {
        timeoutMs: shorter(options.replyTimeoutMs, request.deadlineMs),
        signal,
      });
      let failure: unknown;
      try {
        yield* readStream(request, lease.value, signal);
      } catch (error) {
        failure = toModelError(error);
        throw failure;
      } finally {
        await lease.settle(failure);
      }
    },
    isAvailable: () => guard.isAvailable(),
    async close() {
      guard.close();
    },
  };
}

const shorter = (usualMs: number, askedMs: number | undefined): number =>
  Math.min(usualMs, askedMs ?? usualMs);

const inputLength = (request: ChatRequest): number =>
  request.messages.reduce((sum, message) => sum + message.content.length, 0);

/** For endpoints that do not count: four characters a token, which was 19 % low on mixed scripts. */
const estimateUsage = (inputCharacters: number, outputCharacters: number): TokenUsage => ({
  inputTokens: Math.ceil(inputCharacters / 4),
  outputTokens: Math.ceil(outputCharacters / 4),
  isGuess: true,
});

async function mapErrors<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw toModelError(error);
  }
}
