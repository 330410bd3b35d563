import { expect, it } from 'vitest';
import { onceCorrected, onceSent, whileHeld, withBanned } from '../../../src/chat/desk/unseen-state.ts';
import { initialState } from '../../../src/dialogue/record-list.ts';
import type { DialogueState, ShownProduct } from '../../../src/domain/dialogue-state.ts';

const product = (productId: string): ShownProduct => ({
  productId,
  variantId: `${productId}-1`,
  title: productId.toUpperCase(),
  priceMinor: 1_000,
  currency: 'EUR',
  attributes: {},
});
const [A, B, C, D] = ['a', 'b', 'c', 'd'].map(product) as [
  ShownProduct,
  ShownProduct,
  ShownProduct,
  ShownProduct,
];

const BEFORE: DialogueState = { ...initialState('en'), turn: 1, shown: [A, B], seen: ['a', 'b'], focus: 'a' };
const AFTER: DialogueState = {
  ...BEFORE,
  turn: 2,
  need: { query: 'soft', constraints: [] },
  shown: [C, D],
  seen: ['c', 'd'],
  screens: [[A, B]],
  earlierFocus: 'a',
  question: { attribute: 'color', options: [], inARow: 1, turn: 2 },
  offer: { accepted: [{ type: 'more' }] },
};
const ids = (shown: readonly ShownProduct[]) => shown.map(({ productId }) => productId);

it('keeps what was said and not what was not shown, while a reply is held', () => {
  const held = whileHeld(BEFORE, AFTER);
  expect(held).toEqual({ ...BEFORE, turn: 2, need: AFTER.need });
});

it('is as if nothing had been held, once the reply is sent as it was proposed', () => {
  const sent = { shown: [C, D], isAsProposed: true, isAsWorded: true };
  expect(onceSent(whileHeld(BEFORE, AFTER), AFTER, sent)).toEqual(AFTER);
});

it('shows what was sent, with the prices of then, above what was on the screen before', () => {
  const dearer = { ...C, priceMinor: 1_200 };
  const asIs = onceSent(whileHeld(BEFORE, AFTER), AFTER, {
    shown: [dearer, D],
    isAsProposed: true,
    isAsWorded: true,
  });
  expect(asIs.shown[0]?.priceMinor).toBe(1_200);
  const changed = onceSent(whileHeld(BEFORE, AFTER), AFTER, {
    shown: [D, A],
    isAsProposed: false,
    isAsWorded: false,
  });
  expect(ids(changed.shown)).toEqual(['d', 'a']);
  expect(changed.screens?.map(ids)).toEqual([['a', 'b']]);
  expect(changed).not.toHaveProperty('question');
  expect(changed).not.toHaveProperty('offer');
});

it('opens no question again that a later message has passed', () => {
  const later = { ...whileHeld(BEFORE, AFTER), turn: 3 };
  const sent = onceSent(later, AFTER, { shown: [C, D], isAsProposed: true, isAsWorded: true });
  expect(sent).not.toHaveProperty('question');
  expect(sent.turn).toBe(3);
});

it('puts a corrected list in the place of the last, which stays above it unless nothing was put there', () => {
  const corrected = onceCorrected(AFTER, [D]);
  expect(ids(corrected.shown)).toEqual(['d']);
  expect(corrected.screens?.map(ids)).toEqual([
    ['c', 'd'],
    ['a', 'b'],
  ]);
  expect(ids(onceCorrected(AFTER, []).shown)).toEqual(['c', 'd']);
});

it('lets nobody point at what is banned', () => {
  const state = withBanned({ ...AFTER, focus: 'c' }, ['c']);
  expect(ids(state.shown)).toEqual(['d']);
  expect(state).not.toHaveProperty('focus');
  expect(state.refined?.banned).toEqual(['c']);
  expect(state.rejected).toBeUndefined();
  const again = withBanned(state, ['a']);
  expect(again.refined?.banned).toEqual(['c', 'a']);
  expect(again.screens?.map(ids)).toEqual([['b']]);
  expect(again).not.toHaveProperty('earlierFocus');
});
