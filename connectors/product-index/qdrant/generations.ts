import { isAssistantError } from '../../../src/errors/assistant-error.ts';
import {
  type IndexDocument,
  type IndexedBehaviour,
  MOST_TASTE_DIMENSIONS,
} from '../../../src/ports/product-index.ts';
import { assertVector } from '../assert-vector.ts';
import { createChangeQueue } from '../change-queue.ts';
import { aliasesShape, collectionsShape, doneShape, droppedShape } from './answers.ts';
import { type BehaviourBook, createBehaviourBook } from './behaviour.ts';
import {
  createGeneration,
  deleteProducts,
  type Generation,
  type Writing,
  writeBehaviour,
  writeProducts,
} from './generation.ts';

export interface GenerationsOptions {
  readonly writing: Writing;
  readonly alias: string;
  readonly newId: () => string;
  /** Collections of this alias that another index still reads: they stay. None when absent. */
  readonly spared?: () => readonly string[];
}

/** The collections of one alias: one in force, one being built, and those somebody is still reading. */
export interface Generations {
  /** Reads the collection in force, which stays until the reading is over. */
  read<T>(empty: T, look: (generation: Generation) => Promise<T>): Promise<T>;
  upsert(documents: Iterable<IndexDocument>): Promise<void>;
  delete(productIds: readonly string[]): Promise<void>;
  replaceAll(documents: Iterable<IndexDocument> | AsyncIterable<IndexDocument>): Promise<void>;
  setBehaviour(behaviour: IndexedBehaviour): Promise<void>;
  size(): number;
  /** Whether the collection in force was gone when it was last read: somebody deleted it, or the server lost its data. */
  isLost(): boolean;
  /** The collection in force; undefined without a product. */
  collection(): string | undefined;
  /** Drops what nobody reads any more. */
  tidy(): Promise<void>;
  /** Leaves the collection in force on the server. */
  close(): Promise<void>;
}

interface Image extends Generation {
  readers: number;
  retired: boolean;
}

/** Products of one request; a page of long texts stays below the server's limit of 32 MB. */
const BATCH = 200;

/** Changes are made one after another in the order they are asked for. Without a product there is no collection. */
export function createGenerations(options: GenerationsOptions): Generations {
  const { writing, alias, newId, spared = () => [] } = options;
  const { caller } = writing;
  const change = createChangeQueue();
  const reading = new Set<Image>();
  let current: Image | undefined;
  let behaviour: BehaviourBook | undefined;
  let lost = false;

  async function replaceAll(
    documents: Iterable<IndexDocument> | AsyncIterable<IndexDocument>,
  ): Promise<void> {
    const name = `${alias}@${newId()}`;
    let next: Image | undefined;
    try {
      for await (const batch of inBatches(documents)) {
        for (const document of batch)
          assertVector(document, next?.dimensions ?? batch[0]?.vector.length ?? 0);
        next ??= { ...(await createGeneration(writing, name, batch, behaviour)), readers: 0, retired: false };
        await writeProducts(writing, next, batch);
      }
      await pointAlias(next?.name);
    } catch (error) {
      // What went wrong first is what is told; a collection left over is found at the next change.
      await dropCollection(name).catch(() => undefined);
      throw error;
    }
    lost = false;
    if (current !== undefined) current.retired = true;
    current = next;
    // The new image is in force whether or not the old one can be dropped: the next change tries again.
    await dropUnused().catch(() => undefined);
  }

  /** Both steps of a switch are one request: a reader of the alias sees the old collection or the new one. */
  async function pointAlias(collection: string | undefined): Promise<void> {
    const { aliases } = await caller.read(aliasesShape, (api, init) => api.getCollectionsAliases({}, init));
    const isSet = aliases.some(({ alias_name }) => alias_name === alias);
    const actions = [
      ...(isSet ? [{ delete_alias: { alias_name: alias } }] : []),
      ...(collection === undefined
        ? []
        : [{ create_alias: { alias_name: alias, collection_name: collection } }]),
    ];
    if (actions.length > 0)
      await caller.write(doneShape, (api, init) => api.updateAliases({ actions }, init));
  }

  /** Collections of this alias nobody needs: replaced ones, and what an earlier process left behind. */
  async function dropUnused(): Promise<void> {
    const { collections } = await caller.read(collectionsShape, (api, init) => api.getCollections({}, init));
    const needed = new Set([...[current, ...reading].map((image) => image?.name), ...spared()]);
    const unused = collections.filter(({ name }) => name.startsWith(`${alias}@`) && !needed.has(name));
    await Promise.all(unused.map(({ name }) => dropCollection(name)));
  }

  async function dropCollection(name: string): Promise<void> {
    await caller.write(droppedShape, (api, init) => api.deleteCollection({ collection_name: name }, init));
  }

  async function upsert(documents: Iterable<IndexDocument>): Promise<void> {
    const changed = latest(documents);
    if (changed.length === 0) return;
    const image = current;
    if (image === undefined || image.productIds.size === 0) return await replaceAll(changed);
    for (const document of changed) assertVector(document, image.dimensions);
    for (let start = 0; start < changed.length; start += BATCH)
      await writeProducts(writing, image, changed.slice(start, start + BATCH));
  }

  async function setBehaviour(given: IndexedBehaviour): Promise<void> {
    const next = createBehaviourBook(given, MOST_TASTE_DIMENSIONS);
    behaviour = undefined;
    if (current !== undefined) await writeBehaviour(writing, current, next);
    behaviour = next;
  }

  return {
    async read(empty, look) {
      const image = current;
      if (image === undefined || image.productIds.size === 0) return empty;
      image.readers += 1;
      reading.add(image);
      try {
        const seen = await look(image);
        lost = false;
        return seen;
      } catch (error) {
        lost = isMissing(error);
        throw error;
      } finally {
        image.readers -= 1;
        if (image.readers === 0) reading.delete(image);
        // The reader has its answer; a collection that cannot be dropped now goes with the next change.
        if (image.readers === 0 && image.retired) void change(dropUnused).catch(() => undefined);
      }
    },
    upsert: (documents) => change(() => upsert(documents)),
    delete: (productIds) =>
      change(async () => {
        if (current !== undefined) await deleteProducts(writing, current, productIds);
      }),
    replaceAll: (documents) => change(() => replaceAll(documents)),
    setBehaviour: (given) => change(() => setBehaviour(given)),
    size: () => current?.productIds.size ?? 0,
    isLost: () => lost,
    collection: () => current?.name,
    tidy: () => change(dropUnused),
    close: () =>
      change(async () => {
        current = undefined;
        behaviour = undefined;
      }),
  };
}

const isMissing = (error: unknown): boolean => isAssistantError(error) && error.details.status === 404;

/** Of several documents of one product the last. */
function latest(documents: Iterable<IndexDocument>): IndexDocument[] {
  return [...new Map([...documents].map((document) => [document.productId, document])).values()];
}

async function* inBatches(
  documents: Iterable<IndexDocument> | AsyncIterable<IndexDocument>,
): AsyncIterable<IndexDocument[]> {
  let batch: IndexDocument[] = [];
  for await (const document of documents) {
    batch.push(document);
    if (batch.length < BATCH) continue;
    yield latest(batch);
    batch = [];
  }
  if (batch.length > 0) yield latest(batch);
}
