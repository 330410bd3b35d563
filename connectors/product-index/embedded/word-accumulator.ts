/** What has been added up for products while the words of a query are gone through. By product row, zero for one not met. */
export interface WordAccumulator {
  /** Without boosts. */
  readonly scores: Float64Array;
  /** Groups that occur. */
  readonly matched: Uint32Array;
  /** Groups that occur in the title. */
  readonly inTitle: Uint32Array;
  /** The part of the score that the group `lastGroup` gave. */
  readonly bestOfGroup: Float64Array;
  readonly lastGroup: Uint32Array;
  readonly lastTitleGroup: Uint32Array;
  /** Rows met, the first `count`. */
  readonly met: Uint32Array;
  count: number;
  /** Room for a number for each row met. */
  readonly scratch: Float64Array;
}

/** Room for the products of one segment; all zeros, and to be left so by {@link clearAccumulator}. */
export function createWordAccumulator(rows: number): WordAccumulator {
  return {
    scores: new Float64Array(rows),
    matched: new Uint32Array(rows),
    inTitle: new Uint32Array(rows),
    bestOfGroup: new Float64Array(rows),
    lastGroup: new Uint32Array(rows),
    lastTitleGroup: new Uint32Array(rows),
    met: new Uint32Array(rows),
    count: 0,
    scratch: new Float64Array(rows),
  };
}

/** Costs as much as there are rows met, not as there are rows. */
export function clearAccumulator(accumulator: WordAccumulator): void {
  const { scores, matched, inTitle, bestOfGroup, lastGroup, lastTitleGroup, met } = accumulator;
  for (let index = 0; index < accumulator.count; index += 1) {
    const row = met[index] ?? 0;
    scores[row] = 0;
    matched[row] = 0;
    inTitle[row] = 0;
    bestOfGroup[row] = 0;
    lastGroup[row] = 0;
    lastTitleGroup[row] = 0;
  }
  accumulator.count = 0;
}
