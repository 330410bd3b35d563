import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findModelNumbers, modelTerms } from '../../src/text/model-numbers.ts';
import { anyText } from './any-text.ts';

const terms = (text: string) => findModelNumbers(text).map(({ term }) => term);

describe('findModelNumbers', () => {
  it.each([
    ['Sony WH-1000XM5 black', ['wh1000xm5']],
    ['sony wh 1000xm5', ['wh1000xm5']],
    ['wh 1000 xm5', ['wh1000', 'wh1000xm5']],
    ['RTX 4070', ['rtx4070']],
    ['bolt M8 x 40', ['m8x40']],
    ['bolt M8x40', ['m8x40']],
  ])('joins the pieces of "%s"', (text, joined) => {
    expect(terms(text)).toEqual(joined);
  });

  it.each(['RTX4070', 'red scarf', '220-240', '', 'headphones 12', 'size, 42'])(
    'finds none in "%s"',
    (text) => {
      expect(terms(text)).toEqual([]);
    },
  );

  it('names places within the text, for any text', () => {
    fc.assert(
      fc.property(anyText(), (text) =>
        findModelNumbers(text).every(({ start, end }) => start >= 0 && start < end && end <= text.length),
      ),
    );
  });
});

it('finds a text by the end of its model number too', () => {
  expect(modelTerms('WH-1000XM5')).toEqual(['wh1000xm5', 'xm5']);
});
