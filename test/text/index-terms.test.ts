import { describe, expect, it } from 'vitest';
import { indexTerms, nameTerms } from '../../src/text/index-terms.ts';

describe('indexTerms', () => {
  it('holds words, quantities, model numbers and what is said not to be there', () => {
    expect(indexTerms('Thermos TX-500 bottle, 0.5 l, without handle', 'en')).toEqual(
      expect.arrayContaining(['thermo', 'bottl', '500ml', 'tx500', 'without:handl']),
    );
  });

  it('holds pairs and single Han characters of text without spaces', () => {
    expect(indexTerms('完全防水日傘', 'ja')).toEqual(expect.arrayContaining(['防水', '日傘', '傘']));
  });
});

it('keeps the stop words of a name', () => {
  expect(nameTerms('The Who', 'en')).toEqual(['the', 'who']);
  expect(indexTerms('The Who', 'en')).toEqual([]);
});
