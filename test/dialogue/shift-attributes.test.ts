import { describe, expect, it } from 'vitest';
import { shiftFromList, shiftFromReference } from '../../src/dialogue/shift-attributes.ts';
import type { Constraint } from '../../src/domain/need.ts';
import { shownProduct } from './support.ts';

const weighing = (...weights: string[]) =>
  weights.map((weight, index) => shownProduct(`p${index}`, 1000, { weight: [weight] }));
const limits = (constraints: readonly Constraint[]) =>
  constraints.map(({ attribute, operator, value }) => `${attribute} ${operator} ${value}`);
const LIGHTER = [{ attribute: 'weight', direction: 'lower' as const }];
const HEAVIER = [{ attribute: 'weight', direction: 'higher' as const }];
const BIGGER = [{ attribute: 'size', direction: 'higher' as const }];

describe('shiftFromList', () => {
  it('goes below the amount in the middle, in whatever units they are told', () => {
    expect(limits(shiftFromList(LIGHTER, weighing('900 g', '2 kg', '4 lb', '0.5 kg'), 2))).toEqual([
      'weight lt 4 lb',
    ]);
    expect(limits(shiftFromList(HEAVIER, weighing('900 g', '2 kg', '0.5 kg'), 2))).toEqual([
      'weight gt 900 g',
    ]);
  });

  it('leaves something shown unless all amount to the same', () => {
    expect(limits(shiftFromList(LIGHTER, weighing('1 kg', '1 kg', '2 kg'), 2))).toEqual(['weight lt 2 kg']);
    expect(limits(shiftFromList(LIGHTER, weighing('1 kg', '1000 g'), 2))).toEqual(['weight lt 1000 g']);
  });

  it('leaves out what tells no amount, or one of another kind', () => {
    expect(limits(shiftFromList(LIGHTER, weighing('1 kg', 'light', '30 cm', '3 kg'), 2))).toEqual([
      'weight lt 3 kg',
    ]);
  });

  it('is a limit the shop does not know where nothing on screen states the attribute', () => {
    expect(shiftFromList(LIGHTER, [shownProduct('p', 1000)], 2)).toMatchObject([
      { attribute: 'weight', known: false, words: '' },
    ]);
  });

  it('reads an unnamed extent as the one that most of the things state', () => {
    const packs = [
      shownProduct('a', 1, { capacity: ['20 l'], weight: ['1 kg'] }),
      shownProduct('b', 1, { capacity: ['30 l'], weight: ['1 kg'], height: ['40 cm'] }),
    ];
    expect(limits(shiftFromList(BIGGER, packs, 2))).toEqual(['capacity gt 20 l']);
    const shoes = [shownProduct('c', 1, { size: ['42'], length: ['30 cm'] })];
    expect(limits(shiftFromList(BIGGER, shoes, 2))).toEqual(['size gt 42']);
  });
});

describe('shiftFromReference', () => {
  it('goes strictly beyond the amount of the one product', () => {
    const [pack] = weighing('1.2 kg');
    expect(pack && limits(shiftFromReference([...LIGHTER, ...HEAVIER], pack, 2))).toEqual([
      'weight lt 1.2 kg',
      'weight gt 1.2 kg',
    ]);
  });
});
