import { describe, expect, it } from 'vitest';
import { holdsLabel, matchChoices, placesNamed } from '../../src/text/match-choices.ts';

const choice = (label: string, alike = '') => ({ label, alike });
const SHOES = [choice('42, black'), choice('43, black'), choice('42, white')];

describe('matching a text with choices', () => {
  it('takes the label, whatever else it could be', () => {
    expect(matchChoices('42, BLACK', SHOES, 'en')).toEqual({ places: [0], isWhole: true });
    expect(matchChoices('M', [choice('S'), choice('M')], 'fr').places).toEqual([1]);
  });

  it('takes those that hold all of the words they share', () => {
    expect(matchChoices('the white one', SHOES, 'en').places).toEqual([2]);
    expect(matchChoices('black', SHOES, 'en')).toEqual({ places: [0, 1], isWhole: true });
    expect(matchChoices('white in 43', SHOES, 'en').places).toEqual([]);
  });

  it('learns nothing from what stands in all of them', () => {
    const lamps = [choice('Brass lamp'), choice('Glass lamp')];
    expect(matchChoices('lamp', lamps, 'en').places).toEqual([]);
    expect(matchChoices('the lamp of glass', lamps, 'en').places).toEqual([1]);
  });

  it('knows what is more than an answer', () => {
    expect(matchChoices('show me black boots', SHOES, 'en').isWhole).toBe(false);
    expect(matchChoices('', SHOES, 'en')).toEqual({ places: [], isWhole: false });
  });
});

it('finds a label within a sentence, all of its words', () => {
  expect(holdsLabel('I ordered it by mistake', 'ordered by mistake', 'en')).toBe(true);
  expect(holdsLabel('cancel my order', 'ordered by mistake', 'en')).toBe(false);
});

describe('naming several of some titles', () => {
  const named = (text: string, titles: readonly string[]) => placesNamed(text, titles, 'en');

  it('finds each of them, and none within a longer one that is named', () => {
    expect(
      named('the smart watch and the headphones', ['Headphones', 'Watch', 'Smart Watch', 'Mug']),
    ).toEqual([0, 2]);
  });

  it('tells nothing where one of them is there twice', () => {
    expect(named('the mug and the watch', ['Mug', 'Watch', 'Mug'])).toEqual([]);
  });
});
