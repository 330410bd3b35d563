import type { Product } from '../domain/product.ts';
import type { EmbeddingModel } from '../ports/embedding-model.ts';
import { productEmbeddingText } from '../retrieval/product-embedding-text.ts';

/**
 * One vector for each product: the mean over its languages, each text read in its own, scaled to unit length; zero when
 * no word is known.
 */
export async function embedByLanguage(
  embedder: EmbeddingModel,
  products: readonly Product[],
  signal: AbortSignal,
): Promise<Float32Array[]> {
  const sums = products.map(() => new Float32Array(embedder.dimensions));
  const texts = products.flatMap((product, position) =>
    productEmbeddingText(product).map(({ language, text }) => ({ position, language, text })),
  );
  for (const [language, own] of Map.groupBy(texts, (text) => text.language)) {
    const vectors = await embedder.embed(
      own.map(({ text }) => text),
      { kind: 'product', language, signal },
    );
    own.forEach(({ position }, index) => {
      const [sum, vector] = [sums[position], vectors[index]];
      if (sum !== undefined && vector !== undefined) addTo(sum, vector);
    });
  }
  return sums.map(toUnitLength);
}

function addTo(sum: Float32Array, vector: Float32Array): void {
  for (let dimension = 0; dimension < sum.length; dimension += 1) {
    sum[dimension] = (sum[dimension] ?? 0) + (vector[dimension] ?? 0);
  }
}

function toUnitLength(sum: Float32Array): Float32Array {
  const length = Math.sqrt(sum.reduce((squares, value) => squares + value * value, 0));
  return length === 0 ? sum : sum.map((value) => value / length);
}

/** What a product says of itself in all its languages, as one text. */
export const wholeText = (product: Product): string =>
  productEmbeddingText(product)
    .map(({ text }) => text)
    .join('\n');
