import type { WeightSet, WeightStore } from '../ranking/weight-store.ts';
import { createWeightTable, type WeightTable } from '../ranking/weight-table.ts';
import {
  RANK_INTENTS,
  type RankIntent,
  type RankingWeights,
  type WeightChanges,
} from '../ranking/weights.ts';
import type { RankingBook } from './ranking-book.ts';

/** A set of changes with what it comes to. */
export interface TableOfWeights extends WeightSet {
  /** As lists name it in their ranking version. */
  readonly rankingVersion: string;
  /** Every weight of every intent. */
  readonly weights: Readonly<Record<RankIntent, RankingWeights>>;
}

/** Where a merchant reads and changes how much counts. A change is in force at the next list. */
export interface WeightDesk {
  read(): Promise<TableOfWeights>;
  /** Newest first. */
  history(): Promise<readonly WeightSet[]>;
  /** @throws {AssistantError} PRECONDITION_FAILED when another version than the expected one is in force. */
  replace(change: {
    readonly changes: WeightChanges;
    readonly author?: string;
    readonly expectedVersion?: number;
  }): Promise<TableOfWeights>;
  /** @throws {AssistantError} NOT_FOUND for a version there is not. */
  rollBack(request: { readonly version?: number; readonly author?: string }): Promise<TableOfWeights>;
}

export interface WeightDeskOptions {
  readonly store: WeightStore;
  /** What lists are ranked by; without it nothing is served here, and the next start takes the weights over. */
  readonly book?: RankingBook;
  readonly origin: 'api' | 'command';
  readonly clock: () => number;
}

export function createWeightDesk({ store, book, origin, clock }: WeightDeskOptions): WeightDesk {
  let newest = 0;

  function enforce(set: WeightSet): TableOfWeights {
    const table = createWeightTable(set.changes);
    // Two changes may end in another order than they were committed.
    if (set.version >= newest) book?.replace({ weights: table });
    newest = Math.max(newest, set.version);
    return describe(set, table);
  }

  return {
    read: async () => {
      const set = await store.current();
      return describe(set, createWeightTable(set.changes));
    },
    history: () => store.history(),
    replace: async (change) => enforce(await store.replace({ ...change, origin, atMs: clock() })),
    rollBack: async (request) => enforce(await store.rollBack({ ...request, atMs: clock() })),
  };
}

function describe(set: WeightSet, table: WeightTable): TableOfWeights {
  const weights = RANK_INTENTS.map((intent) => [intent, table.of(intent)] as const);
  return {
    ...set,
    rankingVersion: table.version,
    weights: Object.fromEntries(weights) as Record<RankIntent, RankingWeights>,
  };
}
