import { expect, it } from 'vitest';
import { enrichFromTitle } from '../../src/catalog/enrich.ts';

it('does not take part of a colour for a material', () => {
  const read = (title: string) => enrichFromTitle(new Map(), title, undefined, 'en');
  expect(read('Slate Gray Jacket').get('material')).toBeUndefined();
  expect(read('Slate Gray Jacket').get('color')?.values).toContain('grey');
  expect(read('Slate Gray Wool Jacket').get('material')?.values).toEqual(['wool']);
});

it('does not take the name of a thing for its look', () => {
  const colorOf = (title: string, language = 'en') =>
    enrichFromTitle(new Map(), title, undefined, language).get('color')?.values;
  expect(colorOf('Soothing Hand Cream')).toBeUndefined();
  expect(colorOf('Orange Jacket')).toContain('orange');
  expect(colorOf('Crème pour les mains', 'fr')).toBeUndefined();
});
