import * as z from 'zod';
import type { SideCall } from '../../src/ports/model-ledger.ts';
import type { Moderation } from '../../src/ports/moderation.ts';
import { createCallGuard } from './call-guard.ts';
import { toModelError } from './model-error.ts';
import { createLazyOpenAiClient, type OpenAiPlace } from './openai-client.ts';

export interface ModerationOptions extends OpenAiPlace {
  /** Longest wait for a judgement. */
  readonly timeoutMs: number;
  /** Hears of every call that was made; the endpoint does not tell its tokens. */
  readonly onCall?: (call: SideCall) => void;
}

const answerSchema = z.object({
  results: z.array(
    z.object({ flagged: z.boolean(), categories: z.record(z.string(), z.unknown()).nullish() }),
  ),
});

/** The endpoint's categories by how they begin, the gravest first. */
const KINDS = [
  ['self-harm', 'self-harm'],
  ['violence', 'violence'],
  ['illicit', 'illegal'],
  ['sexual', 'sexual'],
  ['hate', 'hate'],
  ['harassment', 'hate'],
] as const;

/** The moderation of an OpenAI-compatible endpoint. Where there is none, its circuit soon leaves it alone. */
export function createModeration({ timeoutMs, onCall, ...place }: ModerationOptions): Moderation {
  const client = createLazyOpenAiClient({ ...place, maxResponseBytes: 100_000 });
  const guard = createCallGuard({ maxConcurrent: 32, openMs: 60_000 });

  async function ask(message: string, signal: AbortSignal) {
    const { moderations } = await client();
    const called = (failed: boolean) =>
      onCall?.({ purpose: 'moderate', model: 'openai:moderation', inputTokens: 0, failed });
    const answer: unknown = await moderations
      .create({ input: message }, { signal })
      .catch((error: unknown) => {
        called(true);
        throw error;
      });
    called(false);
    const flagged = answerSchema.parse(answer).results.find((result) => result.flagged);
    if (flagged === undefined) return undefined;
    const named = Object.entries(flagged.categories ?? {}).flatMap(([name, holds]) =>
      holds === true ? [name] : [],
    );
    const kind = KINDS.find(([beginning]) => named.some((name) => name.startsWith(beginning)));
    return kind === undefined ? 'illegal' : kind[1];
  }

  return {
    async judge(message, signal) {
      const judging = guard.run(
        (inner) => ask(message, inner).catch((error: unknown) => Promise.reject(toModelError(error))),
        { timeoutMs, signal },
      );
      return await judging.catch(() => undefined);
    },
  };
}
