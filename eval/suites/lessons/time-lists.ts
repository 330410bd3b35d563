import type { OpenService } from '../../../src/assembly/open-service.ts';
import type { Kind } from './choose-kinds.ts';

const SIDES = ['with', 'without'] as const;
const ROUNDS = 300;

/**
 * Median milliseconds of a search with the lessons in force and without any, the same words one after the other in turn: what else
 * the machine does falls on both alike.
 */
export async function timeLists(
  { departments, shop }: OpenService,
  kinds: readonly Kind[],
  signal: AbortSignal,
): Promise<Readonly<Record<'without' | 'with', number>>> {
  const { lessons } = shop.ranking.current();
  const words = kinds.flatMap(({ heldOut }) => heldOut.map(({ says }) => says));
  const [market] = shop.current().markets;
  const times = { with: [] as number[], without: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const side of round % 2 === 0 ? SIDES : SIDES.toReversed()) {
      shop.ranking.replace({ lessons: side === 'with' ? lessons : undefined });
      const query = words[round % words.length] ?? '';
      const started = performance.now();
      await departments.search(
        { query, limit: 24, filters: {}, sort: 'relevance', locale: 'en', market: market?.country ?? '' },
        signal,
      );
      times[side].push(performance.now() - started);
    }
  shop.ranking.replace({ lessons });
  return { with: median(times.with), without: median(times.without) };
}

const median = (values: number[]): number =>
  values.sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
