import type { WrittenConversation } from '../../../src/domain/desk/written-conversation.ts';
import type { SimulatedConversation } from './draw-moves.ts';
import { afterMove, expectedParts, NOTHING_EXPECTED } from './expect-need.ts';
import type { Broken } from './play-moves.ts';

/** A failed conversation as `eval dialogue` reads it: what was said, with what should have been so after the last turn. */
export function writeCase(
  { market, language, moves }: SimulatedConversation,
  broken: Broken,
  id: string,
): WrittenConversation {
  const need = moves.slice(0, broken.turn + 1).reduce(afterMove, NOTHING_EXPECTED);
  const parts = expectedParts(need);
  const isSwitched = moves.some((move) => move.language !== language);
  const list = broken.says.length - 1;
  const expect = {
    ...(parts.need.length === 0 ? {} : { need: [...parts.need] }),
    ...(parts.notNeed.length === 0 ? {} : { notNeed: [...parts.notNeed] }),
    ...(isSwitched ? {} : { language }),
    ...(broken.promise === 'cheaper' ? { products: { cheaperThan: list } } : {}),
    ...(broken.promise === 'more' ? { products: { notOf: list } } : {}),
    ...(broken.promise === 'reference' ? { products: { ids: [broken.expected] } } : {}),
  };
  return {
    id,
    group: `simulated-${broken.promise}`,
    locale: `${language}-${market.country}`,
    market: market.country,
    turns: broken.says.map((say, turn) => (turn === broken.says.length - 1 ? { say, expect } : { say })),
  };
}
