import { describe, expect, it } from 'vitest';
import { createTitleMatcher } from '../../src/ranking/match-title.ts';
import { wordingOf } from './support.ts';

const title = (text: string): string[] => text.split(' ').map((term) => (term === '|' ? '' : term));
const match = (said: string, ...titles: readonly string[]) =>
  createTitleMatcher(wordingOf(...said.split(' ')))(titles.map(title));

describe('matching a title', () => {
  it('counts the share of the words that the title holds, and of the title that the words tell', () => {
    expect(match('oak table', 'oak table').found).toBe(1);
    expect(match('oak table', 'oak table').share).toBe(1);
    expect(match('oak table', 'oak lamp dimmable white')).toMatchObject({ found: 0.5, share: 0.25 });
    expect(match('oak table', 'steel chair')).toEqual({ said: 0, found: 0, phrase: 0, thing: 0, share: 0 });
  });

  it('counts rare words more, as often as they are looked for', () => {
    const words = [
      { terms: new Map([['oak', 1]]), rarity: 0.75, isKnown: true },
      { terms: new Map([['table', 1]]), rarity: 0.25, isKnown: true },
    ];
    const rare = createTitleMatcher({ words, rarityOf: () => 1 });

    expect([rare([['oak']]).found, rare([['table']]).found]).toEqual([0.75, 0.25]);
  });

  it('leaves out words that no product has', () => {
    const words = [
      { terms: new Map([['oak', 1]]), rarity: 0.5, isKnown: true },
      { terms: new Map([['moonoak', 1]]), rarity: 1, isKnown: false },
    ];

    expect(createTitleMatcher({ words, rarityOf: () => 1 })([['oak', 'table']]).found).toBe(1);
  });

  it('tells the word that was said from its translation', () => {
    const words = [
      {
        terms: new Map([
          ['schal', 1],
          ['scarf', 0.8],
        ]),
        rarity: 1,
        isKnown: true,
      },
    ];
    const matchScarf = createTitleMatcher({ words, rarityOf: () => 1 });

    expect(matchScarf([['wool', 'scarf']])).toMatchObject({ said: 0, found: 0.8 });
    expect(matchScarf([['woll', 'schal']])).toMatchObject({ said: 1, found: 1 });
  });

  it('knows neighbours by their order, a part of a joined word between them or not', () => {
    expect(match('door bell', 'white door bell').phrase).toBe(1);
    expect(match('door bell', 'bell door').phrase).toBe(0);
    expect(match('strong hing', 'strong tie hing').phrase).toBe(1);
    expect(match('door bell white', 'door white bell')).toMatchObject({ phrase: 0.5 });
  });

  it('takes the last word before the first break for the thing, quantities passed over', () => {
    expect(match('ceil fan', 'ceil fan | light').thing).toBe(1);
    expect(match('ceil fan', 'ceil light | fan').thing).toBe(0);
    expect(match('fan 52in', 'hugger fan 52in 52 | white').thing).toBe(1);
    expect(match('52in', '52in').thing).toBe(0);
  });

  it('goes by the title that holds most of the words', () => {
    expect(match('roter schal', 'red scarf', 'roter schal').found).toBe(1);
    expect(createTitleMatcher(wordingOf('scarf'))([]).found).toBe(0);
  });
});
