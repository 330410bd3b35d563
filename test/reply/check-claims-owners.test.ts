import { expect, it } from 'vitest';
import { ownersIn } from '../../src/reply/check-claims-owners.ts';

const place = (text: string, word: string) => ({
  from: text.indexOf(word),
  to: text.indexOf(word) + word.length,
});

function ownersOf(text: string, word: string) {
  const names = [
    { ...place(text, 'Alpha'), productId: 'a' },
    { ...place(text, 'Beta'), productId: 'b' },
  ];
  return ownersIn(text, names, 'en')?.(place(text, word));
}

it('tells something of the name before it', () => {
  expect(ownersOf('Alpha is red, while Beta is blue.', 'red')).toEqual(['a']);
  expect(ownersOf('Alpha is red, while Beta is blue.', 'blue')).toEqual(['b']);
});

it('tells of a name what stands right before it', () => {
  expect(ownersOf('Take the red Alpha over the blue Beta.', 'blue')).toEqual(['b']);
});

it('does not tell names apart that stand together', () => {
  expect(ownersOf('Alpha and Beta are red.', 'red')).toBeUndefined();
});
