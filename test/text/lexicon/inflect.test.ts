import { expect, it } from 'vitest';
import { withPlural } from '../../../src/text/lexicon/inflect.ts';

it.each([
  ['en', 'table lamp', 'table lamps'],
  ['en', 'watch', 'watches'],
  ['en', 'hoody', 'hoodies'],
  ['de', 'Sofa', 'Sofas'],
  ['fr', 'manteau', 'manteaux'],
  ['fr', 'sac à dos', 'sacs à dos'],
  ['es', 'collar', 'collares'],
  ['es', 'lápiz', 'lápices'],
  ['es', 'gorra de lana', 'gorras de lana'],
] as const)('gives the %s plural of %s', (language, form, plural) => {
  expect(withPlural(form, language)).toEqual([form, plural]);
});

it('gives no second form where the plural is the same', () => {
  expect(withPlural('Messer', 'de')).toEqual(['Messer']);
});
