import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSynonyms, writeSynonyms } from '../../src/catalog/read-synonyms.ts';
import { SYNONYM_LIMITS, type SynonymRule } from '../../src/domain/synonym.ts';
import { anyText } from '../text/any-text.ts';

const read = (text: string, limitRules = 100) => readSynonyms(text, { limitRules });

describe('synonyms in a text', () => {
  it('are rules for all, for a language or for a locale', () => {
    const { rules, lines, rejected } = read(
      [
        '\uFEFF# what shoppers say, and what we say',
        'sofa, couch,  settee',
        '',
        'sneaker => trainers, running   shoes',
        '[de]',
        'Handy, Mobiltelefon',
        '[EN-gb]',
        'jumper => sweater',
        '[*]',
        'tv, television',
      ].join('\r\n'),
    );
    expect(rejected).toEqual([]);
    expect(lines).toEqual([2, 4, 6, 8, 10]);
    expect(rules).toEqual([
      { kind: 'two-way', locale: '*', words: ['sofa', 'couch', 'settee'] },
      { kind: 'one-way', locale: '*', from: ['sneaker'], to: ['trainers', 'running shoes'] },
      { kind: 'two-way', locale: 'de', words: ['Handy', 'Mobiltelefon'] },
      { kind: 'one-way', locale: 'en-GB', from: ['jumper'], to: ['sweater'] },
      { kind: 'two-way', locale: '*', words: ['tv', 'television'] },
    ]);
  });

  it('hold a comma, an arrow or a number sign that is meant as such', () => {
    const { rules } = read('\\#8 screw, screw size 8\n1\\,5 m \\=\\> => 150 cm');
    expect(rules).toEqual([
      { kind: 'two-way', locale: '*', words: ['#8 screw', 'screw size 8'] },
      { kind: 'one-way', locale: '*', from: ['1,5 m =>'], to: ['150 cm'] },
    ]);
  });

  it.each([
    ['sofa', /at least two/],
    ['sofa, Sofa', /at least two/],
    ['sofa,, couch', /empty place/],
    ['=> couch', /empty place/],
    ['sofa =>', /empty place/],
    ['a => b => c', /more than once/],
    ['!!!, couch', /neither letter nor digit/],
    [`${'x'.repeat(SYNONYM_LIMITS.charactersPerWord + 1)}, couch`, /longer than/],
    [Array.from({ length: SYNONYM_LIMITS.wordsPerSide + 1 }, (_, word) => `w${word}`).join(), /more than/],
    [`a, ${'b'.repeat(20_000)}`, /longer than/],
  ])('reject the line "%.20s" by its number, and keep its neighbours', (line, reason) => {
    const { rules, rejected } = read(`lamp, light\n${line}\nrug, carpet`);
    expect(rules).toHaveLength(2);
    expect(rejected).toEqual([{ line: 2, reason: expect.stringMatching(reason) }]);
  });

  it('reject what stands under a heading that is no language, until the next one', () => {
    const { rules, rejected } = read('[not a language]\nsofa, couch\n[fr]\ncanapé, divan');
    expect(rules).toEqual([{ kind: 'two-way', locale: 'fr', words: ['canapé', 'divan'] }]);
    expect(rejected.map(({ line }) => line)).toEqual([1, 2]);
  });

  it('reject what is beyond the limit', () => {
    const { rules, rejected } = read('a, b\nc, d\ne, f', 2);
    expect(rules).toHaveLength(2);
    expect(rejected).toEqual([{ line: 3, reason: expect.stringContaining('2') }]);
  });

  it('never fail, whatever the text, and tell of every line at fault once', () => {
    fc.assert(
      fc.property(fc.array(anyText()), (parts) => {
        const { rejected } = read(parts.join('\n'));
        expect(new Set(rejected.map(({ line }) => line)).size).toBe(rejected.length);
      }),
    );
  });

  it('come back the same when they are written and read', () => {
    const word = fc
      .array(fc.constantFrom('a', 'B', 'é', '7', ' ', ',', '=', '>', '\\', '#', '[', ']'), { maxLength: 12 })
      .map((letters) => `${letters.join('')}x`.trim().replaceAll(/ +/g, ' '));
    const words = (minLength: number) =>
      fc.uniqueArray(word, {
        minLength,
        maxLength: 4,
        selector: (each) => each.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, ''),
      });
    const locale = fc.constantFrom('*', 'en', 'de-CH');
    const rule = fc.oneof(
      fc.record({ kind: fc.constant('two-way' as const), locale, words: words(2) }),
      fc.record({ kind: fc.constant('one-way' as const), locale, from: words(1), to: words(1) }),
    );
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 6 }), (rules: readonly SynonymRule[]) => {
        const back = read(writeSynonyms(rules));
        expect(back.rejected).toEqual([]);
        expect(back.rules).toEqual(rules);
      }),
    );
  });
});
