import type { PublishedBy, WriteAlong } from '../ports/published-by.ts';
import type { RankerReport } from '../ranking/learned/learn-ranker.ts';
import { createLearnedRanker, type LearnedRanker } from '../ranking/learned/learned-ranker.ts';
import type { RankerStore, RankerVersion } from '../ranking/learned/ranker-store.ts';
import { type LearnFromLog, trainRanker } from '../ranking/learned/train-ranker.ts';
import type { WeightSet, WeightStore } from '../ranking/weight-store.ts';
import { createWeightTable, SHIPPED_WEIGHTS, type WeightTable } from '../ranking/weight-table.ts';
import {
  RANK_INTENTS,
  type RankIntent,
  type RankingWeights,
  type WeightChanges,
} from '../ranking/weights.ts';
import type { RankingBook } from './ranking-book.ts';

export type { RankerReport };

/** A set of changes with what it comes to. */
export interface TableOfWeights extends WeightSet {
  /** As lists name it in their ranking version. */
  readonly rankingVersion: string;
  /** Every weight of every intent. */
  readonly weights: Readonly<Record<RankIntent, RankingWeights>>;
  /** The same without any change. */
  readonly shipped: Readonly<Record<RankIntent, RankingWeights>>;
  /** What was learned and is added to them: in force or not, and why. Newest first. */
  readonly rankers: readonly (RankerVersion & { readonly inForce: boolean })[];
}

/** Where a merchant reads and changes how much counts. A change is in force at the next list. */
export interface WeightDesk {
  read(): Promise<TableOfWeights>;
  /** Newest first. */
  history(): Promise<readonly WeightSet[]>;
  /**
   * A ranker that was learned beside other weights serves no more: what somebody sets is what counts.
   *
   * @throws {AssistantError} PRECONDITION_FAILED when another version than the expected one is in force.
   */
  replace(change: {
    readonly changes: WeightChanges;
    readonly author?: string;
    readonly by?: PublishedBy | undefined;
    readonly expectedVersion?: number;
  }): Promise<TableOfWeights>;
  /** The changes that a roll back would put back. @throws {AssistantError} NOT_FOUND for a version there is not. */
  before(version?: number): Promise<WeightChanges>;
  /** @throws {AssistantError} NOT_FOUND for a version there is not. */
  rollBack(request: {
    readonly version?: number;
    readonly author?: string;
    readonly by?: PublishedBy | undefined;
  }): Promise<TableOfWeights>;
  /** Learns a ranker from the log; it serves from the next list on if it surely beats the weights. */
  learn(): Promise<RankerReport>;
  /**
   * Takes the learned ranker out of force, for the one before it or the weights alone.
   *
   * @throws {AssistantError} CONFLICT when none is in force.
   */
  rollBackRanker(also?: WriteAlong): Promise<TableOfWeights>;
}

export interface WeightDeskOptions {
  readonly store: WeightStore;
  readonly rankers: RankerStore;
  readonly learn: LearnFromLog;
  /** What lists are ranked by; without it nothing is served here, and the next start takes the weights over. */
  readonly book?: RankingBook;
  readonly origin: 'api' | 'command';
  readonly clock: () => number;
}

export function createWeightDesk(options: WeightDeskOptions): WeightDesk {
  const { store, rankers, learn, book, origin, clock } = options;
  let newest = 0;

  async function enforce(set: WeightSet): Promise<TableOfWeights> {
    const inForce = await rankingOf(set.changes, rankers);
    // Two changes may end in another order than they were committed.
    if (set.version >= newest) book?.replace(inForce);
    newest = Math.max(newest, set.version);
    return await describe(set, inForce.weights);
  }

  async function describe(set: WeightSet, table: WeightTable): Promise<TableOfWeights> {
    const versions = await rankers.versions();
    return {
      ...set,
      rankingVersion: table.version,
      weights: byIntent(table),
      shipped: byIntent(SHIPPED_WEIGHTS),
      rankers: versions.map((ranker) => ({
        ...ranker,
        inForce: ranker.isActive && ranker.weightsVersion === table.version,
      })),
    };
  }

  return {
    read: async () => {
      const set = await store.current();
      return await describe(set, createWeightTable(set.changes));
    },
    history: () => store.history(),
    before: (version) => store.before(version),
    replace: async (change) => await enforce(await store.replace({ ...change, origin, atMs: clock() })),
    rollBack: async (request) => await enforce(await store.rollBack({ ...request, atMs: clock() })),
    async learn() {
      const set = await store.current();
      const weightsVersion = createWeightTable(set.changes).version;
      const report = await trainRanker({ store: rankers, learn, weightsVersion, clock });
      await enforce(await store.current());
      return report;
    },
    async rollBackRanker(also) {
      await rankers.rollBack(also);
      return await enforce(await store.current());
    },
  };
}

/** What lists are ranked by under changes of the weights: with the ranker learned beside exactly those, if one was. */
export async function rankingOf(
  changes: WeightChanges,
  rankers: RankerStore,
): Promise<{ readonly weights: WeightTable; readonly ranker: LearnedRanker | undefined }> {
  const weights = createWeightTable(changes);
  const learned = await rankers.forWeights(weights.version);
  return {
    weights,
    ranker: learned === undefined ? undefined : createLearnedRanker(learned.model, learned.version),
  };
}

const byIntent = (table: WeightTable) =>
  Object.fromEntries(RANK_INTENTS.map((intent) => [intent, table.of(intent)])) as Record<
    RankIntent,
    RankingWeights
  >;
