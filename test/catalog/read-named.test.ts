import { describe, expect, it } from 'vitest';
import { titleKey } from '../../src/catalog/product-keys.ts';
import { readNamed } from '../../src/catalog/read-named.ts';

const codes = (text: string) =>
  readNamed(text).keys.flatMap(({ key, words, as }) => (as === 'code' ? [[key, words]] : []));

describe('a text', () => {
  it.each([
    ['Do you have B07NCQWCQS?', [['c:b07ncqwcqs', 'B07NCQWCQS']]],
    ['is (AB-1234-XL), in stock', [['c:ab1234xl', 'AB-1234-XL']]],
    [
      'the 4006381333931 please',
      [
        ['g:04006381333931', '4006381333931'],
        ['c:4006381333931', '4006381333931'],
      ],
    ],
    [
      'ean 4 006381 333931',
      [
        ['g:04006381333931', '4 006381 333931'],
        ['c:006381', '006381'],
        ['c:333931', '333931'],
      ],
    ],
  ])('"%s" names by code', (text, named) => {
    expect(codes(text)).toEqual(expect.arrayContaining(named));
  });

  it.each(['a lamp for 2024', '42', 'size 42', 'under 1000', 'warm wool scarf', 'a 2x4', '', '???'])(
    '"%s" holds no code',
    (text) => {
      expect(codes(text)).toEqual([]);
    },
  );

  it('may be a whole title, or a short number that is an id', () => {
    expect(readNamed('Warm wool scarf').keys).toEqual([
      { words: 'Warm wool scarf', key: titleKey('warm wool scarf'), as: 'whole' },
    ]);
    expect(readNamed('AB 1234 XL').keys[0]).toEqual({ words: 'AB 1234 XL', key: 'c:ab1234xl', as: 'whole' });
    expect(readNamed('42').keys).toContainEqual({ words: '42', key: 'c:42', as: 'whole' });
  });

  it('is the beginning of a code when all of it looks like one', () => {
    expect(readNamed('AB-12').beginning).toBe('c:ab12');
    expect(readNamed('do you have AB-12 now or').beginning).toBeUndefined();
    expect(readNamed('warm').beginning).toBeUndefined();
  });

  it('is looked up by a bounded number of keys, however long it is', () => {
    const text = Array.from({ length: 2_000 }, (_, word) => `code${word}x`).join(' ');
    expect(readNamed(text).keys.length).toBeLessThan(30);
  });
});
