import { describe, expect, it } from 'vitest';
import { createResemblance } from '../../src/ranking/resemble-first.ts';
import { factsOf, wordingOf } from './support.ts';

const titled = (productId: string, text: string) => factsOf(productId, { titles: [text.split(' ')] });
const chime = titled('chime', 'wireless bell chime');
const other = titled('other', 'wire chime');

describe('resemblance to the best matches', () => {
  it('finds what the best matches call the thing, beyond the words said', () => {
    const resembles = createResemblance(
      [
        { score: 4, facts: chime },
        { score: 4, facts: titled('second', 'bell chime') },
        { score: 2, facts: titled('third', 'bell curve') },
      ],
      wordingOf('bell'),
    );
    const chimeShare = 2 / 2.125;

    expect(resembles(other)).toBeCloseTo(chimeShare / 2);
    expect(resembles(titled('curve', 'curve'))).toBeCloseTo(0.125 / 2.125);
    expect(resembles(titled('bell', 'bell'))).toBe(0);
    expect(resembles(factsOf('untitled'))).toBe(0);
  });

  it('says nothing where the words matched nothing', () => {
    expect(createResemblance([], wordingOf('bell'))(chime)).toBe(0);
    expect(createResemblance([{ score: 0, facts: chime }], wordingOf('bell'))(chime)).toBe(0);
  });
});
