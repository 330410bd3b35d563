import type { Database } from '../ports/database.ts';
import { createGroupCommit } from '../recommendation/group-commit.ts';
import { createOnlineState, type OnlineState } from '../recommendation/online-state.ts';
import { createVisitPace, type VisitPace } from '../recommendation/visit-pace.ts';
import { createImpressionLog, type ImpressionLog } from './impression-store.ts';

/** What serving keeps about behaviour besides the store: one of each for the whole service. */
export interface BehaviourBook {
  /** For events: those that wait at the same time are committed together. */
  readonly commits: Pick<Database, 'transaction'>;
  readonly online: OnlineState;
  readonly pace: VisitPace;
  readonly impressions: ImpressionLog;
}

export interface BehaviourBookOptions {
  readonly database: Database;
  readonly clock: () => number;
  readonly note: (text: string) => void;
  readonly limits: {
    readonly shoppers: number;
    readonly bytes: number;
    readonly visitEventsPerMinute: number;
    readonly impressionDays: number;
  };
}

/** Visits whose pace is remembered: twice those that a busy shop sees in a minute. */
const VISITS_PACED = 100_000;

export function createBehaviourBook({ database, clock, note, limits }: BehaviourBookOptions): BehaviourBook {
  return {
    commits: createGroupCommit(database),
    online: createOnlineState({ database, shoppers: limits.shoppers, bytes: limits.bytes }),
    pace: createVisitPace({ perMinute: limits.visitEventsPerMinute, visits: VISITS_PACED, clock }),
    impressions: createImpressionLog({ database, clock, note, keptDays: limits.impressionDays }),
  };
}
