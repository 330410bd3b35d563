import { expect, it } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { embedCatalogue, vectorHash, vectorOf } from '../../src/assembly/product-vectors.ts';
import { createVectorStore } from '../../src/assembly/vector-store.ts';
import type { Product } from '../../src/domain/product.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { EmbeddingModel } from '../../src/ports/embedding-model.ts';
import { product } from '../support/small-shop.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const PRODUCTS = ['Scarf', 'Lamp', 'Tent', 'Mug'].map((title) => product({ id: title, title }));

/** A model that turns the first letter of a text into an axis, and writes down what it was asked. */
function letters(dimensions: number, turn = 0) {
  const model = {
    name: 'openai:letters',
    asked: [] as string[],
    down: false,
    // Of an endpoint that was asked nothing yet, as the port has it.
    dimensions: 0,
    async embed(texts: readonly string[]) {
      if (model.down) throw new AssistantError('MODEL_UNAVAILABLE', 'Nobody answers');
      model.asked.push(...texts.map((text) => text.split('.')[0] ?? ''));
      return texts.map((text) =>
        Float32Array.from({ length: dimensions }, (_, axis) =>
          axis === (text.charCodeAt(0) + turn) % dimensions ? 1 : 0,
        ),
      );
    },
    isAvailable: () => true,
    close: async () => undefined,
  };
  return model;
}

async function shop() {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  const embed = async (model: EmbeddingModel, products: readonly Product[]) => {
    const store = createVectorStore(database, model.name);
    await embedCatalogue({
      store,
      model,
      products: async function* all() {
        yield* products;
      },
      clock: () => 0,
      signal: new AbortController().signal,
    });
    const vectors = await store.read(new Set(products.map(vectorHash)));
    return products.map((entry) => [...vectorOf(entry, vectors)]);
  };
  return { database, embed };
}

it('pays for a text once, also after products came and went', async () => {
  const { database, embed } = await shop();
  const first = letters(8);
  const vectors = await embed(first, PRODUCTS);
  expect(first.asked).toHaveLength(4);
  const fewer = letters(8);
  expect(await embed(fewer, PRODUCTS.slice(1))).toEqual(vectors.slice(1));
  const more = letters(8);
  expect(await embed(more, PRODUCTS)).toEqual(vectors);
  // One that is kept is asked again each time, and the one that had gone.
  expect([fewer.asked, more.asked.toSorted()]).toEqual([['Lamp'], ['Lamp', 'Scarf']]);
  await database.close();
});

it.each([
  ['of other dimensions', letters(6)],
  ['of the same dimensions', letters(8, 1)],
])('makes every vector anew when the endpoint has another model %s', async (_name, other) => {
  const { database, embed } = await shop();
  await embed(letters(8), PRODUCTS);
  const vectors = await embed(other, PRODUCTS);
  expect(new Set(other.asked)).toEqual(new Set(['Scarf', 'Lamp', 'Tent', 'Mug']));
  expect(vectors).toEqual(
    (await other.embed(PRODUCTS.map(({ productId }) => productId))).map((vector) => [...vector]),
  );
  await database.close();
});

it('works with what is kept while the endpoint does not answer, and not with half of it', async () => {
  const { database, embed } = await shop();
  const vectors = await embed(letters(8), PRODUCTS.slice(0, 3));
  const silent = letters(8);
  silent.down = true;
  expect(await embed(silent, PRODUCTS.slice(0, 3))).toEqual(vectors);
  await expect(embed(silent, PRODUCTS)).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
  await database.close();
});
