import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { IndexDocument } from '../../src/ports/product-index.ts';

/** @throws {AssistantError} INVALID_ARGUMENT when a product's vector has other dimensions than the index, NaN or infinity. */
export function assertVector({ productId, vector }: IndexDocument, dimensions: number): void {
  if (vector.length === dimensions && vector.every(Number.isFinite)) return;
  throw new AssistantError(
    'INVALID_ARGUMENT',
    `The vector of product "${productId}" does not fit the index`,
    {
      details: { productId, dimensions: vector.length, expected: dimensions },
    },
  );
}

/** @throws {AssistantError} INVALID_ARGUMENT when a query's vector has other dimensions than the index, NaN or infinity. */
export function assertQueryVector(vector: Float32Array, dimensions: number): void {
  if (vector.length === dimensions && vector.every(Number.isFinite)) return;
  throw new AssistantError(
    'INVALID_ARGUMENT',
    `A vector of ${vector.length} dimensions was searched among vectors of ${dimensions}, or it holds NaN or infinity`,
    { details: { dimensions: vector.length, expected: dimensions } },
  );
}
