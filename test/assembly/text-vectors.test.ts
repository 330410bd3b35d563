import { describe, expect, it } from 'vitest';
import { embedByLanguage } from '../../src/assembly/text-vectors.ts';
import type { Product } from '../../src/domain/product.ts';
import type { EmbeddingModel } from '../../src/ports/embedding-model.ts';

/** English points along the first axis, German along the second; what is in no language it knows is nowhere. */
const AXES: Readonly<Record<string, readonly number[]>> = { en: [1, 0], de: [0, 1] };

function modelOfLanguages(): EmbeddingModel & { readonly calls: { language: string; texts: number }[] } {
  const calls: { language: string; texts: number }[] = [];
  return {
    calls,
    name: 'axes',
    dimensions: 2,
    async embed(texts, { language = '' }) {
      calls.push({ language, texts: texts.length });
      return texts.map(() => Float32Array.from(AXES[language] ?? [0, 0]));
    },
    isAvailable: () => true,
    async close() {},
  };
}

function inLanguages(productId: string, ...languages: readonly [string, ...string[]]): Product {
  return {
    productId,
    language: languages[0],
    texts: Object.fromEntries(
      languages.map((language) => [language, { title: 'Scarf', description: '' }] as const),
    ),
    category: [],
    attributes: {},
    variants: [],
  };
}

const embed = async (model: EmbeddingModel, products: readonly Product[]) =>
  (await embedByLanguage(model, products, new AbortController().signal)).map((vector) => [...vector]);

describe('embedByLanguage', () => {
  it('gives each product the mean of its languages, of unit length', async () => {
    const half = Math.fround(Math.SQRT1_2);
    const vectors = await embed(modelOfLanguages(), [
      inLanguages('both', 'en', 'de'),
      inLanguages('one', 'de'),
    ]);

    expect(vectors[0]?.map((value) => value.toFixed(6))).toEqual([half.toFixed(6), half.toFixed(6)]);
    expect(vectors[1]).toEqual([0, 1]);
  });

  it('reads each text in its own language, all of a language at once', async () => {
    const model = modelOfLanguages();
    await embed(model, [inLanguages('a', 'en', 'de'), inLanguages('b', 'de'), inLanguages('c', 'en')]);

    expect(model.calls).toEqual([
      { language: 'en', texts: 2 },
      { language: 'de', texts: 2 },
    ]);
  });

  it('gives zero where no word is known', async () => {
    expect(await embed(modelOfLanguages(), [inLanguages('a', 'xx')])).toEqual([[0, 0]]);
  });
});
