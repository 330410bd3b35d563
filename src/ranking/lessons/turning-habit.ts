import { USUAL_EXAMINATION } from '../learned/examination.ts';
import { MOST_PLACES, type ReadTeaching } from './teaching.ts';

/**
 * How often an agent does something to the pair of an upper and a lower place, whatever stands there. In (0, 1), by `cellOf`: places that
 * the shopper would not have got are looked at otherwise.
 */
export type Habit = Float64Array;

/** What an agent usually does to lists. What is done to a product tells about it only as far as it is not habit. */
export interface Habits {
  /** Turns a pair over because the lower is meant. */
  readonly raises: Habit;
  /** Turns a pair over because the upper is meant. */
  readonly lowers: Habit;
  /** Takes the lower out and keeps the upper. */
  readonly takesOut: Habit;
}

/** What happened to a pair of places of which at least one product was kept, the upper place first. */
export interface PairOutcome {
  readonly raised: number;
  readonly lowered: number;
  /** Undefined where the upper was not kept: then nothing was kept in the place of the lower. */
  readonly takenOut: number | undefined;
}

/** @returns Undefined for a pair that the agent told nothing about. Raised and lowered are together 1 where it was turned over. */
export function pairOutcome(read: ReadTeaching, upper: number, lower: number): PairOutcome | undefined {
  const { rank, isOut, meant } = read;
  const [above, below] = [rank[upper] ?? -1, rank[lower] ?? -1];
  if (above < 0 && below < 0) return undefined;
  const isTurned = below >= 0 && (above < 0 || below < above);
  const raisedShare = (meant[lower] ?? 0) / ((meant[lower] ?? 0) + (meant[upper] ?? 0) || 1);
  return {
    raised: isTurned ? raisedShare : 0,
    lowered: isTurned ? 1 - raisedShare : 0,
    takenOut: above < 0 ? undefined : (isOut[lower] ?? 0),
  };
}

/** Of all corrections of one agent. Cost: O(corrections · places²). */
export function measureHabits(teachings: readonly ReadTeaching[]): Habits {
  const [raised, lowered, takenOut] = [newCells(), newCells(), newCells()];
  for (const read of teachings)
    for (let lower = 1; lower < read.productIds.length; lower += 1)
      for (let upper = 0; upper < lower; upper += 1) {
        const outcome = pairOutcome(read, upper, lower);
        if (outcome === undefined) continue;
        const cell = cellOf(read, upper, lower);
        count(raised, cell, outcome.raised);
        count(lowered, cell, outcome.lowered);
        if (outcome.takenOut !== undefined) count(takenOut, cell, outcome.takenOut);
      }
  return { raises: fitHabit(raised), lowers: fitHabit(lowered), takesOut: fitHabit(takenOut) };
}

const PAIRS = MOST_PLACES * MOST_PLACES;

/** Where a pair of places is counted: those whose lower place is listed, then the others. */
export const cellOf = ({ listed }: ReadTeaching, upper: number, lower: number): number =>
  (lower < listed ? 0 : PAIRS) + upper * MOST_PLACES + lower;

/** By pair of places: how often it was looked at, and how often something was done to it. */
interface Cells {
  readonly looked: Float64Array;
  readonly done: Float64Array;
}

const newCells = (): Cells => ({ looked: new Float64Array(2 * PAIRS), done: new Float64Array(2 * PAIRS) });

function count({ looked, done }: Cells, cell: number, outcome: number): void {
  looked[cell] = (looked[cell] ?? 0) + 1;
  done[cell] = (done[cell] ?? 0) + outcome;
}

type Three = readonly [number, number, number];

/** Before anything is known: a pair in twenty, and attention that falls as shoppers' does; distance says nothing. */
const PRIOR: Three = [Math.log(1 / 19), -USUAL_EXAMINATION.steepness, 0];
/** What the prior weighs, as a share of all pairs looked at: the same corrections twice tell of the same habit. */
const PRIOR_SHARE: Three = [0.002, 0.01, 0.01];
const MOST_STEPS = 50;
const CLOSE_ENOUGH = 1e-9;
/** Of a weight in one step: far from the top the curvature says little. */
const LONGEST_STEP = 1;

