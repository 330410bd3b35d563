import type { RankedProduct } from '../../domain/ranking.ts';
import type { Pin } from './rule-book.ts';

/** Lead of a product that is lifted to the first place. */
const LEAST_LEAD = 1e-6;

/**
 * Puts pinned products at their places and leaves the others in their order around them. What a place needs is a part of the
 * score of its own, `rule:<id>`: exactly the lift (or, where the product would stand higher, the fall) from its own score to
 * one between its neighbours', so that parts add up and the list is ordered by its scores.
 *
 * Of two pins to one place the one of the lower rule id has it, the other the next. In a list that is too short the place is
 * the last.
 *
 * @param list Highest score first, without the pinned.
 * @param scored The pinned products that may be shown, with their own scores.
 * @param pins By position, then by rule.
 */
export function placePins(
  list: readonly RankedProduct[],
  scored: ReadonlyMap<string, RankedProduct>,
  pins: readonly Pin[],
): RankedProduct[] {
  const placed: { readonly entry: RankedProduct; readonly pin?: Pin }[] = list.map((entry) => ({ entry }));
  let free = 0;
  for (const pin of pins) {
    const entry = scored.get(pin.productId);
    if (entry === undefined) continue;
    const at = Math.min(Math.max(pin.position - 1, free), placed.length);
    placed.splice(at, 0, { entry, pin });
    free = at + 1;
  }
  const arranged: RankedProduct[] = [];
  placed.forEach(({ entry, pin }, at) => {
    if (pin === undefined) arranged.push(entry);
    else {
      const below = placed.slice(at + 1).find((next) => next.pin === undefined)?.entry.score;
      arranged.push(lift(entry, pin, betweenScores(entry.score, arranged.at(-1)?.score, below)));
    }
  });
  return arranged;
}

/** The score nearest to a product's own that is no higher than what stands above and higher than what stands below. */
function betweenScores(own: number, above: number | undefined, below: number | undefined): number {
  const ceiling = above ?? Number.POSITIVE_INFINITY;
  const floor = below ?? Number.NEGATIVE_INFINITY;
  if (own > floor && own <= ceiling) return own;
  if (own > ceiling) return ceiling;
  return Math.min(floor + LEAST_LEAD, Number.isFinite(ceiling) ? (floor + ceiling) / 2 : floor + LEAST_LEAD);
}

function lift(entry: RankedProduct, { rule }: Pin, score: number): RankedProduct {
  const contribution = score - entry.score;
  if (contribution === 0) return entry;
  const weight = Math.abs(contribution);
  const part = { signal: `rule:${rule}`, weight, value: Math.sign(contribution), contribution };
  return { ...entry, score, parts: [...entry.parts, part] };
}
