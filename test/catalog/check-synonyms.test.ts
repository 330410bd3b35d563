import { describe, expect, it } from 'vitest';
import { checkSynonyms } from '../../src/catalog/check-synonyms.ts';
import { readSynonyms } from '../../src/catalog/read-synonyms.ts';

const check = (...lines: readonly string[]) =>
  checkSynonyms(readSynonyms(lines.join('\n'), { limitRules: 100 }).rules).map(
    ({ rule, code }) => `${rule} ${code}`,
  );

describe('the look at synonyms', () => {
  it.each([
    ['nothing of rules that are meant', ['sofa, couch', 'sneaker => trainers'], []],
    ['a word that stands for itself', ['[en]', 'trainer, trainers'], ['0 self']],
    ['a rule that says what an earlier one says', ['sofa, couch', 'couch => sofa'], ['1 twice']],
    ['two rules that lead to each other', ['a1 => b1', 'b1 => a1'], ['0 cycle', '1 cycle']],
    ['a rule that leads to another one', ['a1 => b1', 'b1 => c1'], ['0 chain']],
    ['two rules that begin alike', ['a1 => b1', 'a1 => c1'], ['1 merged']],
    ['nothing of rules for other shoppers', ['[de]', 'a1 => b1', '[en]', 'b1 => a1'], []],
  ])('tells of %s', (_, lines, notices) => {
    expect(check(...lines)).toEqual(notices);
  });

  it('says each kind of thing once of a rule', () => {
    expect(check('[en]', 'chair, chairs, lamp, lamps')).toEqual(['0 self']);
  });
});
