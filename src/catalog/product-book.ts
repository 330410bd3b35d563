import type { Database, Query } from '../ports/database.ts';
import { toProduct } from './catalogue-store.ts';
import { keysOfProduct, type ProductKey } from './product-keys.ts';
import { type NamedKey, readNamed } from './read-named.ts';

/** A product that a text names. */
export interface NamedProduct {
  readonly productId: string;
  /** The variant that is named; absent when it is the product. */
  readonly variantId?: string;
  /** The words that name it. */
  readonly words: string;
  /** As for {@link NamedKey}; `beginning`: a code of the product begins with the text. */
  readonly as: NamedKey['as'] | 'beginning';
}

/** Looks products up by what names them: ids, SKU, MPN, GTIN, full titles. */
export interface ProductBook {
  /**
   * The products a text names, by productId; beginnings of codes only when nothing is named whole, at most 20. Cost: one
   * look into an index of the database, two for a code nobody has.
   */
  find(text: string): Promise<readonly NamedProduct[]>;
}

const MOST_BEGINNINGS = 20;
/** Sorts behind every key that goes on. */
const AFTER_ALL = '\u{10FFFF}';
const BATCH = 500;
/** Changed with what a key is, so that older books are written again. */
const FORMAT = 1;
const KIND = 'product-keys';

export function createProductBook({ query }: Database): ProductBook {
  return {
    async find(text) {
      const { keys, beginning } = readNamed(text);
      const found = await namedWhole(query, keys);
      if (found.length > 0 || beginning === undefined) return found;
      return await namedByBeginning(query, beginning, text.trim());
    },
  };
}

async function namedWhole(query: Query, keys: readonly NamedKey[]): Promise<NamedProduct[]> {
  if (keys.length === 0) return [];
  const rows = await query
    .selectFrom('productKeys')
    .select(['key', 'productId', 'variantId'])
    .where(
      'key',
      'in',
      keys.map(({ key }) => key),
    )
    .orderBy('productId')
    .orderBy('key')
    .execute();
  const byKey = new Map(keys.map((named) => [named.key, named]));
  const found = new Map<string, NamedProduct>();
  for (const { key, productId, variantId } of rows) {
    const named = byKey.get(key);
    if (named === undefined) continue;
    const earlier = found.get(productId);
    if (earlier !== undefined && (earlier.as === 'code' || named.as === 'whole')) continue;
    found.set(productId, { ...toNamed({ productId, variantId }, named.words), as: named.as });
  }
  return [...found.values()];
}

async function namedByBeginning(query: Query, beginning: ProductKey, words: string): Promise<NamedProduct[]> {
  const rows = await query
    .selectFrom('productKeys')
    .select(['productId', 'variantId'])
    .where('key', '>', beginning)
    .where('key', '<', beginning + AFTER_ALL)
    .orderBy('key')
    .limit(MOST_BEGINNINGS)
    .execute();
  const found = new Map<string, NamedProduct>();
  for (const row of rows) {
    if (!found.has(row.productId)) found.set(row.productId, { ...toNamed(row, words), as: 'beginning' });
  }
  return [...found.values()];
}

const toNamed = (
  { productId, variantId }: { readonly productId: string; readonly variantId: string | null },
  words: string,
) => ({ productId, words, ...(variantId === null ? {} : { variantId }) });

/**
 * Writes the keys of what was published since the book was last written, in as many transactions as it takes. A process that
 * ends in between begins again.
 *
 * Cost: products that changed are read once; nothing is done for a catalogue that is in the book.
 */
export async function writeProductBook(database: Database, signal: AbortSignal): Promise<void> {
  const catalogue = await database.query
    .selectFrom('catalogueVersions')
    .select(['version', 'publishedAtMs'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const written = await database.query
    .selectFrom('models')
    .select(['version', 'createdAtMs', 'quality'])
    .where('kind', '=', KIND)
    .executeTakeFirst();
  const isOfFormat = written?.quality === JSON.stringify({ format: FORMAT });
  if (catalogue === undefined || (isOfFormat && written.version === catalogue.version)) return;
  const continues = isOfFormat && written.createdAtMs < catalogue.publishedAtMs;
  if (!continues)
    await database.transaction(async (query) => void (await query.deleteFrom('productKeys').execute()));
  await writeChanged(database, continues ? written.createdAtMs : undefined, signal);
  await database.transaction(async (query) => {
    const present = query.selectFrom('products').select('productId');
    await query.deleteFrom('productKeys').where('productId', 'not in', present).execute();
    await query.deleteFrom('models').where('kind', '=', KIND).execute();
    await query
      .insertInto('models')
      .values({
        kind: KIND,
        version: catalogue.version,
        createdAtMs: catalogue.publishedAtMs,
        active: 1,
        quality: JSON.stringify({ format: FORMAT }),
        payload: new Uint8Array(),
      })
      .execute();
  });
}

/** @param sinceMs Only products written after it; all when absent. */
async function writeChanged(
  database: Database,
  sinceMs: number | undefined,
  signal: AbortSignal,
): Promise<void> {
  for (let after = ''; ; ) {
    signal.throwIfAborted();
    const rows = await database.query
      .selectFrom('products')
      .select(['productId', 'document'])
      .where('productId', '>', after)
      .where('updatedAtMs', '>', sinceMs ?? Number.MIN_SAFE_INTEGER)
      .orderBy('productId')
      .limit(BATCH)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.productId;
    const keys = rows.flatMap(({ productId, document }) =>
      keysOfProduct(toProduct(document)).map(({ key, variantId }) => ({
        key,
        productId,
        variantId: variantId ?? null,
      })),
    );
    await database.transaction(async (query) => {
      await query
        .deleteFrom('productKeys')
        .where(
          'productId',
          'in',
          rows.map(({ productId }) => productId),
        )
        .execute();
      for (let from = 0; from < keys.length; from += BATCH)
        await query
          .insertInto('productKeys')
          .values(keys.slice(from, from + BATCH))
          .execute();
    });
  }
}
