import { ConsecutiveBreaker, CountBreaker, type IBreaker } from 'cockatiel';

/** Calls that the failing share is taken of. */
const WINDOW = 20;
/** The library opens above this share: ten failures of twenty do, nine do not. */
const SHARE = 0.475;

export interface FailureBreaker extends IBreaker {
  /** Failures since the last success. */
  inARow(): number;
}

/** Opens after failures in a row, or when half of the last twenty calls failed: an endpoint that flaps is as useless as one that is down. */
export function createFailureBreaker(failuresToOpen: number): FailureBreaker {
  const inARow = new ConsecutiveBreaker(failuresToOpen);
  const share = new CountBreaker({ threshold: SHARE, size: WINDOW });
  return {
    state: undefined,
    inARow: () => inARow.state,
    success(circuit) {
      inARow.success();
      share.success(circuit);
    },
    failure(circuit) {
      const counted = share.failure(circuit);
      return inARow.failure() || counted;
    },
  };
}
