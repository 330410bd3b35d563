import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { ChatChunk, ChatModel, ChatRequest } from '../../src/ports/chat-model.ts';
import type { ToolModel } from '../../src/ports/tool-model.ts';
import { createExtraCalls } from './extra-calls.ts';
import { firstAnswer } from './first-answer.ts';

export interface ModelChainOptions {
  /** Deadline of a whole `parse`, over all models. */
  readonly parseTimeoutMs: number;
  /** Longest wait for first words of the first model of a `stream`. */
  readonly replyTimeoutMs: number;
  /** When a second request is sent beside one that is not answered yet; 0: never. */
  readonly hedgeAfterMs: number;
}

/** Requests beside others: one in twenty calls. */
const HEDGES = { share: 0.05, most: 1 };
/** Of the time left, what a model may take of a `parse` when another could follow. */
const SHARE_BEFORE_LAST = 0.6;
/** Of the wait for first words, what those that follow may take. */
const SHARE_OF_FOLLOWERS = 0.75;

/**
 * Several language models as one: the next is asked when one fails or is left alone by its circuit, within one deadline, and never once
 * words of an answer were heard. A request that is slow may be sent a second time, to the next model where there is one.
 *
 * @param models Best first, at least one.
 */
export function createModelChain(models: readonly ChatModel[], options: ModelChainOptions): ChatModel {
  const hedges = createExtraCalls(HEDGES);

  /** Those that are let through, or the first, which says why it is not. */
  function choose() {
    const available = models.filter((model) => model.isAvailable());
    const asked = available.length > 0 ? available : models.slice(0, 1);
    hedges.earn();
    return {
      count: asked.length,
      modelAt(index: number): ChatModel {
        const model = asked[Math.min(index, asked.length - 1)];
        if (model === undefined) throw new AssistantError('INVALID_ARGUMENT', 'A chain needs a model');
        return model;
      },
      ...(options.hedgeAfterMs === 0
        ? {}
        : { hedge: { afterMs: options.hedgeAfterMs, isAllowed: hedges.take } }),
    };
  }

  return {
    name: models.map(({ name }) => name).join(', '),
    async parse(request, form, signal) {
      const startedMs = performance.now();
      const { modelAt, ...attempts } = choose();
      const wholeMs = Math.min(options.parseTimeoutMs, request.deadlineMs ?? options.parseTimeoutMs);
      return await firstAnswer({
        ...attempts,
        signal,
        start: async (index, inner) => {
          const leftMs = wholeMs - (performance.now() - startedMs);
          const share = index < attempts.count - 1 ? SHARE_BEFORE_LAST : 1;
          return await modelAt(index).parse(within(request, leftMs * share), form, inner);
        },
      });
    },
    async *stream(request, signal): AsyncGenerator<ChatChunk> {
      const { modelAt, ...attempts } = choose();
      const { iterator, first } = await firstAnswer({
        ...attempts,
        signal,
        start: async (index, inner) => {
          const waitMs = options.replyTimeoutMs * (index === 0 ? 1 : SHARE_OF_FOLLOWERS);
          const chunks = modelAt(index).stream(within(request, waitMs), inner)[Symbol.asyncIterator]();
          return { iterator: chunks, first: await chunks.next() };
        },
        discard: (late) => void late.iterator.return?.(),
      });
      try {
        for (let next = first; next.done !== true; next = await iterator.next()) yield next.value;
      } finally {
        await iterator.return?.();
      }
    },
    isAvailable: () => models.some((model) => model.isAvailable()),
    async close() {
      await Promise.all(models.map((model) => model.close()));
    },
  };
}

/** Tools may have acted, so that the next model is asked only where nothing was called yet. */
export function createToolChain(models: readonly ToolModel[]): ToolModel {
  return {
    name: models.map(({ name }) => name).join(', '),
    async run(request, signal) {
      const startedMs = performance.now();
      let acted = false;
      const tools = request.tools.map((tool) => ({
        ...tool,
        async call(given: unknown, inner: AbortSignal) {
          acted = true;
          return await tool.call(given, inner);
        },
      }));
      const available = models.filter((model) => model.isAvailable());
      let failure: unknown = new AssistantError('MODEL_UNAVAILABLE', 'No model is let through', {
        details: { circuit: 'open' },
      });
      for (const model of available) {
        const deadlineMs = Math.ceil(request.deadlineMs - (performance.now() - startedMs));
        if (acted || signal.aborted || deadlineMs <= 0) break;
        try {
          return await model.run({ ...request, tools, deadlineMs }, signal);
        } catch (error) {
          failure = error;
        }
      }
      throw failure;
    },
    isAvailable: () => models.some((model) => model.isAvailable()),
    async close() {
      await Promise.all(models.map((model) => model.close()));
    },
  };
}

const within = (request: ChatRequest, waitMs: number): ChatRequest => ({
  ...request,
  deadlineMs: Math.max(1, Math.ceil(Math.min(waitMs, request.deadlineMs ?? waitMs))),
});
