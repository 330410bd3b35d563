import { createCatalogueStore } from '../catalog/catalogue-store.ts';
import type { Degradation } from '../domain/turn.ts';
import { isAssistantError } from '../errors/assistant-error.ts';
import type { EmbeddingModel } from '../ports/embedding-model.ts';
import { type OpenShop, type OpenShopOptions, openShop } from './open-shop.ts';
import { type EmbedOptions, embedCatalogue, isEmbedded } from './product-vectors.ts';
import { createVectorStore } from './vector-store.ts';

/** The way of a shop to the vectors of an outside model. */
export interface Embedding {
  /** The shop with this model when all its vectors are kept; else undefined. */
  openIfWhole(): Promise<OpenShop | undefined>;
  /**
   * Embeds what is missing, then opens the shop with it. Goes on where an earlier one was cut.
   *
   * @param spared As in {@link OpenShopOptions}.
   * @returns undefined when that failed, which is noted and told by `fault`, or was aborted.
   */
  open(spared?: () => readonly string[]): Promise<OpenShop | undefined>;
  /** Of the last attempt; undefined when it went well. */
  fault(): Degradation | undefined;
  /** "openai:x is embedding: 1,200 of 50,000 products"; undefined when it is not. */
  underWay(): string | undefined;
}

export function createEmbedding(opening: OpenShopOptions, model: EmbeddingModel): Embedding {
  const { database, clock, note, signal } = opening;
  const { all, count } = createCatalogueStore(database);
  const store = createVectorStore(database, model.name);
  const options: EmbedOptions = { store, model, products: all, clock, signal };
  let fault: Degradation | undefined;
  let underWay: string | undefined;

  async function embed(spared: () => readonly string[]): Promise<OpenShop> {
    const total = (await count()).toLocaleString('en');
    const tell = (doing: string) => (done: number) => {
      underWay = `${model.name} ${doing}: ${done.toLocaleString('en')} of ${total} products`;
    };
    tell('is embedding')(0);
    await embedCatalogue({ ...options, onProgress: tell('is embedding') });
    tell('is being indexed')(0);
    return await openShop({ ...opening, model, spared, onProgress: tell('is being indexed') });
  }

  return {
    async openIfWhole() {
      return (await isEmbedded(options)) ? await openShop({ ...opening, model }) : undefined;
    },
    async open(spared = () => []) {
      underWay = `${model.name} is embedding`;
      note(`Embedding the catalogue with ${model.name}`);
      try {
        const shop = await embed(spared);
        fault = undefined;
        note(`${model.name} has embedded the catalogue, and searches go by it`);
        return shop;
      } catch (error) {
        if (signal.aborted) return undefined;
        const why = error instanceof Error ? error.message : String(error);
        note(`${model.name} does not work (${why}); using the vectors trained on the catalogue`);
        fault = { component: 'embedding-model', reason: isAssistantError(error) ? error.code : 'INTERNAL' };
        return undefined;
      } finally {
        underWay = undefined;
      }
    },
    fault: () => fault,
    underWay: () => underWay,
  };
}
