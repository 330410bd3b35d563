import { INDEX_FIELDS } from '../../../src/ports/product-index.ts';
import { boostScore, fieldFrequency, MAX_TERM_FREQUENCY } from '../bm25f.ts';
import { countBits, forEachBit, hasBit } from './bits.ts';
import type { Passing } from './evaluate-scope.ts';
import { FREQUENCY_BITS } from './postings-builder.ts';
import type { KnownGroup, PreparedQuery } from './prepare-query.ts';
import { selectRank } from './select-rank.ts';
import type { TopProducts } from './top-products.ts';
import { clearAccumulator, type WordAccumulator } from './word-accumulator.ts';

/** Bits of the title's frequency, the first field. */
const TITLE_MASK = MAX_TERM_FREQUENCY;
/** To look a row up in the postings of a term costs as much as going over this many of them. */
const SEEK_COST = 16;

interface Scoring {
  readonly passing: Passing;
  readonly query: PreparedQuery;
  /** With room for the segment's products. */
  readonly accumulator: WordAccumulator;
  readonly top: TopProducts;
}

/**
 * Offers the passing products of one segment that hold a term of the query, but for those that cannot be among the best.
 *
 * Groups come in the order of what they can give at most. As soon as all that is left could not lift a product not met so
 * far to the worst score a full list would now have, no more products are taken in: for the common words, which come
 * last, only those already met are looked up. The list is that of scoring all.
 *
 * @see Turtle & Flood, "Query evaluation: strategies and optimizations", Information Processing & Management 31(6), 1995
 *   (max-score, term at a time). The bound of the boosts is ours.
 */
export function scoreTerms(work: Scoring): void {
  const { passing, query, accumulator, top } = work;
  const add = createGroupAdder(work);
  let only = fewRows(passing);
  let isClosed = false;
  let unchecked = 0;
  query.groups.forEach((group, position) => {
    // Looking costs as much as the products met: it is done again when as many postings have been gone over.
    if (!isClosed && unchecked >= accumulator.count) {
      unchecked = 0;
      isClosed = isDecided(work, position);
      if (isClosed) only = accumulator.met.subarray(0, accumulator.count).sort();
    }
    unchecked += group.postings;
    add(group, position + 1, only, isClosed);
  });
  for (let index = 0; index < accumulator.count; index += 1) {
    const row = accumulator.met[index] ?? 0;
    const score = boostedScore(work, row);
    const coverage = (accumulator.matched[row] ?? 0) / query.groupCount;
    if (score >= top.floor()) top.offer(score, passing, row, coverage);
  }
  clearAccumulator(accumulator);
}

/** The passing rows when they are so few that looking them up is the cheaper way. */
function fewRows({ products, segment }: Passing): Uint32Array | undefined {
  const count = countBits(products);
  if (count * SEEK_COST > segment.productIds.length) return undefined;
  const rows = new Uint32Array(count);
  let taken = 0;
  forEachBit(products, (row) => {
    rows[taken] = row;
    taken += 1;
  });
  return rows;
}

function boostedScore({ query, accumulator }: Scoring, row: number): number {
  return boostScore(accumulator.scores[row] ?? 0, query.scoring, {
    known: query.groups.length,
    matched: accumulator.matched[row] ?? 0,
    inTitle: accumulator.inTitle[row] ?? 0,
  });
}

/** Covers the rounding of sums taken in another order. */
const ROUNDING = 1 + 1e-9;

/** Whether no product without one of the groups before `position` can be among the best. */
function isDecided(work: Scoring, position: number): boolean {
  const { query, accumulator, top } = work;
  const known = query.groups.length;
  const rest = known - position;
  const ceiling =
    boostScore(query.ceilings[position] ?? 0, query.scoring, { known, matched: rest, inTitle: rest }) *
    ROUNDING;
  if (ceiling < top.floor()) return true;
  const { met, count, scratch } = accumulator;
  if (count < top.limit) return false;
  for (let index = 0; index < count; index += 1) scratch[index] = boostedScore(work, met[index] ?? 0);
  return ceiling < selectRank(scratch, count, count - top.limit);
}

/** @returns A function that adds what the products get for a group: of all that pass, of `only` some, or of those met. */
function createGroupAdder({ passing, query, accumulator }: Scoring) {
  const { segment, products } = passing;
  const { postings, fieldLengths } = segment;
  const { scoring, averageLengths } = query;
  const { scores, matched, inTitle, bestOfGroup, lastGroup, lastTitleGroup, met } = accumulator;
  const rowCount = segment.productIds.length;
  const weights = INDEX_FIELDS.map((field) => scoring.fieldWeights[field]);

  function pseudoFrequency(row: number, packed: number): number {
    let sum = 0;
    for (let field = 0, rest = packed; rest !== 0; field += 1, rest >>>= FREQUENCY_BITS) {
      const frequency = rest & MAX_TERM_FREQUENCY;
      if (frequency === 0) continue;
      const length = fieldLengths[field * rowCount + row] ?? 0;
      sum += fieldFrequency(scoring, weights[field] ?? 0, frequency, length, averageLengths[field] ?? 1);
    }
    return sum;
  }

  function addPosting(entry: number, row: number, factor: number, group: number): void {
    const packed = postings.frequencies[entry] ?? 0;
    if (lastGroup[row] !== group) {
      if (matched[row] === 0) {
        met[accumulator.count] = row;
        accumulator.count += 1;
      }
      lastGroup[row] = group;
      bestOfGroup[row] = 0;
      matched[row] = (matched[row] ?? 0) + 1;
    }
    if ((packed & TITLE_MASK) !== 0 && lastTitleGroup[row] !== group) {
      lastTitleGroup[row] = group;
      inTitle[row] = (inTitle[row] ?? 0) + 1;
    }
    const frequency = pseudoFrequency(row, packed);
    const value = (factor * frequency) / (scoring.k1 + frequency);
    const best = bestOfGroup[row] ?? 0;
    if (value <= best) return;
    bestOfGroup[row] = value;
    scores[row] = (scores[row] ?? 0) + value - best;
  }

  return (
    { terms, idf }: KnownGroup,
    group: number,
    only: Uint32Array | undefined,
    isClosed: boolean,
  ): void => {
    for (const { term, weight } of terms) {
      const number = postings.terms.get(term);
      if (number === undefined) continue;
      const end = postings.start[number + 1] ?? 0;
      let entry = postings.start[number] ?? 0;
      const factor = weight * idf;
      if (only !== undefined && only.length * SEEK_COST < end - entry) {
        for (const row of only) {
          entry = firstNotBelow(postings.rows, row, entry, end);
          if (entry === end) break;
          if (postings.rows[entry] === row) addPosting(entry, row, factor, group);
        }
      } else {
        for (; entry < end; entry += 1) {
          const row = postings.rows[entry] ?? 0;
          if (isClosed ? matched[row] !== 0 : hasBit(products, row)) addPosting(entry, row, factor, group);
        }
      }
    }
  };
}

/** The first place in `[from, end)` of ascending rows that does not hold a lower one; `end` when all do. */
function firstNotBelow(rows: Uint32Array, row: number, from: number, end: number): number {
  let low = from;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
