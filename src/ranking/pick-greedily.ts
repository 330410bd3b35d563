import type { RankedProduct, ScorePart } from '../domain/ranking.ts';
import { withoutVector } from './diversify.ts';
import type { ListAdjustment, ListCandidate } from './list-adjustment.ts';
import { measureLikeness } from './measure-likeness.ts';
import { SURPRISE_EVERY } from './surprise.ts';

/** One product of the list with its position in the pool. */
interface Pick {
  readonly position: number;
  readonly product: RankedProduct;
}

interface SurpriseDial {
  /** The most that a surprise's score is lifted; 0 for no surprises. */
  readonly weight: number;
  isSurprise(position: number): boolean;
  /** Numbers in [0, 1): which of the surprises it is. */
  readonly random: () => number;
}

/**
 * Picks one product after the other, always the one of the highest score with its adjustments, ties by productId. The last of
 * every ten is a surprise, if none of the nine is one: any of those that the dial allows to be lifted that far, each with the
 * same chance, so that a shop which learns from its own lists goes on to hear of everything.
 */
export function pickGreedily(
  pool: readonly ListCandidate[],
  adjustments: readonly ListAdjustment[],
  limit: number,
  surprise: SurpriseDial,
): Pick[] {
  const left = pool.map((_, position) => position);
  const scores = new Float64Array(pool.length);
  const likeness = new Float64Array(pool.length);
  const vectors = pool.map(({ product }) => product.vector);
  const picks: Pick[] = [];
  let hasSurprise = false;
  while (picks.length < limit && left.length > 0) {
    for (const position of left) {
      scores[position] = (pool[position]?.product.score ?? 0) + adjustment(adjustments, position);
    }
    const place = picks.length % SURPRISE_EVERY;
    if (place === 0) hasSurprise = false;
    const best = bestOf(left, pool, scores);
    const wanted = surprise.weight > 0 && place === SURPRISE_EVERY - 1 && !hasSurprise;
    const lift = wanted
      ? liftSurprise(left, scores, {
          ...surprise,
          below: scores[best] ?? 0,
          above: picks.at(-1)?.product.score ?? 0,
        })
      : undefined;
    const position = lift?.position ?? best;
    hasSurprise ||= surprise.isSurprise(position);
    left.splice(left.indexOf(position), 1);
    const candidate = pool[position];
    if (candidate === undefined) break;
    const parts = adjustments.map((each) => toPart(each.signal, each.weight, each.valueOf(position)));
    picks.push({
      position,
      product: withParts(candidate, lift === undefined ? parts : [...parts, lift.part]),
    });
    measureLikeness(vectors, position, likeness);
    for (const each of adjustments) each.afterPick?.(position, likeness);
  }
  return picks;
}

function adjustment(adjustments: readonly ListAdjustment[], position: number): number {
  let sum = 0;
  for (const each of adjustments) sum += each.weight * each.valueOf(position);
  return sum;
}

/** -1 when there is none. Ties go to the lower productId. */
function bestOf(positions: readonly number[], pool: readonly ListCandidate[], scores: Float64Array): number {
  let best = -1;
  for (const position of positions) {
    const lead = (scores[position] ?? 0) - (scores[best] ?? Number.NEGATIVE_INFINITY);
    if (lead > 0 || (lead === 0 && idOf(pool, position) < idOf(pool, best))) best = position;
  }
  return best;
}

const idOf = (pool: readonly ListCandidate[], position: number): string =>
  pool[position]?.product.productId ?? '';

interface Lift {
  readonly position: number;
  readonly part: ScorePart;
}

/** One of the surprises with the part that puts it between two scores; undefined when the dial allows none of them as much. */
function liftSurprise(
  left: readonly number[],
  scores: Float64Array,
  {
    above,
    below,
    weight,
    isSurprise,
    random,
  }: SurpriseDial & { readonly above: number; readonly below: number },
): Lift | undefined {
  const lifts = left.filter(isSurprise).flatMap((position): Lift[] => {
    const own = scores[position] ?? 0;
    const part = toPart('surprise', weight, (below + (above - below) / 2 - own) / weight);
    const lifted = own + part.contribution;
    const isAllowed = part.value > 0 && part.value <= 1 && lifted < above && lifted > below;
    return isAllowed ? [{ position, part }] : [];
  });
  return lifts[Math.floor(random() * lifts.length)];
}

function withParts({ product }: ListCandidate, adjusted: readonly ScorePart[]): RankedProduct {
  const counted = adjusted.filter(({ contribution }) => contribution !== 0);
  const moved = counted.reduce((sum, { contribution }) => sum + contribution, 0);
  return { ...withoutVector(product), score: product.score + moved, parts: [...product.parts, ...counted] };
}

function toPart(signal: string, weight: number, value: number): ScorePart {
  return { signal, weight, value, contribution: weight * value };
}
