import type { Span } from './span.ts';

const ATOM_WORTH = 10;
/** Each span costs something, so that one long reading beats two short ones over the same words. */
const SPAN_COST = 3;

const worthOf = ({ from, to, bonus }: Span): number => ATOM_WORTH * (to - from) - SPAN_COST + bonus;

/**
 * The best reading of a message: spans that do not overlap, of the highest total worth (10 for each atom covered, less
 * 3 for each span, plus bonuses), in order. Weighted interval scheduling, linear in atoms and spans; the first span of
 * equal worth wins, so the reading is determined by the order of `spans`.
 */
export function selectSpans(spans: readonly Span[], atomCount: number): Span[] {
  const ending = Map.groupBy(spans, ({ to }) => to);
  const best: { readonly worth: number; readonly last?: Span }[] = [{ worth: 0 }];
  for (let to = 1; to <= atomCount; to += 1) {
    let winner: { worth: number; last?: Span } = { worth: best[to - 1]?.worth ?? 0 };
    for (const span of ending.get(to) ?? []) {
      const worth = (best[span.from]?.worth ?? 0) + worthOf(span);
      if (worth > winner.worth) winner = { worth, last: span };
    }
    best.push(winner);
  }
  return traceBack(best, atomCount);
}

function traceBack(best: readonly { readonly last?: Span }[], atomCount: number): Span[] {
  const chosen: Span[] = [];
  for (let at = atomCount; at > 0; ) {
    const last = best[at]?.last;
    if (last === undefined) at -= 1;
    else {
      chosen.push(last);
      at = last.from;
    }
  }
  return chosen.reverse();
}
