import { createHash } from 'node:crypto';
import { hardConstraints } from '../domain/need.ts';
import type { Audience, ListRequest } from './list-products.ts';

/** Length of a context. */
export const CONTEXT_FEATURES = 12;

const SURFACES: readonly Audience['surface'][] = ['chat', 'recommendations', 'similar'];
/** So many words, or products opened, say all that their number says. */
const MANY_WORDS = 8;
const MANY_OPENED = 5;
const DAY_MS = 86_400_000;

/**
 * What the learning policy knows of a list: a constant; one of chat, recommendations and similar products; two signs that tell markets apart; whether there is a history, how many products were opened in the visit; how many
 * words and limits were said; and the hour of the day (UTC) as a point of a circle. Every number is in [-1, 1].
 *
 * Without consent there is no history; then both numbers of the person, the history and the visit, are 0.
 */
export function exploreContext(
  request: Pick<ListRequest, 'audience' | 'market' | 'history' | 'opened' | 'need' | 'view'>,
): Float64Array {
  const { audience, market, history, opened, need, view } = request;
  const known = history.length > 0;
  const hour = (2 * Math.PI * (view.nowMs % DAY_MS)) / DAY_MS;
  const [left, right] = marketSigns(market.country);
  return Float64Array.of(
    1,
    ...SURFACES.map((surface) => (surface === audience.surface ? 1 : 0)),
    left,
    right,
    known ? 1 : 0,
    known ? Math.min(1, opened.length / MANY_OPENED) : 0,
    Math.min(1, wordsIn(need.query) / MANY_WORDS),
    Math.min(1, hardConstraints(need).length / 4),
    Math.sin(hour),
    Math.cos(hour),
  );
}

const wordsIn = (query: string): number => query.split(/\s+/u).filter((word) => word !== '').length;

function marketSigns(country: string): readonly [number, number] {
  const [byte = 0] = createHash('sha256').update(country).digest();
  return [byte & 1 ? 1 : -1, byte & 2 ? 1 : -1];
}
