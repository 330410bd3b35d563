import { describe, expect, it } from 'vitest';
import { composeShow } from '../../src/reply/compose-show.ts';
import { createPhrasebook } from '../../src/reply/phrasebook.ts';
import { createSpeaker, joinSentences } from '../../src/reply/speaker.ts';
import { PLACES, planned, type ShowStep, show, type TestLanguage, wish } from './support.ts';

const phrasebook = createPhrasebook();

/** The first wording of everything. */
function say(step: Partial<ShowStep>, language: TestLanguage = 'en') {
  const speaker = createSpeaker(phrasebook, { language, locale: PLACES[language] });
  return joinSentences(composeShow(speaker, show(step)));
}

const SCARF = {
  query: '',
  constraints: [
    wish('type', 'scarf'),
    wish('price', 'under 60'),
    wish('color', 'not red', { operator: 'ne' }),
  ],
};

describe('composeShow', () => {
  it('says how many fit which limits, and the first with one true reason', () => {
    const first = planned('a', {}, [
      { kind: 'has-value', attribute: 'color', label: 'blue' },
      { kind: 'popular' },
    ]);
    const { text, claims } = say({ need: SCARF, products: [first] });
    expect(text).toBe(
      '12 products fit: scarf, under 60, not red. First is Scarf a at €45.00: blue, as you asked.',
    );
    expect(claims).toEqual([
      { text: '12', evidence: 'count' },
      { text: 'Scarf a', evidence: 'product:a#title' },
      { text: '€45.00', evidence: 'product:a#price' },
      { text: 'blue', evidence: 'product:a#attribute:color' },
    ]);
  });

  it('says that a wish is come close to, and only of a limit that it is kept', () => {
    expect(say({ need: { query: 'warm', constraints: [] } }).text).toContain(
      'Out of 12 products, these come closest to “warm”.',
    );
    expect(say({ need: { ...SCARF, query: 'warm' } }).text).toContain('Those closest to “warm” come first.');
  });

  it.each([
    ['en', 'Showing results for “jacket” and “wool”. '],
    ['de', 'Ergebnisse für „jacket“ und „wool“. '],
  ] as const)('says first in %s what misspelt words were read as', (language, sentence) => {
    const corrections = [
      { from: 'jakcet', to: 'jacket' },
      { from: 'woll', to: 'wool' },
    ];
    const { text } = say({ need: SCARF, corrections }, language);
    expect(text.startsWith(sentence)).toBe(true);
  });

  it('does not say words back that were never said, nor unknown ones as limits', () => {
    const constraints = [
      wish('price', '', { operator: 'lt' }),
      wish('color', 'chartreuse', { known: false }),
    ];
    expect(say({ need: { query: '', constraints } }).text).toContain('The shop has 12 products');
  });

  it('names the wish it gave up', () => {
    const { text, claims } = say({
      need: SCARF,
      total: 0,
      relaxed: [{ attribute: 'price', words: 'under 60' }],
    });
    expect(text).toContain('Nothing fits everything you asked for; without “under 60”, these come closest.');
    expect(claims).toContainEqual({ text: 'under 60', evidence: 'relaxed:price' });
    expect(say({ relaxed: [{ attribute: 'price', words: '' }] }).text).toContain('Nothing fits everything');
  });

  it('says that the shop does not carry a brand, and that another word narrowed nothing', () => {
    const brand = { query: '', constraints: [wish('brand', 'Acme', { known: false })] };
    expect(say({ need: brand, unknown: ['Acme'] }).text).toMatch(/^We do not carry “Acme”\./u);
    expect(say({ need: brand, unknown: ['Acme', '50 pounds'] }).text).toMatch(
      /^I could not match “Acme” and “50 pounds” to anything in this shop/u,
    );
  });

  it('says that nothing is cheaper, when that was the wish it gave up', () => {
    const relaxed = [{ attribute: 'price', words: '' }];
    const pulled = (operator: 'lt' | 'gt') => ({
      need: { query: '', constraints: [wish('price', '', { operator })] },
      relaxed,
    });
    expect(say(pulled('lt')).text).toMatch(/^Nothing cheaper fits the rest/u);
    expect(say(pulled('gt')).text).toMatch(/^Nothing more expensive fits the rest/u);
  });

  it('says a limit once that the shopper named', () => {
    const need = { query: '', constraints: [wish('price', 'under 60', { operator: 'lt' })] };
    expect(say({ need, cheaperThan: { amountMinor: 6000, currency: 'EUR' } }).text).not.toContain('€60');
  });

  it('says what the list resembles and that all of it is cheaper', () => {
    const { text, claims } = say({
      need: { query: '', constraints: [wish('price', '', { operator: 'lt' })] },
      mode: 'similar',
      similarTo: 'Silk scarf',
      cheaperThan: { amountMinor: 6000, currency: 'EUR' },
    });
    expect(text).toMatch(/^These are most like Silk scarf\. Everything here costs less than €60\.00\./u);
    expect(claims).toContainEqual({ text: '€60.00', evidence: 'cheaper-than' });
  });

  it('continues, and says honestly when there is no more', () => {
    expect(say({ mode: 'more', need: SCARF }).text).toContain('Here are more of the 12 products that fit.');
    expect(say({ mode: 'more' }).text).toMatch(/^Here are the next ones\./u);
    expect(say({ mode: 'more', exhausted: true }).text).toMatch(/^You have now seen everything that fits\./u);
  });

  it('says when there is nothing to show', () => {
    expect(say({ products: [], total: 0 }).text).toMatch(/^I have nothing to show you/u);
  });

  it('says when the first cannot be had at once', () => {
    const products = [planned('a', { availability: 'out-of-stock' })];
    expect(say({ products }).text).toContain('It is out of stock at the moment.');
    expect(say({ products }, 'de').text).toContain('Der Artikel ist zurzeit nicht vorrätig.');
  });

  it('does not say a very long wish back', () => {
    expect(say({ need: { query: 'x'.repeat(300), constraints: [] } }).text).not.toContain('xxx');
  });
});
