import { expect, it } from 'vitest';
import { enrichFromTitle } from '../../src/catalog/enrich.ts';

it('does not take the name of a thing for its look', () => {
  const colorOf = (title: string, language = 'en') =>
    enrichFromTitle(new Map(), title, undefined, language).get('color')?.values;
  expect(colorOf('Soothing Hand Cream')).toBeUndefined();
  expect(colorOf('Orange Jacket')).toContain('orange');
  expect(colorOf('Crème pour les mains', 'fr')).toBeUndefined();
});
