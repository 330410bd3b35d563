import { describe, expect, it } from 'vitest';
import type { CartLineView, CartView } from '../../src/domain/cart.ts';
import type { BasketStep, CheckoutStep } from '../../src/domain/commerce-steps.ts';
import { formatMoney } from '../../src/domain/money.ts';
import { createReplier } from '../../src/reply/replier.ts';
import { SPOKEN_LANGUAGES } from '../../src/text/languages.ts';

const replier = createReplier();
const money = (amountMinor: number) => ({
  amountMinor,
  currency: 'EUR',
  formatted: formatMoney({ amountMinor, currency: 'EUR' }, 'en-US'),
});
const line = (name: string, quantity = 1, value?: string): CartLineView => ({
  lineId: `line-${name}`,
  productId: name,
  variantId: name,
  title: `Scarf ${name}`,
  options: value === undefined ? [] : [{ attribute: 'size', label: 'Size', value }],
  quantity,
  unitPrice: money(1_000),
  total: money(quantity * 1_000),
});
const cart = (...lines: CartLineView[]): CartView => {
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const total = lines.length === 0 ? {} : { total: money(pieces * 1_000) };
  return { lines, pieces, ...total, changedLineIds: [] };
};
const say = (step: BasketStep | CheckoutStep, language = 'en') =>
  replier.compose({ locale: `${language}-DE`, language, steps: [step] });

const STEPS: readonly (BasketStep | CheckoutStep)[] = [
  { act: 'basket', told: 'contents', cart: cart() },
  { act: 'basket', told: 'contents', cart: cart(line('a', 2, 'M'), line('b')) },
  { act: 'basket', told: 'added', line: line('a', 3, 'M'), pieces: 2, cart: cart(line('a', 3, 'M')) },
  { act: 'basket', told: 'changed', line: line('a', 3), before: 1, cart: cart(line('a', 3)) },
  { act: 'basket', told: 'removed', line: line('a'), cart: cart() },
  { act: 'basket', told: 'cleared' },
  { act: 'basket', told: 'unchanged', line: line('a'), cart: cart(line('a')) },
  { act: 'basket', told: 'unconfirmed' },
  { act: 'basket', told: 'unconfirmed', cart: cart(line('a')) },
  {
    act: 'basket',
    told: 'choose',
    title: 'Scarf',
    attribute: 'size',
    attributeLabel: 'Size',
    choices: ['M', 'L'],
  },
  {
    act: 'basket',
    told: 'cannot-be-had',
    title: 'Scarf',
    reason: 'sold-out',
    country: 'DE',
    line: line('a', 2),
  },
  { act: 'basket', told: 'cannot-be-had', title: 'Scarf', reason: 'sold-out', words: 'M', country: 'DE' },
  { act: 'basket', told: 'cannot-be-had', title: 'Scarf', reason: 'not-made', words: 'XXL', country: 'DE' },
  { act: 'basket', told: 'cannot-be-had', title: 'Scarf', reason: 'not-offered', country: 'DE' },
  { act: 'basket', told: 'cannot-be-had', title: 'Scarf', reason: 'not-allowed', country: 'DE' },
  { act: 'basket', told: 'few-left', title: 'Scarf', left: 1 },
  { act: 'basket', told: 'few-left', title: 'Scarf', left: 3 },
  { act: 'basket', told: 'too-many', most: 99 },
  { act: 'basket', told: 'not-in-basket', cart: cart(line('a')) },
  { act: 'basket', told: 'which-line', lines: [line('a'), line('b')] },
  { act: 'basket', told: 'how-many', line: line('a') },
  { act: 'basket', told: 'ask-clear', cart: cart(line('a')) },
  { act: 'checkout', told: 'ready', cart: { ...cart(line('a')), checkoutUrl: 'https://pay.example' } },
  { act: 'checkout', told: 'empty' },
  { act: 'checkout', told: 'nowhere', cart: cart(line('a')) },
];

describe.each(SPOKEN_LANGUAGES)('the basket in "%s"', (language) => {
  it('is told in words of its own for every outcome, each claim as it stands in them, and no address', () => {
    const texts = STEPS.map((step) => {
      const { text, claims } = say(step, language);
      for (const claim of claims) {
        expect(text).toContain(claim.text);
        expect(claim.evidence).toMatch(/^basket:(?:line:|total$)/u);
      }
      expect(text).not.toMatch(/[{}]|undefined|https?:/u);
      return text;
    });
    expect(new Set(texts).size).toBe(STEPS.length);
  });
});

describe('the basket', () => {
  it('is read out by five lines, then by how many there are', () => {
    const lines = Array.from({ length: 7 }, (_, at) => line(String(at)));
    const { text } = say({ act: 'basket', told: 'contents', cart: cart(...lines) });
    expect(text).toContain('1 × Scarf 4, €10.00. And 2 more items. The total is €70.00.');
    expect(text).not.toContain('Scarf 5');
  });

  it('says how many there are now only where there were some before', () => {
    const added = { act: 'basket', told: 'added', cart: cart(line('a', 2, 'M')) } as const;
    expect(say({ ...added, line: line('a', 2, 'M'), pieces: 2 }).text).toBe(
      'Added to your basket: 2 × Scarf a (M) at €10.00 each. The total is €20.00.',
    );
    expect(say({ ...added, line: line('a', 2, 'M'), pieces: 1 }).text).toContain(
      'It now holds 2 × Scarf a (M).',
    );
  });
});
