import { expect, it } from 'vitest';
import type { ConceptTree, ConceptWords } from '../../../src/text/lexicon/read-lexicon.ts';
import { readLexicon } from '../../../src/text/lexicon/read-lexicon.ts';

const EMPTY = {
  color: {},
  material: {},
  pattern: {},
  gender: {},
  quality: {},
  recipient: {},
  occasion: {},
} as const;

const TREE: ConceptTree = { ...EMPTY, type: { jacket: [], parka: ['jacket'] } };
const words = (type: ConceptWords['type']): ConceptWords => ({ ...EMPTY, type });
const WHOLE = words({ jacket: ['Jacke'], parka: ['Parka', 'Anorak'] });

it('gives every concept with its words in every language, in the order of the tree', () => {
  const read = readLexicon(TREE, { en: WHOLE, de: WHOLE, fr: WHOLE, es: WHOLE });
  expect(read.map(({ id, broader, forms }) => [id, broader, forms.de])).toEqual([
    ['jacket', undefined, ['Jacke']],
    ['parka', ['jacket'], ['Parka', 'Anorak']],
  ]);
});

it.each([
  ['has no word for', words({ jacket: ['veste'], parka: [] }), { missing: ['type:parka'], unknown: [] }],
  [
    'has a word of no concept',
    words({ jacket: ['veste'], parka: ['parka'], cape: ['cape'] }),
    { missing: [], unknown: ['type:cape'] },
  ],
])('refuses a language that %s', (_case, fr, details) => {
  expect(() => readLexicon(TREE, { en: WHOLE, de: WHOLE, fr, es: WHOLE })).toThrow(
    expect.objectContaining({ code: 'INVALID_ARGUMENT', details }),
  );
});
