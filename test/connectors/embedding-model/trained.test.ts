import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeTextVectors,
  encodeTextVectors,
  trainTextVectors,
} from '../../../connectors/embedding-model/text-vector-model.ts';
import { createTrainedEmbeddingModel } from '../../../connectors/embedding-model/trained.ts';
import { createRandom } from '../../../src/domain/random.ts';

const { signal } = new AbortController();
const analyze = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** Two themes, clothes and light, told in English and German; words of a theme stand together. */
const THEMES = [
  { en: 'scarf wool knit warm winter shawl', de: 'schal wolle strick warm winter tuch' },
  { en: 'lamp light bulb desk bright shade', de: 'lampe licht birne tisch hell schirm' },
];
const documents = Array.from({ length: 120 }, (_, number) => {
  const random = createRandom(number);
  const theme = THEMES[number % 2];
  const some = (words = '') =>
    words
      .split(' ')
      .filter(() => random() < 0.6)
      .join(' ');
  return {
    texts: [
      { language: 'en', text: some(theme?.en) },
      { language: 'de', text: some(theme?.de) },
    ],
  };
});
const train = () => trainTextVectors({ documents, analyze, seed: 7, dimensions: 2 });
const model = createTrainedEmbeddingModel(train(), analyze);
const embed = async (...texts: string[]) => await model.embed(texts, { kind: 'query', signal });
const similarity = async (left: string, right: string) => {
  const [one = new Float32Array(), other = new Float32Array()] = await embed(left, right);
  return one.reduce((sum, value, dimension) => sum + value * (other[dimension] ?? 0), 0);
};

describe('trained text vectors', () => {
  it('bring together words that stand in the same products', async () => {
    expect(await similarity('scarf', 'shawl')).toBeGreaterThan((await similarity('scarf', 'lamp')) + 0.5);
  });

  it('bring translations together when products are told in both languages', async () => {
    expect(await similarity('scarf', 'schal')).toBeGreaterThan((await similarity('scarf', 'lampe')) + 0.5);
  });

  it('read a misspelt word by its pieces', async () => {
    expect(await similarity('wintre', 'winter')).toBeGreaterThan(await similarity('wintre', 'bulb'));
  });

  it('say nothing for a text without any known word', async () => {
    const vectors = await embed('', 'zzzzqq 42', '🧣');

    expect(vectors.map((vector) => [...vector])).toEqual(Array.from({ length: 3 }, () => [0, 0]));
  });

  it('are unit length and finite for any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.subarray(['scarf', 'lamp', 'wolle']),
        async (noise, words) => {
          const [vector = new Float32Array()] = await embed(`${noise} ${words.join(' ')}`);
          const length = Math.hypot(...vector);
          expect(length === 0 || Math.abs(length - 1) < 1e-5).toBe(true);
          if (words.length > 0 && noise === '') expect(length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('do not depend on the other texts of a call', async () => {
    expect((await embed('scarf', 'lamp'))[1]).toEqual((await embed('lamp'))[0]);
  });

  it('are the same for the same seed, byte for byte, and named by their content', () => {
    expect(encodeTextVectors(train())).toEqual(encodeTextVectors(train()));
    expect(createTrainedEmbeddingModel(train(), analyze).name).toBe(model.name);
    const other = trainTextVectors({ documents, analyze, seed: 8, dimensions: 3 });
    expect(createTrainedEmbeddingModel(other, analyze).name).not.toBe(model.name);
  });

  it.each([
    ['no document', []],
    ['documents without words', [{ texts: [] }, { texts: [{ language: 'en', text: '!' }] }]],
    ['one document', [{ texts: [{ language: 'en', text: 'scarf' }] }]],
  ])('can be trained on %s', async (_, few) => {
    const small = createTrainedEmbeddingModel(
      trainTextVectors({ documents: few, analyze, seed: 1 }),
      analyze,
    );
    const [vector] = await small.embed(['scarf'], { kind: 'query', signal });

    expect(vector).toHaveLength(small.dimensions);
  });

  it('refuse dimensions that are none', () => {
    expect(() => trainTextVectors({ documents, analyze, seed: 1, dimensions: 0 })).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
    );
  });
});

describe('encoded text vectors', () => {
  const encoded = encodeTextVectors(train());

  it('decode to what was encoded, wherever they lie in memory', () => {
    const shifted = new Uint8Array(encoded.length + 3);
    shifted.set(encoded, 3);

    expect(decodeTextVectors(shifted.subarray(3))).toEqual(train());
  });

  it('are refused when a byte is missing, changed or added', () => {
    fc.assert(
      fc.property(fc.nat(encoded.length - 1), fc.integer({ min: 1, max: 255 }), (position, change) => {
        const damaged = encoded.slice();
        damaged[position] = (damaged[position] ?? 0) ^ change;
        for (const bytes of [damaged, encoded.slice(0, position), Uint8Array.of(...encoded, change)]) {
          expect(() => decodeTextVectors(bytes)).toThrow(expect.objectContaining({ code: 'DATA_CORRUPT' }));
        }
      }),
      { numRuns: 60 },
    );
  });
});
