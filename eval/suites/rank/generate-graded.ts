import { createRandom } from '../../../src/domain/random.ts';
import type { GradedQuery } from './read-svmlight.ts';

const FEATURES = 300;
/** Of the features, those that say something; the others are noise. */
const TELLING = 25;
/** Share of features that a row has at all. */
const DENSITY = 0.3;
/** Of the grades, in units of what the features say. */
const NOISE = 0.35;
/** Rows of a query: 8 to 22. */
const ROWS = { least: 8, spread: 15 };
/** Where the next grade begins, by rank among all rows: few are perfect, half are worth nothing. */
const GRADE_SHARES = [0.5, 0.75, 0.9, 0.97];

/**
 * Judged queries in the shape of the usual small check of rankers: 300 sparse features of which 25 tell something, five grades. What
 * a row is worth is a weighted sum, a tenth of the telling features counting only above one half and pairs of them only together, plus
 * normal noise; so a sum finds much of it, trees find more, and nobody finds all.
 */
export function generateGraded(queries: number, seed: number): GradedQuery[] {
  const random = createRandom(seed);
  const rule = createRandom(1);
  const weights = Array.from({ length: TELLING }, () => rule());
  const drawn = Array.from({ length: queries }, () => {
    const rows = ROWS.least + Math.floor(random() * ROWS.spread);
    return Array.from({ length: rows }, () => {
      const values = Array.from({ length: FEATURES }, () => (random() < DENSITY ? random() : 0));
      return { values, worth: worthOf(values, weights) + NOISE * normal(random) };
    });
  });
  const worths = drawn.flatMap((rows) => rows.map(({ worth }) => worth)).sort((a, b) => a - b);
  const limits = GRADE_SHARES.map((share) => worths[Math.floor(share * worths.length)] ?? 0);
  return drawn.map((rows) => ({
    rows: rows.map(({ values, worth }) => ({
      values,
      grade: limits.filter((limit) => worth >= limit).length,
    })),
  }));
}

function worthOf(values: readonly number[], weights: readonly number[]): number {
  let worth = 0;
  weights.forEach((weight, feature) => {
    const value = values[feature] ?? 0;
    const next = values[(feature + 1) % TELLING] ?? 0;
    if (feature % 3 === 0) worth += value > 0.5 ? weight : 0;
    else if (feature % 3 === 1) worth += value > 0 && next > 0 ? weight : 0;
    else worth += weight * value;
  });
  return worth;
}

/** Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
