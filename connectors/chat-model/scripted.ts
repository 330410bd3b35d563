import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { ChatChunk, ChatModel, ChatRequest, TokenUsage } from '../../src/ports/chat-model.ts';

/** What a scripted model says: words, or an error it fails with. */
type ScriptedAnswer = string | AssistantError;

export interface ScriptedChatModelOptions {
  readonly name?: string;
  /** Answers in order, the last one again for every further call; or one answer per request. */
  readonly answers: readonly ScriptedAnswer[] | ((request: ChatRequest) => ScriptedAnswer);
  /** UTF-16 units per streamed piece. */
  readonly chunkLength?: number;
  readonly usage?: TokenUsage;
}

export interface ScriptedChatModel extends ChatModel {
  /** Everything it was asked, oldest first. */
  readonly requests: readonly ChatRequest[];
}

/** A language model without a model: exact, without I/O, for tests and for trying things. */
export function createScriptedChatModel(options: ScriptedChatModelOptions): ScriptedChatModel {
  const requests: ChatRequest[] = [];
  const usage = options.usage ?? { inputTokens: 10, outputTokens: 5 };
  const chunkLength = options.chunkLength ?? 7;

  function answer(request: ChatRequest, signal: AbortSignal): string {
    requests.push(request);
    if (signal.aborted) {
      throw new AssistantError('MODEL_UNAVAILABLE', 'The call to the model was given up', {
        details: { aborted: true },
      });
    }
    const { answers } = options;
    const said =
      typeof answers === 'function'
        ? answers(request)
        : (answers[Math.min(requests.length, answers.length) - 1] ??
          new AssistantError('MODEL_UNAVAILABLE', 'The script is empty'));
    if (said instanceof AssistantError) throw said;
    return said;
  }

  return {
    name: options.name ?? 'scripted',
    requests,
    async parse(request, { schema }, signal) {
      const text = answer(request, signal);
      const parsed = schema.safeParse(parseJson(text));
      if (!parsed.success) {
        throw new AssistantError('MODEL_INVALID_ANSWER', 'The scripted answer is not of the schema', {
          details: { answer: text.slice(0, 500) },
        });
      }
      return { value: parsed.data, usage };
    },
    async *stream(request, signal): AsyncGenerator<ChatChunk> {
      const text = answer(request, signal);
      for (let from = 0; from < text.length; from += chunkLength) {
        yield { type: 'text', text: text.slice(from, from + chunkLength) };
      }
      yield { type: 'usage', usage };
    },
    isAvailable: () => true,
    async close() {},
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
