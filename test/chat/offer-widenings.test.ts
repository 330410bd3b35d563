import { expect, it } from 'vitest';
import { carryOut } from '../../src/chat/carry-out.ts';
import { handleTurn } from '../../src/chat/handle-turn.ts';
import { NOTHING_KEPT } from '../../src/chat/profile-desk.ts';
import { initialState } from '../../src/dialogue/record-list.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { EMPTY_NEED, type Need } from '../../src/domain/need.ts';
import { createReplier } from '../../src/reply/replier.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import { MEASURED } from '../support/measured-shop.ts';
import { limit, NOW_MS, product, SCARVES } from '../support/small-shop.ts';
import { stockedShop, US } from '../support/stocked-shop.ts';
import { turnIn } from './turn-context.ts';

const { signal } = new AbortController();

async function chipsFor(need: Need, products = SCARVES) {
  const context = await turnIn(products);
  const state = { ...context.state, need };
  const { chips } = await carryOut(
    [{ type: 'show', mode: 'new', need, exclude: [] }],
    { ...context, state },
    signal,
  );
  return chips;
}
const need = (...constraints: Need['constraints']): Need => ({ ...EMPTY_NEED, query: 'scarf', constraints });

it('says what giving a limit way would add, with the total that tapping it leads to', async () => {
  const chips = await chipsFor(need(limit('material', 'eq', 'wool'), limit('price', 'lt', 4_000)));
  expect(chips.slice(0, 2)).toEqual([
    { label: 'up to $45.00: 1 more', message: 'up to $45.00', count: 2 },
    { label: 'without wool: 1 more', message: 'any Material', count: 2 },
  ]);
});

it('is offered where nothing fits, and leads to what fits without it', async () => {
  const chips = await chipsFor(need(limit('material', 'eq', 'silk'), limit('price', 'lt', 1_000)));
  expect(chips).toContainEqual({ label: 'up to $90.00: 1 more', message: 'up to $90.00', count: 1 });
});

it('never changes the kind of thing, takes back no refusal, and is left out beside a long list', async () => {
  const kind = need(limit('type', 'eq', 'lamp'), limit('color', 'ne', 'red'));
  expect((await chipsFor(kind)).filter(({ label }) => /more/.test(label))).toEqual([]);
  const many = Array.from({ length: 30 }, (_, number) =>
    product({ id: `p${number}`, title: 'Scarf', material: number < 20 ? 'wool' : 'silk' }),
  );
  const wool = need(limit('material', 'eq', 'wool'));
  expect((await chipsFor(wool, many)).filter(({ label }) => /more/.test(label))).toEqual([]);
});

it('says bounds on amounts as they are said', async () => {
  const chips = await chipsFor(
    need(limit('memory', 'gte', '16 GB'), limit('weight', 'lt', '1.5 kg')),
    MEASURED,
  );
  expect(chips).toContainEqual({ label: 'without at least 16 GB: 2 more', message: 'any Memory', count: 3 });
  expect(chips).toContainEqual({ label: 'without under 1.5 kg: 1 more', message: 'any Weight', count: 2 });
});

it('leads in every language to exactly as many products as it says', async () => {
  const shop = await stockedShop(SCARVES);
  const parser = createEmbeddedParser({ vocabulary: shop.vocabulary, detector: createLanguageDetector() });
  const rooms = {
    shop: () => shop,
    parsers: () => ({ embedded: parser }),
    replier: createReplier(),
    rates: { inputPriceMicros: 0, outputPriceMicros: 0, activeParametersBillion: 0 },
  };
  const wishes = {
    en: 'wool under 40',
    de: 'Wolle unter 40',
    fr: 'laine moins de 40',
    es: 'lana menos de 40',
  };
  for (const [language, wish] of Object.entries(wishes)) {
    const say = (text: string, state: DialogueState = initialState(language)) =>
      handleTurn(
        rooms,
        {
          messageId: 'm',
          text,
          state,
          market: US,
          locale: `${language}-US`,
          history: [],
          buyer: { shopperId: 'visitor:1', market: 'US' },
          profile: NOTHING_KEPT,
          segments: [],
          nowMs: NOW_MS,
        },
        () => {},
        signal,
      );
    const first = await say(wish);
    expect(first.turn.chips.filter(({ count }) => count > (first.turn.total ?? 0))).toHaveLength(2);
    for (const { message, count } of first.turn.chips) {
      const { turn } = await say(message, first.state);
      expect([language, message, turn.total]).toEqual([language, message, count]);
      expect(turn.relaxed).toBeUndefined();
    }
  }
});
