import { AssistantError } from '../../src/errors/assistant-error.ts';
import type {
  IndexDocument,
  IndexedBehaviour,
  IndexScope,
  ProductIndex,
} from '../../src/ports/product-index.ts';
import { assertBehaviour } from './assert-behaviour.ts';
import { resolveWordScoring, type WordScoringOptions } from './bm25f.ts';
import { createChangeQueue } from './change-queue.ts';
import { countFacets } from './embedded/count-facets.ts';
import { countProducts, evaluateScope, type Passing } from './embedded/evaluate-scope.ts';
import { priceQuartiles } from './embedded/price-quartiles.ts';
import { readFacts } from './embedded/read-facts.ts';
import { createRecent } from './embedded/recent.ts';
import { createBehaviourSearch, isOfBehaviour } from './embedded/search-behaviour.ts';
import { createSourceSearch } from './embedded/search-source.ts';
import type { Segment } from './embedded/segment.ts';
import { buildSegment, buildSegments, buryAll, settleSegments } from './embedded/segments.ts';
import { type QuantityOptions, readBareNumber } from './quantity-range.ts';

export interface EmbeddedIndexOptions extends WordScoringOptions, QuantityOptions {
  /** What it holds from the start; its own from then on. Empty when absent. */
  readonly segments?: readonly Segment[];
}

/** What passes a scope is asked for several times in a turn: for lists, facets, prices and facts. */
const KEPT_SCOPES = 16;

/**
 * The product index of one process: BM25F postings, vectors as int8 codes and as float32, and bit sets over variants, in
 * typed arrays. Exact, rebuilt from the store at start; a search blocks the thread for the few milliseconds it takes, a change of
 * many products lets searches through. Changes are made one after another in the order they are asked for.
 *
 * Cost at 100,000 products with three variants, 85 words and 192 dimensions each: about 190 MB; replaceAll holds the old and the new image
 * for its duration.
 */
export function createEmbeddedProductIndex(options: EmbeddedIndexOptions = {}): ProductIndex {
  const searchSource = createSourceSearch(resolveWordScoring(options));
  const readQuantity = options.readQuantity ?? readBareNumber;
  const change = createChangeQueue();
  let segments = options.segments ?? [];
  let searchBehaviour = createBehaviourSearch({});
  const scopes = createRecent<readonly Passing[]>(KEPT_SCOPES);
  const evaluate = (scope: IndexScope) =>
    scopes.get(JSON.stringify(scope), () =>
      segments.map((segment) => evaluateScope(segment, scope, readQuantity)),
    );

  function show(next: readonly Segment[]): void {
    segments = next;
    scopes.clear();
  }

  async function upsert(documents: Iterable<IndexDocument>): Promise<void> {
    const byId = new Map([...documents].map((document) => [document.productId, document]));
    if (byId.size === 0) return;
    const recent = await buildSegment(byId.values());
    assertDimensions(recent, segments);
    buryAll(segments, byId.keys());
    show([...segments, recent]);
    show(await settleSegments(segments));
  }

  return {
    async search(scope, sources, signal) {
      signal.throwIfAborted();
      const passing = evaluate(scope);
      return sources.map((source) =>
        isOfBehaviour(source) ? searchBehaviour(passing, source) : searchSource(segments, passing, source),
      );
    },
    async count(scopes, signal) {
      signal.throwIfAborted();
      return scopes.map((scope) =>
        segments.reduce((sum, segment) => sum + countProducts(segment, scope, readQuantity), 0),
      );
    },
    async facets(scope, attributes, limit, signal) {
      signal.throwIfAborted();
      return countFacets(evaluate(scope), attributes, limit);
    },
    async priceRange(scope, signal) {
      signal.throwIfAborted();
      return priceQuartiles(evaluate(scope));
    },
    async facts(scope, productIds, signal) {
      signal.throwIfAborted();
      return readFacts(evaluate(scope), productIds);
    },
    upsert: (documents) => change(() => upsert(documents)),
    delete: (productIds) =>
      change(async () => {
        buryAll(segments, productIds);
        show(segments);
        show(await settleSegments(segments));
      }),
    replaceAll: (documents) =>
      change(async () => {
        show(await buildSegments(documents));
      }),
    setBehaviour: (behaviour: IndexedBehaviour) =>
      change(async () => {
        assertBehaviour(behaviour);
        searchBehaviour = createBehaviourSearch(behaviour);
      }),
    size: () => segments.reduce((sum, { live }) => sum + live.count, 0),
    close: () =>
      change(async () => {
        show([]);
        searchBehaviour = createBehaviourSearch({});
      }),
  };
}

function assertDimensions(recent: Segment, segments: readonly Segment[]): void {
  const [first] = segments;
  if (first === undefined || first.dimensions === recent.dimensions) return;
  throw new AssistantError(
    'INVALID_ARGUMENT',
    `Vectors of ${recent.dimensions} dimensions were added to an index of ${first.dimensions}`,
  );
}
