import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/domain/random.ts';
import {
  choiceWeight,
  measureExamination,
  type Showing,
  USUAL_EXAMINATION,
} from '../../../src/ranking/learned/examination.ts';

/** Products put at random places of a list of ten; good ones are chosen more often, places looked at as rank^-steepness. */
function showings(steepness: number, count = 60_000): Showing[] {
  const random = createRandom(5);
  return Array.from({ length: count }, () => {
    const product = Math.floor(random() * 20);
    const position = 1 + Math.floor(random() * 10);
    const isChosen = random() < position ** -steepness * (0.1 + product / 25);
    return { productId: `product ${product}`, position, isChosen };
  });
}

describe('measureExamination', () => {
  it.each([0, 0.5, 1, 2])(
    'finds how steeply attention falls, whatever products are worth: %d',
    (steepness) => {
      const measured = measureExamination(showings(steepness));
      expect(measured.from).toBe('log');
      expect(Math.abs(measured.steepness - steepness)).toBeLessThan(0.12);
    },
  );

  it('is not misled by better products that stand above only', () => {
    const fixed = Array.from({ length: 5_000 }, (_, index) => ({
      productId: `only above ${index % 3}`,
      position: 1,
      isChosen: true,
    }));
    const measured = measureExamination([...showings(1), ...fixed]);
    expect(Math.abs(measured.steepness - 1)).toBeLessThan(0.12);
  });

  it('takes 1 / rank where there is too little to compare', () => {
    expect(measureExamination([])).toEqual(USUAL_EXAMINATION);
    expect(measureExamination(showings(0.5, 100))).toEqual(USUAL_EXAMINATION);
  });
});

describe('choiceWeight', () => {
  it('is the inverse of how likely the place is looked at, at most ten', () => {
    expect(choiceWeight(USUAL_EXAMINATION, 1)).toBe(1);
    expect(choiceWeight(USUAL_EXAMINATION, 4)).toBe(4);
    expect(choiceWeight(USUAL_EXAMINATION, 40)).toBe(10);
    expect(choiceWeight({ steepness: 0, from: 'log' }, 7)).toBe(1);
  });
});
