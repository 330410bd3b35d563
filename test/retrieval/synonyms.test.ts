import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SynonymRule } from '../../src/domain/synonym.ts';
import { createSynonyms } from '../../src/retrieval/synonyms.ts';
import { splitWords } from '../../src/text/analyze.ts';

const oneWay = (from: string, to: readonly string[], locale = '*'): SynonymRule => ({
  kind: 'one-way',
  locale,
  from: [from],
  to,
});

function find(rules: readonly SynonymRule[], text: string, locale = 'en-US') {
  const words = splitWords(text, locale.slice(0, 2));
  return createSynonyms(rules)
    .find(words, locale)
    .map(({ from, to, alternatives }) => [
      words
        .slice(from, to)
        .map(({ raw }) => raw)
        .join(' '),
      ...alternatives.map((alternative) => alternative.words),
    ]);
}

describe('synonyms', () => {
  it('lead one way only, or both', () => {
    const rules: SynonymRule[] = [
      oneWay('sneaker', ['trainers']),
      { kind: 'two-way', locale: '*', words: ['sofa', 'couch', 'settee'] },
    ];
    expect(find(rules, 'red sneaker')).toEqual([['sneaker', 'trainers']]);
    expect(find(rules, 'red trainers')).toEqual([]);
    expect(find(rules, 'a couch for two')).toEqual([['couch', 'sofa', 'settee']]);
    expect(find(rules, 'settee')).toEqual([['settee', 'sofa', 'couch']]);
  });

  it('are found by stem, in upper case and in the plural', () => {
    expect(find([oneWay('sneaker', ['trainers'])], 'SNEAKERS')).toEqual([['SNEAKERS', 'trainers']]);
  });

  it('take the longest words first, and overlap nowhere', () => {
    const rules = [oneWay('running', ['jogging']), oneWay('running shoes', ['trainers'])];
    expect(find(rules, 'cheap running shoes running')).toEqual([
      ['running shoes', 'trainers'],
      ['running', 'jogging'],
    ]);
  });

  it('hold for the language or the locale they are for', () => {
    const rules = [
      oneWay('handy', ['smartphone'], 'de'),
      oneWay('jumper', ['sweater'], 'en-GB'),
      oneWay('tv', ['television']),
    ];
    expect(find(rules, 'handy jumper tv', 'de-AT')).toEqual([
      ['handy', 'smartphone'],
      ['tv', 'television'],
    ]);
    expect(find(rules, 'handy jumper tv', 'en-GB')).toEqual([
      ['jumper', 'sweater'],
      ['tv', 'television'],
    ]);
    expect(find(rules, 'handy jumper tv', 'en-US')).toEqual([['tv', 'television']]);
  });

  it('never stand for themselves', () => {
    expect(find([oneWay('trainer', ['trainers'])], 'trainer')).toEqual([]);
  });

  it('are others as soon as they are replaced', () => {
    const synonyms = createSynonyms([oneWay('a1', ['b1'])]);
    const words = splitWords('a1', 'en');
    expect(synonyms.find(words, 'en')).toHaveLength(1);
    synonyms.replace([]);
    expect(synonyms.find(words, 'en')).toEqual([]);
  });

  it('say of a whole phrase what it stands for, in any locale', () => {
    const synonyms = createSynonyms([oneWay('kanapee', ['sofa'], 'de'), oneWay('couch', ['sofa bed'])]);
    expect(synonyms.meanings('Kanapee')).toEqual(['sofa']);
    expect(synonyms.meanings('couch')).toEqual(['sofa bed']);
    expect(synonyms.meanings('couch table')).toEqual([]);
  });

  it('end for any rules, circles too', () => {
    const word = fc.constantFrom('a1', 'b1', 'a1 b1', 'c1');
    const rule = fc.record({ from: word, to: fc.array(word, { minLength: 1, maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(rule), fc.array(word), (rules, said) => {
        const text = said.join(' ');
        const found = find(
          rules.map(({ from, to }) => oneWay(from, to)),
          text,
        );
        expect(found.length).toBeLessThanOrEqual(splitWords(text, 'en').length);
      }),
    );
  });
});
