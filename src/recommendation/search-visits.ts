import type { Candidate } from '../domain/candidate.ts';
import { AssistantError } from '../errors/assistant-error.ts';
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

  const compare = (clicks: readonly Click[]): number[] => {
    const met: number[] = [];
    clicks.forEach((click, bit) => {
      for (
        let entry = at(byProduct.starts, click.product);
        entry < at(byProduct.starts, click.product + 1);
        entry += 1
      ) {
        const visit = at(byProduct.columns, entry);
        if (shared[visit] === 0) met.push(visit);
        shared[visit] = at(shared, visit) | (1 << bit);
        likeness[visit] = at(likeness, visit) + click.likeness;
      }
    });
    return met;
  };

  /** Calls `visit` for everything a voting visit holds, with the fading of its newest shared click: the lowest bit. */
  const walk = (
    voting: readonly number[],
    clicks: readonly Click[],
    take: (product: number, fade: number, voter: number) => void,
  ): void => {
    for (const voter of voting) {
      const newest = 31 - Math.clz32(at(shared, voter) & -at(shared, voter));
      const fade = clicks[newest]?.fade ?? 0;
      for (let entry = at(byVisit.starts, voter); entry < at(byVisit.starts, voter + 1); entry += 1)
        take(at(byVisit.columns, entry), fade, voter);
    }
  };

  return (visited, limit) => {
    const clicks = placeClicks(visited.slice(-options.clicks), positions);
    const masked = new Set(options.reminders ? [] : visited.map((id) => positions.get(id)));
    const met = compare(clicks);
    const sampled = Int32Array.from(met).sort().subarray(0, options.sample);
    const voting = selectTop(sampled, likeness, options.votes);
    const touched: number[] = [];
    walk(voting, clicks, (product, fade, voter) => {
      const step = fade * at(rarity, product) * at(likeness, voter);
      if (step === 0 || masked.has(product)) return;
      if (scores[product] === 0) touched.push(product);
      scores[product] = at(scores, product) + step;
    });
    const chosen = selectTop(touched, scores, limit);
    const parts = new Map(chosen.map((product) => [product, new Float64Array(clicks.length)]));
    walk(voting, clicks, (product, fade, voter) => {
      const carried = parts.get(product);
      if (carried === undefined) return;
      clicks.forEach((click, bit) => {
        if ((at(shared, voter) & (1 << bit)) !== 0)
          carried[bit] = at(carried, bit) + fade * at(rarity, product) * click.likeness;
      });
    });
    const candidates = chosen.map((product) => ({
      productId: productIds[product] ?? '',
      score: at(scores, product),
      because: clicks
        .map((click, bit) => ({
          productId: productIds[click.product] ?? '',
          share: Math.min(1, at(parts.get(product) ?? scores, bit) / at(scores, product)),
        }))
        .filter(({ share }) => share > 0)
        .sort((left, right) => right.share - left.share || (left.productId < right.productId ? -1 : 1)),
    }));
    for (const visit of met) {
      likeness[visit] = 0;
      shared[visit] = 0;
    }
    for (const product of touched) scores[product] = 0;
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
