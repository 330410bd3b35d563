import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  placeOfWord,
  synonymFieldsOf,
  synonymFor,
  synonymOf,
  synonymsOfLines,
} from '../../../src/console/settings/synonym-fields.ts';
import type { SynonymRule } from '../../../src/domain/synonym.ts';

const word = fc.constantFrom('sofa', 'running shoes', '1,5 l', 'naïve', 'T-Shirt', '靴');
const words = fc.uniqueArray(word, { minLength: 2, maxLength: 4 });
const locale = fc.constantFrom('*', 'de', 'en-GB');
const rule = fc.oneof(
  fc.record({ kind: fc.constant('two-way' as const), locale, words }),
  fc.record({ kind: fc.constant('one-way' as const), locale, from: words, to: words }),
);

describe('the form of a synonym', () => {
  it('sends a rule that was opened as it was', () => {
    fc.assert(
      fc.property(rule, (each) => {
        expect(synonymOf(synonymFieldsOf(each as SynonymRule))).toEqual(each);
      }),
    );
  });

  it('sends words without the spaces and empty places between their commas', () => {
    expect(synonymOf({ kind: 'two-way', words: ' sofa ,, couch,', to: 'left over', locale: ' de ' })).toEqual(
      {
        kind: 'two-way',
        locale: 'de',
        words: ['sofa', 'couch'],
      },
    );
  });

  it('is begun with a word that nobody sells, and found where it stands already', () => {
    expect(synonymOf(synonymFor('1,5 l', 'de'))).toEqual({
      kind: 'one-way',
      locale: 'de',
      from: ['1,5 l'],
      to: [],
    });
    const rules = synonymsOfLines('sofa, couch\nGizmo => lamp');
    expect(['Couch', ' gizmo', 'lamp'].map((word) => placeOfWord(rules, word))).toEqual([0, 1, -1]);
  });

  it('takes lines from elsewhere, both ways or one way', () => {
    expect(synonymsOfLines('sofa, couch\n\nsneaker => trainers, runners\r\ntee → t-shirt')).toEqual([
      { kind: 'two-way', locale: '*', words: ['sofa', 'couch'] },
      { kind: 'one-way', locale: '*', from: ['sneaker'], to: ['trainers', 'runners'] },
      { kind: 'one-way', locale: '*', from: ['tee'], to: ['t-shirt'] },
    ]);
  });
});
