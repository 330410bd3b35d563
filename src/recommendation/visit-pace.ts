/** Tells which visits act faster than people do. */
export interface VisitPace {
  /** Counts one action. @returns True when the visit is over its pace: it is still counted, and slows down by resting. */
  isTooFast(visit: string): boolean;
}

interface Budget {
  actions: number;
  atMs: number;
}

const MINUTE_MS = 60_000;

/**
 * One leaking bucket a visit: `perMinute` actions may come at once, and as many again come back in a minute.
 *
 * @param options.visits How many are remembered; the one that was quiet for the longest is forgotten, and begins afresh.
 */
export function createVisitPace(options: {
  readonly perMinute: number;
  readonly visits: number;
  readonly clock: () => number;
}): VisitPace {
  const { perMinute, visits, clock } = options;
  const budgets = new Map<string, Budget>();
  return {
    isTooFast(visit) {
      const nowMs = clock();
      const { actions, atMs } = budgets.get(visit) ?? { actions: 0, atMs: nowMs };
      const left = Math.max(0, actions - (perMinute * Math.max(0, nowMs - atMs)) / MINUTE_MS);
      const isOver = left + 1 > perMinute;
      budgets.delete(visit);
      budgets.set(visit, { actions: isOver ? left : left + 1, atMs: nowMs });
      const [oldest] = budgets.keys();
      if (budgets.size > visits && oldest !== undefined) budgets.delete(oldest);
      return isOver;
    },
  };
}
