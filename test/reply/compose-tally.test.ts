import { describe, expect, it } from 'vitest';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import type { TallyStep } from '../../src/domain/reply-plan.ts';
import { createReplier } from '../../src/reply/replier.ts';
import { LANGUAGES, plan, planned, price, type TestLanguage, wish } from './support.ts';

const { compose } = createReplier();
const step = (more: Partial<TallyStep>): TallyStep => ({
  act: 'tally',
  question: 'count',
  need: { ...EMPTY_NEED, constraints: [wish('color', 'red'), wish('type', 'dress')] },
  total: 1_234,
  soldOut: false,
  relaxed: [],
  unknown: [],
  foreignPrices: [],
  products: [],
  nearestWithout: [],
  ...more,
});
const tell = (more: Partial<TallyStep>, language: TestLanguage = 'en') => compose(plan(language, step(more)));

describe('what was counted', () => {
  it('is said with the number as the language writes it, and proved by it', () => {
    const texts = LANGUAGES.map((language) => tell({}, language));
    expect(texts.map(({ text }) => text.replace(/\s/gu, ' '))).toEqual([
      'We have 1,234 products: red, dress.',
      'Wir haben 1.234 Artikel: red, dress.',
      'Nous avons 1 234 articles : red, dress.',
      'Tenemos 1234 artículos: red, dress.',
    ]);
    for (const { text, claims } of texts) {
      expect(claims).toHaveLength(1);
      for (const claim of claims) expect(text).toContain(claim.text);
    }
  });

  it('is one where there is one, and of the whole shop where no limit was named', () => {
    expect(tell({ total: 1 }).text).toBe('We have 1 product: red, dress.');
    expect(tell({ need: EMPTY_NEED }).text).toBe('We have 1,234 products in all.');
    expect(tell({ question: 'exists', total: 3 }).text).toBe('Yes, 3 products: red, dress.');
  });

  it('names the cheapest with its price, and how many cost as much', () => {
    const { text, claims } = tell({ question: 'cheapest', products: [planned('a')], tied: 2 });
    expect(text).toMatch(
      /^.+ costs least: .+\. 2 products cost that\. I compared all 1,234 products that fit: red, dress\.$/,
    );
    expect(claims.map(({ evidence }) => evidence)).toEqual(
      expect.arrayContaining(['count', expect.stringMatching(/#price$/), expect.stringMatching(/#title$/)]),
    );
  });

  it('gives the range of prices, or the one price', () => {
    const prices = { lowest: price(1_000), median: price(2_000), highest: price(9_900) };
    expect(tell({ question: 'price-range', prices }).text).toBe(
      'We have 1,234 products: red, dress. Prices go from €10.00 to €99.00; half of them cost €20.00 or less.',
    );
    const one = { lowest: price(1_000), median: price(1_000), highest: price(1_000) };
    expect(tell({ question: 'price-range', prices: one }).text).toContain('The price is €10.00.');
  });

  it('reads out the first values, and counts the others', () => {
    const counts = Array.from({ length: 11 }, (_, number) => ({
      value: `v${number}`,
      label: `Maker ${number}`,
      count: 11 - number,
    }));
    const values = { attribute: 'brand', attributeLabel: 'Brand', counts };
    const { text, claims } = tell({ question: 'values', values });
    expect(text).toMatch(/^Brand: 11 to choose from – Maker 0 \(11\), .*Maker 7 \(4\)\. There are 3 more\./);
    expect(claims).toContainEqual({ text: 'Maker 0 (11)', evidence: 'count:brand' });
    const none = { ...values, counts: [] };
    expect(tell({ question: 'values', values: none }).text).toContain('The shop does not state this');
  });

  it('says none, what comes nearest, what nothing mentions, and what is sold out', () => {
    expect(tell({ total: 0 }).text).toBe('We have none: red, dress.');
    expect(tell({ total: 0, products: [planned('a')], nearestWithout: ['red'] }).text).toBe(
      'We have none: red, dress. Without “red”, these come closest.',
    );
    expect(tell({ total: 0, unknown: ['Acme'] }).text).toMatch(/“Acme”/);
    expect(tell({ question: 'cheapest', products: [planned('a')], relaxed: ['unicorn'] }).text).toMatch(
      /^No text of the shop mentions “unicorn”/,
    );
    expect(tell({ soldOut: true }).text).toMatch(/sold out at the moment\.$/);
  });

  it('is worded in every language for every question', () => {
    const questions = [
      'cheapest',
      'dearest',
      'least',
      'most',
      'count',
      'values',
      'price-range',
      'exists',
      'departments',
    ] as const;
    for (const language of LANGUAGES) {
      for (const question of questions) {
        for (const total of [0, 1, 2]) {
          const { text, claims } = tell({ question, total, products: [planned('a')] }, language);
          expect(text).not.toMatch(/undefined|\{|\$[a-z]/);
          for (const claim of claims) expect(text).toContain(claim.text);
        }
      }
    }
  });
});
