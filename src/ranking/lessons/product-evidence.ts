import type { ReadTeaching } from './teaching.ts';
import { cellOf, type Habits, logistic, pairOutcome } from './turning-habit.ts';

/**
 * Difference of scores within which two products stand in either order about alike: neighbours in lists of the demo shop are a
 * median of 0.007 apart, a quarter of them more than 0.02.
 */
const NEAR = 0.01;
/** Pairs: what is left of a correction below it is no evidence. */
const FLOOR = 0.1;

/** Hears of every pair that a product is in. */
type HearPair = (direction: 1 | -1, done: number, habit: number, gap: number) => void;

/**
 * Everything that a correction says of one product: each pair of places it is in.
 *
 * @param hear `direction` 1 where it could be raised, -1 where it could be lowered; `done` in [0, 1], the share that is put down to this
 *   product; `habit` in (0, 1); `gap` >= 0: what its score is away from where the list would stand so by itself.
 */
function hearPairs(read: ReadTeaching, place: number, habits: Habits, hear: HearPair): void {
  const { scores, productIds, listed } = read;
  const own = scores[place] ?? 0;
  const gapTo = (other: number) => Math.abs(own - (scores[other] ?? 0));
  for (let upper = 0; upper < place; upper += 1) {
    const outcome = pairOutcome(read, upper, place);
    if (outcome === undefined) continue;
    const cell = cellOf(read, upper, place);
    hear(1, outcome.raised, habits.raises[cell] ?? 0, gapTo(upper));
    if (outcome.takenOut === undefined) continue;
    const outOfList = place < listed && listed < productIds.length ? gapTo(listed) : Number.POSITIVE_INFINITY;
    hear(-1, outcome.takenOut, habits.takesOut[cell] ?? 0, outOfList);
  }
  for (let lower = place + 1; lower < productIds.length; lower += 1) {
    const outcome = pairOutcome(read, place, lower);
    if (outcome === undefined) continue;
    hear(-1, outcome.lowered, habits.lowers[cellOf(read, place, lower)] ?? 0, gapTo(lower));
  }
}

/**
 * What one agent did to one product in one scope: how far beyond chance they wanted it higher (above 0) or lower, were `added` added to
 * its score, in standard deviations. Of n corrections it is at most √n, however they look.
 */
export type ProductEvidence = (added: number) => number;

/**
 * What is left of a correction for raising a product when `added` is added to its score, over the pairs it was the lower of:
 *
 *   u(added) = sum of done - [habit + (1 - habit) · explained],  explained = (σ((added - gap) / near) - σ(-gap / near)) / σ(gap / near)
 *
 * what was done less what either habit or the addition would have done; the latter is how far the Bradley-Terry chance of the product
 * over the other has grown. For lowering it is the same over the pairs it was the upper of, and those where it was taken out. Each sum
 * is divided by the root of its own sum of squares over corrections: those are the cases, not their pairs, which all hang on one act.
 * What is done less often than usual is no act and counts as 0: nobody is taught that a product stayed where it was.
 *
 * @see Bradley & Terry, "Rank Analysis of Incomplete Block Designs", Biometrika 1952; Burges et al., "Learning to Rank using Gradient
 *   Descent", ICML 2005, for its logistic form with the difference of scores as offset. Efron, "Student's t-Test under Symmetry Conditions", JASA
 *   1969, for sums divided by the root of their squares. The habit is ours.
 */
export function productEvidence(
  teachings: readonly ReadTeaching[],
  productId: string,
  habits: Habits,
): ProductEvidence {
  const cases = teachings.flatMap((read) => {
    const place = read.productIds.indexOf(productId);
    if (place < 0) return [];
    const pairs: number[] = [];
    hearPairs(read, place, habits, (...pair) => pairs.push(...pair));
    return [Float64Array.from(pairs)];
  });
  return (added) => {
    const sums = new RunningEvidence();
    for (const pairs of cases) {
      sums.up.add(leftOver(pairs, 1, added));
      sums.down.add(leftOver(pairs, -1, added));
    }
    return sums.value();
  };
}

function leftOver(pairs: Float64Array, wanted: 1 | -1, added: number): number {
  let sum = 0;
  for (let row = 0; row < pairs.length; row += 4) {
    if (pairs[row] !== wanted) continue;
    const [done, habit, gap] = [pairs[row + 1] ?? 0, pairs[row + 2] ?? 0, pairs[row + 3] ?? 0];
    const byItself = wanted * added > 0 ? explained(Math.abs(added), gap) : 0;
    sum += done - habit - (1 - habit) * byItself;
  }
  return sum;
}

/** How much of turning a pair over an addition to the score does by itself, in [0, 1). */
function explained(added: number, gap: number): number {
  if (gap === Number.POSITIVE_INFINITY) return 0;
  const before = logistic(-gap / NEAR);
  return (logistic((added - gap) / NEAR) - before) / (1 - before);
}

/** Of every product that stands in any of the corrections, its evidence with nothing added. Cost: O(corrections · places²). */
export function evidenceOfAll(teachings: readonly ReadTeaching[], habits: Habits): Map<string, number> {
  const all = new Map<string, RunningEvidence>();
  for (const read of teachings)
    read.productIds.forEach((productId, place) => {
      let [up, down] = [0, 0];
      hearPairs(read, place, habits, (direction, done, habit) => {
        if (direction === 1) up += done - habit;
        else down += done - habit;
      });
      const sums = all.get(productId) ?? new RunningEvidence();
      all.set(productId, sums);
      sums.up.add(up);
      sums.down.add(down);
    });
  return new Map([...all].map(([productId, sums]) => [productId, sums.value()]));
}

class RunningSum {
  #sum = 0;
  #squares = 0;

  add(value: number): void {
    this.#sum += value;
    this.#squares += value * value + FLOOR * FLOOR;
  }

  /** What was done less often than usual is no act, and says nothing. */
  value(): number {
    return this.#sum <= 0 ? 0 : this.#sum / Math.sqrt(this.#squares);
  }
}

class RunningEvidence {
  readonly up = new RunningSum();
  readonly down = new RunningSum();

  value(): number {
    return this.up.value() - this.down.value();
  }
}
