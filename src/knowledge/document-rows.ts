import * as z from 'zod';
import type { Tables } from '../ports/database-tables.ts';
import type { ShopDocument } from './shop-document.ts';

/** `demo` documents go when the shop brings its own; those of the `desk` are taken away by no import. */
export type DocumentOrigin = 'demo' | 'import' | 'desk';

export type DocumentRow = Tables['documents'];

const passagesSchema = z.array(
  z.object({
    headings: z.array(z.string()),
    sentences: z.array(z.string()),
    rows: z.array(z.number()).optional(),
  }),
);

export function toDocument(row: DocumentRow): ShopDocument {
  const { market, productId, url, passages, origin: _, importedAtMs: __, ...rest } = row;
  return {
    ...rest,
    ...(market === null ? {} : { market }),
    ...(productId === null ? {} : { productId }),
    ...(url === null ? {} : { url }),
    passages: passagesSchema.parse(JSON.parse(passages)),
  };
}

export const toRow = (document: ShopDocument, origin: DocumentOrigin, nowMs: number): DocumentRow => ({
  documentId: document.documentId,
  title: document.title,
  language: document.language,
  market: document.market ?? null,
  productId: document.productId ?? null,
  url: document.url ?? null,
  updatedAtMs: document.updatedAtMs,
  passages: JSON.stringify(document.passages),
  origin,
  importedAtMs: nowMs,
});

/** But for when it was brought. */
export const isSameRow = (
  { importedAtMs: _, ...old }: DocumentRow,
  { importedAtMs: __, ...row }: DocumentRow,
): boolean =>
  Object.entries(row).every(([column, value]) =>
    Object.entries(old).some(([name, was]) => name === column && was === value),
  );

export const originOf = ({ origin }: DocumentRow): DocumentOrigin =>
  origin === 'demo' || origin === 'desk' ? origin : 'import';
