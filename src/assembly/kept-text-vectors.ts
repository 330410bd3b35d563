import * as z from 'zod';
import {
  decodeTextVectors,
  encodeTextVectors,
  type TextVectorModel,
  trainTextVectors,
} from '../../connectors/embedding-model/text-vector-model.ts';
import type { Product } from '../domain/product.ts';
import { isAssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';
import { productEmbeddingText } from '../retrieval/product-embedding-text.ts';
import { analyzeTerms } from '../text/analyze.ts';
import { createTextSketch, type TextSketch, unseenShare } from './text-sketch.ts';
import { wholeText } from './text-vectors.ts';

const KIND = 'text-vectors';
/** The same catalogue gives the same vectors. */
const SEED = 20_261_122;
/** Share of products the model has not seen above which it learns anew; until then they are folded in. */
const MOST_UNSEEN = 0.2;

/** What a model learned from. */
const trainingSchema = z.object({
  /** Fingerprint of the code: words are stemmed as they were when it learned. */
  code: z.string(),
  texts: z.number(),
  hashes: z.array(z.string()),
});

interface Training extends TextSketch {
  readonly code: string;
}

export interface KeptTextVectors {
  readonly model: TextVectorModel;
  readonly training: Training;
}

/** A model just trained, as it is kept. */
export interface FreshTextVectors {
  readonly payload: Uint8Array;
  readonly training: Training;
}

/** The model trained last. @returns undefined when there is none, it is damaged (noted), or other code trained it. */
export async function keptTextVectors(
  { query }: Pick<Database, 'query'>,
  code: string,
  note: (text: string) => void,
): Promise<KeptTextVectors | undefined> {
  const row = await query
    .selectFrom('models')
    .select(['payload', 'quality'])
    .where('kind', '=', KIND)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const training = trainingSchema.safeParse(row === undefined ? undefined : JSON.parse(row.quality));
  if (row === undefined || !training.success || training.data.code !== code) return undefined;
  try {
    return { model: decodeTextVectors(row.payload), training: training.data };
  } catch (error) {
    if (!isAssistantError(error)) throw error;
    note(`The kept text vectors are damaged and are trained again (${error.message})`);
    return undefined;
  }
}

/** In the place of any earlier model. */
export async function keepTextVectors(
  database: Database,
  { payload, training }: FreshTextVectors,
  catalogueVersion: number,
  atMs: number,
): Promise<void> {
  const row = { kind: KIND, version: catalogueVersion, createdAtMs: atMs, active: 1, payload };
  await database.transaction(async (write) => {
    await write.deleteFrom('models').where('kind', '=', KIND).execute();
    await write
      .insertInto('models')
      .values({ ...row, quality: JSON.stringify(training) })
      .execute();
  });
}

/**
 * The embedded vectors of text for a catalogue: the kept model as long as it has seen most of it, for new products are
 * folded in; else one trained on the catalogue. The same catalogue and the same kept model give the same vectors.
 *
 * Cost: training holds the texts in memory and takes 10 s for 50,000 products of 30 words; a look at what is new 1 s.
 */
export async function textVectorsFor(
  products: () => AsyncIterable<Product>,
  kept: KeptTextVectors | undefined,
  code: string,
): Promise<{ readonly model: TextVectorModel; readonly fresh?: FreshTextVectors }> {
  const sketch = await sketchOf(products());
  if (kept !== undefined && unseenShare(kept.training, sketch) <= MOST_UNSEEN) return { model: kept.model };
  const documents: { readonly texts: ReturnType<typeof productEmbeddingText> }[] = [];
  for await (const product of products()) documents.push({ texts: productEmbeddingText(product) });
  const model = trainTextVectors({ documents, analyze: analyzeTerms, seed: SEED });
  return {
    model,
    fresh: { payload: new Uint8Array(encodeTextVectors(model)), training: { code, ...sketch } },
  };
}

async function sketchOf(products: AsyncIterable<Product>): Promise<TextSketch> {
  const { add, sketch } = createTextSketch();
  for await (const product of products) add(wholeText(product));
  return sketch();
}
