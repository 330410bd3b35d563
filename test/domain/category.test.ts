import fc from 'fast-check';
import { expect, it } from 'vitest';
import { categoryKey, categoryKeys } from '../../src/domain/category.ts';

it('gives one key per level, from the root', () => {
  expect(categoryKeys([' Clothing ', 'Scarves'])).toEqual(['clothing', 'clothing>scarves']);
  expect(categoryKey(['Clothing', 'Scarves'])).toBe('clothing>scarves');
});

it('leaves empty labels out and has no key for an empty path', () => {
  expect(categoryKeys(['', 'Home', ' '])).toEqual(['home']);
  expect(categoryKey([])).toBe('');
});

it('never lets a label pass for two levels', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (path) =>
      categoryKeys(path).every((key, level) => key.split('>').length === level + 1),
    ),
  );
});
