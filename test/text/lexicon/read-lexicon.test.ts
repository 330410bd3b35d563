import { expect, it } from 'vitest';
import type { ConceptTree, ConceptWords } from '../../../src/text/lexicon/read-lexicon.ts';
import { readLexicon } from '../../../src/text/lexicon/read-lexicon.ts';

const EMPTY = {
  color: {},
  room: {},
  size: {},
  flavor: {},
  material: {},
  pattern: {},
  gender: {},
  quality: {},
  recipient: {},
  occasion: {},
} as const;

const TREE: ConceptTree = { ...EMPTY, type: { jacket: [], parka: ['jacket'] } };
const words = (type: ConceptWords['type']): ConceptWords => ({ ...EMPTY, type });
const WHOLE = words({ jacket: ['jacket'], parka: ['parka', 'anorak'] });

const inLanguages = (en: ConceptWords, fr: ConceptWords) =>
  new Map([
    ['en', en],
    ['fr', fr],
  ]);

it('gives every concept with its words in every language, in the order of the tree', () => {
  const read = readLexicon(TREE, inLanguages(WHOLE, words({ jacket: ['veste'], parka: [] })));
  expect(read.map(({ id, broader, forms }) => [id, broader, forms.en, forms.fr])).toEqual([
    ['jacket', undefined, ['jacket'], ['veste']],
    ['parka', ['jacket'], ['parka', 'anorak'], []],
  ]);
});

it('refuses English words that leave out a concept', () => {
  expect(() => readLexicon(TREE, inLanguages(words({ jacket: ['jacket'], parka: [] }), WHOLE))).toThrow(
    expect.objectContaining({
      code: 'INVALID_ARGUMENT',
      details: { missing: ['type:parka'], unknown: [] },
    }),
  );
});

it('refuses words of no concept in any language', () => {
  const withCape = words({ jacket: ['veste'], parka: ['parka'], cape: ['cape'] });
  expect(() => readLexicon(TREE, inLanguages(WHOLE, withCape))).toThrow(
    expect.objectContaining({ code: 'INVALID_ARGUMENT', details: { missing: [], unknown: ['type:cape'] } }),
  );
});
