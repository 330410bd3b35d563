export interface ExtraCalls {
  /** Every first call earns a share of an extra one. */
  earn(): void;
  /** Takes an extra call when one was earned. */
  take(): boolean;
}

/**
 * How many more calls than asked for may be made: a bucket that starts full, so that the first trouble is met, and is filled by
 * `share` of each call, so that a fault of long duration adds no more than this share.
 *
 * @param share Of an extra call for each call, in (0, 1].
 * @param most Extra calls that are kept.
 */
export function createExtraCalls({
  share,
  most,
}: {
  readonly share: number;
  readonly most: number;
}): ExtraCalls {
  let kept = most;
  return {
    earn() {
      kept = Math.min(most, kept + share);
    },
    take() {
      // A sum of shares falls short of the whole by rounding.
      if (kept < 1 - 1e-9) return false;
      kept -= 1;
      return true;
    },
  };
}