const featuresOf = (upper: number, lower: number): Three => [1, Math.log(lower + 1), Math.log(lower - upper)];

/**
 * logit P(done) = a + b · ln(lower place) + c · ln(places between), the maximum a posteriori under independent normal priors, by Newton's
 * method. One level and two slopes: a free number for each pair of places would take a product that always stands at one place for a habit.
 *
 * @see Joachims, Swaminathan & Schnabel, WSDM 2017, for attention that falls with the place; there it weighs, here it is what is expected.
 */
function fitLogistic(looked: Float64Array, done: Float64Array): Three {
  const rows = [...looked].flatMap((times, cell) => {
    if (times === 0) return [];
    const features = featuresOf(Math.floor(cell / MOST_PLACES), cell % MOST_PLACES);
    return [{ times, done: done[cell] ?? 0, features }];
  });
  const pairs = rows.reduce((sum, { times }) => sum + times, 0);
  if (pairs === 0) return PRIOR;
  const precision = PRIOR_SHARE.map((share) => share * pairs);
  let weights: Three = PRIOR;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const gradient = weights.map((weight, index) => at(precision, index) * (at(PRIOR, index) - weight));
    const curvature = new Float64Array(9);
    precision.forEach((weight, index) => {
      curvature[index * 4] = weight;
    });
    for (const { times, done, features } of rows) {
      const chance = logistic(dot(weights, features));
      const residual = done - times * chance;
      const certainty = times * chance * (1 - chance);
      for (let row = 0; row < 3; row += 1) {
        gradient[row] = (gradient[row] ?? 0) + residual * at(features, row);
        for (let column = 0; column < 3; column += 1)
          curvature[row * 3 + column] =
            (curvature[row * 3 + column] ?? 0) + certainty * at(features, row) * at(features, column);
      }
    }
    const whole = solveThree(curvature, gradient);
    const shorten = Math.min(1, LONGEST_STEP / Math.max(...whole.map(Math.abs)));
    const change = whole.map((each) => each * shorten) as [number, number, number];
    weights = [weights[0] + change[0], weights[1] + change[1], weights[2] + change[2]];
    if (Math.max(...change.map(Math.abs)) < CLOSE_ENOUGH) break;
  }
  return weights;
}

function fitHabit({ looked, done }: Cells): Habit {
  const habit = new Float64Array(2 * PAIRS);
  for (const from of [0, PAIRS]) {
    const weights = fitLogistic(looked.subarray(from, from + PAIRS), done.subarray(from, from + PAIRS));
    for (let lower = 1; lower < MOST_PLACES; lower += 1)
      for (let upper = 0; upper < lower; upper += 1)
        habit[from + upper * MOST_PLACES + lower] = logistic(dot(weights, featuresOf(upper, lower)));
  }
  return habit;
}

const at = (numbers: ArrayLike<number>, index: number): number => numbers[index] ?? 0;

const dot = (left: Three, right: Three): number =>
  left[0] * right[0] + left[1] * right[1] + left[2] * right[2];

export const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

/** Cramer's rule; the matrix is positive definite, row-major. */
function solveThree(matrix: Float64Array, right: readonly number[]): Three {
  const whole = determinant(matrix);
  const solve = (column: number): number => {
    const replaced = Float64Array.from(matrix);
    for (let row = 0; row < 3; row += 1) replaced[row * 3 + column] = right[row] ?? 0;
    return determinant(replaced) / whole;
  };
  return [solve(0), solve(1), solve(2)];
}

const determinant = (matrix: Float64Array): number =>
  at(matrix, 0) * (at(matrix, 4) * at(matrix, 8) - at(matrix, 5) * at(matrix, 7)) -
  at(matrix, 1) * (at(matrix, 3) * at(matrix, 8) - at(matrix, 5) * at(matrix, 6)) +
  at(matrix, 2) * (at(matrix, 3) * at(matrix, 7) - at(matrix, 4) * at(matrix, 6));
