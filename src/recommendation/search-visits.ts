import type { Candidate } from '../domain/candidate.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import { createContributionTable } from './contribution-table.ts';
import { selectTop } from './select-top.ts';
import type { VisitIndex } from './train-visits.ts';
import { at } from './typed-arrays.ts';

export interface VisitSearchOptions {
  /** Newest visits that are compared, >= 1. */
  readonly sample: number;
  /** Of those, the most alike that vote, >= 1. */
  readonly votes: number;
  /** Last clicks of the running visit that count, 1 to 31. */
  readonly clicks: number;
  /** Whether products of the running visit may come back. */
  readonly reminders: boolean;
}

export const DEFAULT_VISIT_SEARCH_OPTIONS: VisitSearchOptions = {
  sample: 500,
  votes: 100,
  clicks: 9,
  reminders: false,
};

/** @param clicks Products of the running visit, oldest first. None known gives an empty list. */
export type VisitSearch = (clicks: readonly string[], limit: number) => Candidate[];

const LOST_PER_PLACE = 0.1;

/** A product of the running visit. Of a product looked at twice only the newest click counts. */
interface Click {
  readonly product: number;
  /** Place from the start over the number of different products. */
  readonly likeness: number;
  /** max(0, 1 - 0.1 · place from the end), the last click having place 1. */
  readonly fade: number;
}

/**
 * VMIS-kNN: what was looked at in visits like this one.
 *
 *   likeness(v)  = sum over shared products of place from the start / different products
 *   score(i)     = sum over the most alike visits v with i of
 *                  max(0, 1 - 0.1 · place from the end of the newest shared product) · rarity(i) · likeness(v)
 *
 * The running visit is an argument, so that a click counts in the very next list. `because` gives every clicked product the
 * part of the score that its share in the likenesses carried: the shares add up to 1.
 * Cost: O(clicks · visitsPerProduct + votes · products of a visit).
 *
 * @throws {AssistantError} INVALID_ARGUMENT for options out of range.
 * @see Kersbergen, Sprangers, Schelter, SIGMOD 2022, section 3. That the fading stops at 0 and the shares are ours.
 */
export function createVisitSearch(
  index: VisitIndex,
  options: VisitSearchOptions = DEFAULT_VISIT_SEARCH_OPTIONS,
): VisitSearch {
  assertOptions(options);
  const { productIds, byVisit, byProduct, rarity } = index;
  const positions = new Map(productIds.map((id, position) => [id, position]));
  const likeness = new Float64Array(byVisit.starts.length - 1);
  /** Bit c: shares click c. */
  const shared = new Int32Array(likeness.length);
  const scores = new Float64Array(productIds.length);
  const isMasked = new Uint8Array(productIds.length);
  const table = createContributionTable(productIds, options.clicks);

  const compare = (clicks: readonly Click[]): number[] => {
    const met: number[] = [];
    clicks.forEach((click, bit) => {
      const end = byProduct.starts[click.product + 1] ?? 0;
      for (let entry = byProduct.starts[click.product] ?? 0; entry < end; entry += 1) {
        const visit = byProduct.columns[entry] ?? 0;
        if (shared[visit] === 0) met.push(visit);
        shared[visit] = (shared[visit] ?? 0) | (1 << bit);
        likeness[visit] = (likeness[visit] ?? 0) + click.likeness;
      }
    });
    return met;
  };

  /** The fading of the newest click that a visit shares: the lowest bit. */
  const fadeOf = (voter: number, clicks: readonly Click[]): number => {
    const bits = shared[voter] ?? 0;
    return clicks[31 - Math.clz32(bits & -bits)]?.fade ?? 0;
  };

  /** Adds up the scores of all that the voting visits hold. Returns it. */
  const addScores = (voting: readonly number[], clicks: readonly Click[]): number[] => {
    const touched: number[] = [];
    for (const voter of voting) {
      const fade = fadeOf(voter, clicks);
      const alike = likeness[voter] ?? 0;
      const end = byVisit.starts[voter + 1] ?? 0;
      for (let entry = byVisit.starts[voter] ?? 0; entry < end; entry += 1) {
        const product = byVisit.columns[entry] ?? 0;
        const step = fade * (rarity[product] ?? 0) * alike;
        if (step === 0 || isMasked[product] === 1) continue;
        if (scores[product] === 0) touched.push(product);
        scores[product] = (scores[product] ?? 0) + step;
      }
    }
    return touched;
  };

  const tellContributions = (voting: readonly number[], clicks: readonly Click[]): void => {
    for (const voter of voting) {
      const fade = fadeOf(voter, clicks);
      const bits = shared[voter] ?? 0;
      const end = byVisit.starts[voter + 1] ?? 0;
      for (let entry = byVisit.starts[voter] ?? 0; entry < end; entry += 1) {
        const product = byVisit.columns[entry] ?? 0;
        const step = fade * (rarity[product] ?? 0);
        for (let bit = 0; bit < clicks.length; bit += 1)
          if ((bits & (1 << bit)) !== 0) table.add(product, bit, step * (clicks[bit]?.likeness ?? 0));
      }
    }
  };

  return (visited, limit) => {
    const clicks = placeClicks(visited.slice(-options.clicks), positions);
    const masked = options.reminders ? [] : visited.flatMap((id) => positions.get(id) ?? []);
    for (const product of masked) isMasked[product] = 1;
    const met = compare(clicks);
    const sampled = Int32Array.from(met).sort().subarray(0, options.sample);
    const voting = selectTop(sampled, likeness, options.votes);
    const touched = addScores(voting, clicks);
    const chosen = selectTop(touched, scores, limit);
    table.begin(
      chosen,
      clicks.map(({ product }) => product),
    );
    tellContributions(voting, clicks);
    const candidates = chosen.map((product) => {
      const score = at(scores, product);
      return { productId: productIds[product] ?? '', score, because: table.because(product, score) };
    });
    table.end();
    for (const visit of met) {
      likeness[visit] = 0;
      shared[visit] = 0;
    }
    for (const product of touched) scores[product] = 0;
    for (const product of masked) isMasked[product] = 0;
    return candidates;
  };
}

/** Newest first. Unknown products keep their place, so that the others fade as they should. */
function placeClicks(visited: readonly string[], positions: ReadonlyMap<string, number>): Click[] {
  const different = new Set(visited).size;
  const newestFirst = visited.toReversed();
  return newestFirst.flatMap((id, index) => {
    const product = positions.get(id);
    if (product === undefined || newestFirst.indexOf(id) < index) return [];
    const likeness = (visited.length - index) / different;
    return [{ product, likeness, fade: Math.max(0, 1 - LOST_PER_PLACE * (index + 1)) }];
  });
}

function assertOptions({ sample, votes, clicks }: VisitSearchOptions): void {
  const whole = [sample, votes, clicks].every((count) => Number.isInteger(count) && count >= 1);
  if (!whole || clicks > 31) {
    throw new AssistantError('INVALID_ARGUMENT', 'sample and votes must be >= 1 and clicks 1 to 31', {
      details: { sample, votes, clicks },
    });
  }
}
