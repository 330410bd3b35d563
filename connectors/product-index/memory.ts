import type {
  FacetCount,
  IndexDocument,
  IndexedBehaviour,
  IndexedVariant,
  IndexHit,
  IndexScope,
  IndexSource,
  ProductIndex,
  ReadQuantity,
} from '../../src/ports/product-index.ts';
import { assertBehaviour } from './assert-behaviour.ts';
import { assertQueryVector, assertVector } from './assert-vector.ts';
import { resolveWordScoring, type WordScoring, type WordScoringOptions } from './bm25f.ts';
import { createChangeQueue } from './change-queue.ts';
import { scoreBehaviour } from './memory-behaviour.ts';
import { scoreDocuments } from './memory-scoring.ts';
import { ownEntry, passingVariants, priceOf } from './passing-variants.ts';
import { type QuantityOptions, readBareNumber } from './quantity-range.ts';

/** A product that passes a scope with the variants that made it pass, cheapest first. */
interface Passing {
  readonly document: IndexDocument;
  readonly variants: readonly [IndexedVariant, ...IndexedVariant[]];
}

/**
 * The index as its definition reads: every search looks at every variant of every product. No I/O, exact, slow;
 * the oracle of the contract suite and enough for tests.
 */
export function createMemoryProductIndex(options: WordScoringOptions & QuantityOptions = {}): ProductIndex {
  const scoring = resolveWordScoring(options);
  const readQuantity = options.readQuantity ?? readBareNumber;
  const change = createChangeQueue();
  let documents = new Map<string, IndexDocument>();
  let behaviour: IndexedBehaviour = {};
  const passing = (scope: IndexScope) => passingProducts(documents.values(), scope, readQuantity);

  return {
    async search(scope, sources, signal) {
      signal.throwIfAborted();
      const searched = { all: [...documents.values()], passing: passing(scope), behaviour, scoring };
      return sources.map((source) => searchSource(searched, scope, source));
    },
    async count(scopes, signal) {
      signal.throwIfAborted();
      return scopes.map((scope) => passing(scope).length);
    },
    async facets(scope, attributes, limit, signal) {
      signal.throwIfAborted();
      const candidates = passing(scope);
      return new Map(attributes.map((attribute) => [attribute, countFacet(candidates, attribute, limit)]));
    },
    async priceRange(scope, signal) {
      signal.throwIfAborted();
      const prices = passing(scope)
        .map((product) => priceOf(product.variants[0], scope.market))
        .sort((left, right) => left - right);
      if (prices.length === 0) return undefined;
      const at = (share: number) => prices[Math.floor((prices.length - 1) * share)] ?? 0;
      return [at(0), at(0.25), at(0.5), at(0.75), at(1)];
    },
    async facts(scope, productIds, signal) {
      signal.throwIfAborted();
      const byId = new Map(passing(scope).map((product) => [product.document.productId, product]));
      return productIds.flatMap((productId) => {
        const product = byId.get(productId);
        const offer = product?.variants[0].offers[scope.market];
        if (product === undefined || offer === undefined) return [];
        const { categoryKeys, vector, titles } = product.document;
        return [
          { productId, ...offer, attributes: product.variants[0].attributes, categoryKeys, vector, titles },
        ];
      });
    },
    upsert: (changed) =>
      change(async () => {
        const next = new Map(documents);
        for (const document of changed) addDocument(next, document);
        documents = next;
      }),
    delete: (productIds) =>
      change(async () => {
        for (const productId of productIds) documents.delete(productId);
      }),
    replaceAll: (all) =>
      change(async () => {
        const next = new Map<string, IndexDocument>();
        for await (const document of all) addDocument(next, document);
        documents = next;
      }),
    setBehaviour: (given) =>
      change(async () => {
        assertBehaviour(given);
        behaviour = given;
      }),
    size: () => documents.size,
    close: () =>
      change(async () => {
        documents = new Map();
        behaviour = {};
      }),
  };
}

/** A product without its vector's match in dimensions spoils the whole change, so it is found before. */
function addDocument(documents: Map<string, IndexDocument>, document: IndexDocument): void {
  const first = documents.values().next().value ?? document;
  assertVector(document, first.vector.length);
  documents.set(document.productId, document);
}

function passingProducts(
  documents: Iterable<IndexDocument>,
  scope: IndexScope,
  readQuantity: ReadQuantity,
): Passing[] {
  const passing: Passing[] = [];
  for (const document of documents) {
    const [first, ...others] = passingVariants(document, scope, readQuantity);
    if (first !== undefined) passing.push({ document, variants: [first, ...others] });
  }
  return passing;
}

interface Searched {
  readonly all: readonly IndexDocument[];
  readonly passing: readonly Passing[];
  readonly behaviour: IndexedBehaviour;
  readonly scoring: WordScoring;
}

function searchSource(
  { all, passing, behaviour, scoring }: Searched,
  { market }: IndexScope,
  source: IndexSource,
): IndexHit[] {
  const toHits = (scoreOf: (product: Passing) => Pick<IndexHit, 'score' | 'coverage'> | undefined) =>
    passing
      .flatMap((product): IndexHit[] => {
        const scored = scoreOf(product);
        const { productId } = product.document;
        return scored === undefined
          ? []
          : [{ productId, variantId: product.variants[0].variantId, ...scored }];
      })
      .sort(byScore);
  switch (source.source) {
    case 'terms': {
      const scores = scoreDocuments(all, source.query, scoring);
      return toHits(({ document }) => scores.get(document.productId)).slice(0, source.limit);
    }
    case 'text': {
      if (source.vector.every((value) => value === 0)) return [];
      for (const document of all.slice(0, 1)) assertQueryVector(source.vector, document.vector.length);
      return toHits(({ document }) => ({ score: cosine(document.vector, source.vector) })).slice(
        0,
        source.limit,
      );
    }
    case 'given':
      return toHits(({ document }) =>
        source.productIds.includes(document.productId) ? { score: 0 } : undefined,
      );
    case 'taste':
    case 'neighbours': {
      const scores = scoreBehaviour(behaviour, source);
      return toHits(({ document }) => {
        const score = scores.get(document.productId);
        return score === undefined ? undefined : { score };
      }).slice(0, source.limit);
    }
    case 'price': {
      const sign = source.order === 'ascending' ? -1 : 1;
      const offset = source.offset ?? 0;
      return toHits(({ variants }) => ({ score: sign * priceOf(variants[0], market) })).slice(
        offset,
        offset + source.limit,
      );
    }
  }
}

const byScore = (left: IndexHit, right: IndexHit): number =>
  right.score - left.score || (left.productId < right.productId ? -1 : 1);

/** Both are unit length: the cosine is the dot product. */
const cosine = (left: Float32Array, right: Float32Array): number =>
  left.reduce((sum, value, dimension) => sum + value * (right[dimension] ?? 0), 0);

function countFacet(products: readonly Passing[], attribute: string, limit: number): FacetCount[] {
  const counts = new Map<string, number>();
  for (const { document, variants } of products) {
    const values =
      attribute === 'category'
        ? document.categoryKeys
        : variants.flatMap((variant) => ownEntry(variant.attributes, attribute) ?? []);
    for (const value of new Set(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1))
    .slice(0, limit);
}
