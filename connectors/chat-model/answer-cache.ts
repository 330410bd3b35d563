import { createHash } from 'node:crypto';
import type * as z from 'zod';
import type { ChatModel, ChatRequest } from '../../src/ports/chat-model.ts';

interface Kept {
  readonly schema: z.ZodType;
  readonly value: unknown;
}

const NOTHING_USED = { inputTokens: 0, outputTokens: 0 };

/**
 * A model that is not asked twice what holds nothing of a person (`shareable`). Only answers that were of their schema are kept, those
 * used last; an answer that was kept has used no tokens.
 *
 * @param most Answers in memory; 0 keeps none.
 */
export function createAnswerCache(model: ChatModel, { most }: { readonly most: number }): ChatModel {
  const kept = new Map<string, Kept>();

  function find<T>(key: string, schema: z.ZodType<T>): { readonly value: T } | undefined {
    const found = kept.get(key);
    if (found === undefined || !isOf(found, schema)) return undefined;
    kept.delete(key);
    kept.set(key, found);
    return found;
  }

  function keep(key: string, answer: Kept): void {
    kept.set(key, answer);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
  }

  return {
    name: model.name,
    async parse(request, form, signal) {
      if (request.shareable !== true) return await model.parse(request, form, signal);
      const key = keyOf(model.name, form.name, request);
      const found = find(key, form.schema);
      if (found !== undefined) return { value: found.value, usage: NOTHING_USED };
      const answer = await model.parse(request, form, signal);
      keep(key, { schema: form.schema, value: answer.value });
      return answer;
    },
    stream: (request, signal) => model.stream(request, signal),
    isAvailable: () => model.isAvailable(),
    close: () => model.close(),
  };
}

/** What was kept under a schema is of its type. */
const isOf = <T>(kept: Kept, schema: z.ZodType<T>): kept is Kept & { readonly value: T } =>
  kept.schema === schema;

function keyOf(model: string, form: string, { messages, maxTokens, temperature }: ChatRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([model, form, maxTokens, temperature, messages]))
    .digest('base64url');
}
