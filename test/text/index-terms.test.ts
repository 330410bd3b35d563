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

describe('nameTerms', () => {
  it('keeps the stop words of a name that has no other words', () => {
    expect(nameTerms('It', 'en')).toEqual(['it']);
    expect(indexTerms('It', 'en')).toEqual([]);
  });

  it('keeps stop words in a row as one term, others not at all', () => {
    expect(nameTerms('The Who T-shirt', 'en')).toContain('the who');
    expect(nameTerms('The Road to Selby', 'en')).toEqual(['road', 'selbi']);
  });
});
