import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openService } from '../../src/assembly/open-service.ts';
import { judgeTurn, type Miss } from '../../src/chat/desk/cases/judge-turn.ts';
import { loadConfig } from '../../src/config/config.ts';
import type { WrittenConversation } from '../../src/domain/desk/written-conversation.ts';
import { type PlayedService, playConversation } from './dialogue/play-conversation.ts';
import { readConversations } from './dialogue/read-conversations.ts';
import { SIGN_IN_SETTINGS } from './dialogue/signed-in.ts';

export interface DialogueScores {
  readonly passed: number;
  readonly failed: number;
}

export interface DialogueResult {
  readonly suite: 'dialogue';
  readonly data: { readonly cases: string; readonly products: number };
  readonly metrics: DialogueScores & {
    readonly share: number;
    readonly byGroup: Readonly<Record<string, DialogueScores>>;
    readonly byLanguage: Readonly<Record<string, DialogueScores>>;
  };
  readonly failures: readonly DialogueFailure[];
  readonly seconds: number;
  readonly rssMb: number;
  readonly seed: null;
}

export interface DialogueFailure extends Miss {
  readonly id: string;
  readonly say: string;
}

/** The demo shop does not change with the day the suite is run. */
const NOW_MS = Date.UTC(2026, 0, 1);

/** Plays written conversations against the whole chat over a demo shop made for it. */
export async function runDialogue({ cases }: { readonly cases: string }): Promise<DialogueResult> {
  const startedMs = performance.now();
  const conversations = readConversations(cases);
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-dialogue-'));
  // Which lists are explored hangs on ids that are drawn.
  const settings = loadConfig({ FLOORWALKER_EXPLORATION: 'off', ...SIGN_IN_SETTINGS });
  const { signal } = new AbortController();
  const service = await openService({ settings, directory, clock: () => NOW_MS, note: () => {}, signal });
  try {
    const { metrics, failures } = await judgeConversations(service, conversations, signal, NOW_MS);
    return {
      suite: 'dialogue',
      data: { cases: basename(cases), products: service.shop.current().index.size() },
      metrics,
      failures,
      seconds: (performance.now() - startedMs) / 1_000,
      rssMb: process.memoryUsage.rss() / 1_048_576,
      seed: null,
    };
  } finally {
    await service.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

interface JudgedConversation {
  readonly conversation: WrittenConversation;
  readonly failures: readonly DialogueFailure[];
}

/** A conversation passes when every turn of it is as expected. */
export async function judgeConversations(
  service: PlayedService,
  conversations: readonly WrittenConversation[],
  signal: AbortSignal,
  nowMs: number,
): Promise<Pick<DialogueResult, 'metrics' | 'failures'>> {
  const judged: JudgedConversation[] = [];
  for (const conversation of conversations)
    judged.push({ conversation, failures: await judgeConversation(service, conversation, signal, nowMs) });
  const scoresBy = (keyOf: (conversation: WrittenConversation) => string) =>
    Object.fromEntries(
      [...Map.groupBy(judged, ({ conversation }) => keyOf(conversation))]
        .map(([key, members]) => [key, scoresOf(members)] as const)
        .toSorted(([left], [right]) => (left < right ? -1 : 1)),
    );
  const scores = scoresOf(judged);
  return {
    metrics: {
      ...scores,
      share: scores.passed / Math.max(1, judged.length),
      byGroup: scoresBy(({ group }) => group),
      byLanguage: scoresBy(({ locale }) => locale.slice(0, 2)),
    },
    failures: judged.flatMap(({ failures }) => failures),
  };
}

async function judgeConversation(
  service: PlayedService,
  conversation: WrittenConversation,
  signal: AbortSignal,
  nowMs: number,
): Promise<DialogueFailure[]> {
  const played = await playConversation(service, conversation, signal, nowMs);
  const ids = played.flatMap(({ turn }) => turn.products.map(({ productId }) => productId));
  const facts = await service.shop.current().store.products([...new Set(ids)]);
  return conversation.turns.flatMap(({ say, expect = {} }, index) =>
    judgeTurn(expect, played.slice(0, index + 1), facts).map((miss) => ({
      id: `${conversation.id} (${index + 1})`,
      say,
      ...miss,
    })),
  );
}

const scoresOf = (judged: readonly { readonly failures: readonly unknown[] }[]): DialogueScores => {
  const passed = judged.filter(({ failures }) => failures.length === 0).length;
  return { passed, failed: judged.length - passed };
};
