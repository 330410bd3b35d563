import type { Language } from '../../../src/domain/locale.ts';
import type { ComposedReply, ReplyPlan } from '../../../src/domain/reply-plan.ts';
import { isAssistantError } from '../../../src/errors/assistant-error.ts';
import type { ChatChunk, ChatModel } from '../../../src/ports/chat-model.ts';
import type { Prompt } from '../../../src/ports/prompt.ts';
import { type ModelReply, streamModelReply } from '../../../src/reply/model-reply.ts';
import type { Pick } from './pick.ts';

/** A model at some 50 tokens a second. */
const CHUNK_MS = 20;

/** How far the model was, and how far the shopper, after a delta. */
interface Heard {
  readonly characters: number;
  readonly chunk: number;
  readonly workMs: number;
}

export interface Streamed {
  /** Undefined where nothing the model wrote could be said. */
  readonly reply: ModelReply | undefined;
  /**
   * Milliseconds from the piece that ended a statement to the delta that brought it to the shopper, the waiting for further pieces
   * counted at `CHUNK_MS` each; undefined for what was not said.
   */
  readonly delayMs: (statement: string, endsAt: number) => number | undefined;
}

export async function streamReply(
  text: string,
  options: {
    readonly plan: ReplyPlan;
    readonly draft: ComposedReply;
    readonly prompt: Prompt;
    readonly detectLanguage: (text: string) => Language | undefined;
    readonly pick: Pick;
  },
): Promise<Streamed> {
  const chunks = cutIntoTokens(text, options.pick);
  const ends = chunks.map(
    (
      (sum) => (chunk: string) =>
        (sum += chunk.length)
    )(0),
  );
  const heard: Heard[] = [];
  let chunk = 0;
  let chunkStartedMs = 0;
  let said = '';
  const chatModel: ChatModel = {
    name: 'recited',
    parse: async () => Promise.reject(new RangeError('A recited model parses nothing')),
    isAvailable: () => true,
    close: async () => {},
    async *stream(): AsyncGenerator<ChatChunk> {
      for (const [index, piece] of chunks.entries()) {
        chunk = index;
        chunkStartedMs = performance.now();
        yield { type: 'text', text: piece };
      }
      chunk = chunks.length;
      chunkStartedMs = performance.now();
      yield { type: 'usage', usage: { inputTokens: 0, outputTokens: chunks.length } };
    },
  };
  const { pick: _, ...rest } = options;
  const reply = await streamModelReply({
    ...rest,
    chatModel,
    signal: new AbortController().signal,
    onDelta: (delta) => {
      said += delta;
      heard.push({ characters: said.length, chunk, workMs: performance.now() - chunkStartedMs });
    },
  }).catch((error: unknown) => {
    if (isAssistantError(error) && error.code === 'MODEL_INVALID_ANSWER') return undefined;
    throw error;
  });
  return {
    reply,
    delayMs(statement, endsAt) {
      const at = said.indexOf(statement);
      if (at < 0) return undefined;
      const brought = heard.find(({ characters }) => characters >= at + statement.length);
      const spoken = ends.findIndex((end) => end >= endsAt);
      return brought === undefined ? undefined : (brought.chunk - spoken) * CHUNK_MS + brought.workMs;
    },
  };
}

/** As models give them: a blank belongs to the word behind it; Japanese in one to three characters. */
function cutIntoTokens(text: string, pick: Pick): string[] {
  const words = text.match(/\s*[^\s]+\s*$|\s*[^\s]+|\s+/gu) ?? [];
  return words.flatMap((word) => {
    const pieces: string[] = [];
    for (let rest = word; rest !== ''; ) {
      const length = pick.between(1, /[\p{scx=Hira}\p{scx=Kana}\p{scx=Han}]/u.test(rest) ? 3 : 7);
      pieces.push(rest.slice(0, length));
      rest = rest.slice(length);
    }
    return pieces;
  });
}
