import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areApart,
  isSameQuantity,
  keepsQuantity,
  sisterUnit,
  toUnit,
} from '../../src/text/quantity-limits.ts';

describe('keepsQuantity', () => {
  it.each([
    ['1.8 kg', 'lt', '2 kg', true],
    ['2000 g', 'lt', '2 kg', false],
    ['2000 g', 'lte', '2 kg', true],
    ['2 kg', 'eq', '2000 g', true],
    ['1,5 l', 'gt', '75 cl', true],
    ['16 gb', 'gte', '16 GB', true],
    ['1 tb', 'gte', '512 GB', true],
    ['10 in', 'lte', '254 mm', true],
    ['255 mm', 'lte', '10 in', false],
    ['3 lb', 'lt', '2 kg', true],
    ['320', 'gte', '300', true],
  ] as const)('%s %s %s: %s', (own, operator, bound, expected) => {
    expect(keepsQuantity(own, operator, bound)).toBe(expected);
  });

  it.each([
    ['2 m', '1 kg'],
    ['320', '300 g'],
    ['300 g', '200'],
    ['heavy', '1 kg'],
    ['2 x 4 in', '1 in'],
    ['3 kg', 'heavy'],
  ])('keeps nothing that cannot be compared: %s and %s', (own, bound) => {
    for (const operator of ['lt', 'lte', 'gt', 'gte', 'eq'] as const)
      expect(keepsQuantity(own, operator, bound)).toBe(false);
  });

  it('is on exactly one side of every bound, in every unit', () => {
    const mass = fc
      .tuple(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom('g', 'kg', 'mg', 'oz', 'lb'))
      .map(([value, unit]) => `${value / 10} ${unit}`);
    fc.assert(
      fc.property(mass, mass, (own, bound) => {
        expect(keepsQuantity(own, 'lt', bound)).toBe(!keepsQuantity(own, 'gte', bound));
        expect(keepsQuantity(own, 'gt', bound)).toBe(!keepsQuantity(own, 'lte', bound));
      }),
    );
  });
});

describe('isSameQuantity', () => {
  it('takes any spelling and unit of one system for the same', () => {
    expect(isSameQuantity('1 kg', '1000 g')).toBe(true);
    expect(isSameQuantity('0,5 l', '500ml')).toBe(true);
    expect(isSameQuantity('1 kg', '1001 g')).toBe(false);
  });

  it('never takes bare numbers for amounts: a code is a text', () => {
    expect(isSameQuantity('007', '7')).toBe(false);
  });
});

it('converts between the systems there and back', () => {
  expect(toUnit({ value: 2, unit: 'in' }, 'mm')).toBe(50.8);
  expect(toUnit({ value: 50.8, unit: 'mm' }, 'in')).toBe(2);
  expect(toUnit({ value: 2, unit: 'in' }, 'g')).toBeUndefined();
  expect(['g', 'oz', 'gb', undefined].map(sisterUnit)).toEqual(['oz', 'g', undefined, undefined]);
});

it('tells bounds that leave nothing between them', () => {
  expect(areApart('3 kg', '2000 g', false)).toBe(true);
  expect(areApart('2 kg', '2000 g', false)).toBe(false);
  expect(areApart('2 kg', '2000 g', true)).toBe(true);
  expect(areApart('3 kg', '2 m', false)).toBe(false);
});
