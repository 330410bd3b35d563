import * as z from 'zod';

const count = (fallback: number, max: number) => z.coerce.number().int().min(1).max(max).default(fallback);

/** How much of the shop's own texts is taken in. */
export const documentSettings = {
  LIMIT_DOCUMENTS: count(2_000, 100_000).describe('Most documents in one import'),
  LIMIT_DOCUMENT_BYTES: count(5_242_880, 100_000_000).describe('Largest file of a document'),
};
