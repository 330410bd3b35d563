import { openSqliteReader } from '../../../connectors/database/sqlite-reader.ts';
import { newestChoices } from '../../../src/chat/explore-choices.ts';
import { JUDGE_SEED, judgeStrategy, type StrategyValue } from '../../../src/chat/explore-report.ts';
import { CLICK_WINDOW_MS } from '../../../src/chat/explore-rewards.ts';
import { STRATEGIES } from '../../../src/ranking/strategies.ts';

export interface ShopJudged {
  readonly suite: 'bandit';
  readonly data: { readonly log: string; readonly lists: number; readonly explored: number };
  /** By strategy, had it ranked every list that it was among the choices for; beside it what the lists did bring. */
  readonly metrics: Readonly<Record<string, StrategyValue>>;
  /** Mean reward of the lists as they were ranked. */
  readonly baselines: { readonly brought: { readonly reward: number } };
  readonly seconds: number;
  readonly rssMb: number;
  /** Of the bootstrap samples. */
  readonly seed: number;
}

const MOST_LISTS = 20_000;
const RESAMPLES = 2_000;

/**
 * Judges every strategy of a shop by its own log, newest lists first. Reads only; the shop may be open.
 *
 * @param directory The data directory.
 * @throws {AssistantError} DATABASE_FAILED when there is no database, or it is of an older release.
 */
export async function judgeShop(directory: string): Promise<ShopJudged> {
  const startedMs = performance.now();
  const { query, close } = openSqliteReader(directory);
  try {
    const log = await newestChoices(query, { untilMs: Date.now() - CLICK_WINDOW_MS, limit: MOST_LISTS });
    const names = STRATEGIES.map(({ name }) => name);
    const values = names.map((name, arm) => [name, judgeStrategy(log, names, arm, { resamples: RESAMPLES })]);
    const brought = log.reduce((sum, { reward }) => sum + reward, 0) / Math.max(1, log.length);
    return {
      suite: 'bandit',
      data: { log: directory, lists: log.length, explored: log.filter(({ explored }) => explored).length },
      metrics: Object.fromEntries(values),
      baselines: { brought: { reward: brought } },
      seconds: (performance.now() - startedMs) / 1_000,
      rssMb: process.memoryUsage.rss() / 1_048_576,
      seed: JUDGE_SEED,
    };
  } finally {
    await close();
  }
}
