import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenService } from '../../src/assembly/open-service.ts';
import type { Turn } from '../../src/domain/turn.ts';
import { loadShoppingWords } from '../../src/widget/shopping-label.ts';
import { loadLabel } from '../../src/widget/widget-labels.ts';
import { demoService, talk } from '../support/demo-service.ts';

let service: OpenService;
beforeAll(async () => {
  service = await demoService();
});
afterAll(() => service.close());

/** A wish that fills a list, by language. */
const WISHES = [
  ['en-US', 'a scarf'],
  ['de-DE', 'ein Schal'],
  ['fr-FR', 'une écharpe'],
  ['es-ES', 'una bufanda'],
  ['it-IT', 'una sciarpa'],
  ['pt-PT', 'um cachecol'],
  ['nl-NL', 'een sjaal'],
  ['ja-JP', 'マフラー'],
] as const;

const COMPARED = [
  [1, 3],
  [2, 8],
  [6, 7],
  [1, 2, 3],
  [4, 6, 8],
  [1, 2, 3, 4],
  [5, 6, 7, 8],
] as const;

const idsOf = (turn: Turn) => turn.products.map(({ productId }) => productId);

it.each(WISHES)(
  'what buttons of a list say in %s is understood as the buttons mean it',
  async (locale, wish) => {
    const label = await loadLabel(locale);
    const words = await loadShoppingWords(locale);
    const similar = await talk(service, { locale });
    let list = await similar.say(wish);
    for (const [index] of list.products.entries()) {
      const position = index + 1;
      const turn = await similar.say(label('saySimilar', { position }));
      const reference = { kind: 'ordinal', position };
      expect([position, turn.commands]).toEqual([
        position,
        [{ type: 'similar', reference, constraints: [] }],
      ]);
      expect(idsOf(turn)).not.toContain(idsOf(list)[index]);
      expect(turn.products.length).toBe(list.products.length);
      list = turn;
    }
    for (const positions of COMPARED) {
      const { say } = await talk(service, { locale });
      const before = await say(wish);
      const [a, b, c = 0, d = 0] = positions;
      const key = ({ 2: 'sayCompare2', 3: 'sayCompare3', 4: 'sayCompare4' } as const)[positions.length];
      const turn = await say(words(key, { a, b, c, d }));
      const references = positions.map((position) => ({ kind: 'ordinal', position }));
      expect(turn.commands).toEqual([{ type: 'compare', references }]);
      expect(idsOf(turn)).toEqual(positions.map((position) => idsOf(before)[position - 1]));
      expect(turn.comparison).toBeDefined();
    }
  },
  120_000,
);
