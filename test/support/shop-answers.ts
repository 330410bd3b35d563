import type { OpenShop } from '../../src/assembly/open-shop.ts';

const QUESTIONS = ['red scarf', 'kettle from Nepal', 'model 1', 'blakc tent'];

/** What a shop answers when it is asked a little of everything: two shops that are alike give the same. */
export async function shopAnswers({ index, retriever, vocabulary, productAt, embedder }: OpenShop) {
  const { signal } = new AbortController();
  const scope = { market: 'US', filters: [] };
  const found = QUESTIONS.map(async (query) => {
    const need = { query, constraints: [] };
    const request = { need, market: 'US', language: 'en', firm: [], exclude: [], given: [], limit: 20 };
    const { lists } = await retriever.retrieve({ ...request, onlyAvailable: true }, signal);
    return lists.map(({ source, candidates }) => ({
      source,
      candidates: candidates.map(({ productId, score }) => [productId, score]),
    }));
  });
  const [cheapest = []] = await index.search(
    scope,
    [{ source: 'price', order: 'ascending', limit: 10 }],
    signal,
  );
  return {
    size: index.size(),
    vectors: embedder.name,
    found: await Promise.all(found),
    cheapest: cheapest.map(({ productId, score }) => [productId, score]),
    prices: await index.priceRange(scope, signal),
    facets: await index.facets(scope, ['color', 'category'], 20, signal),
    attributes: vocabulary.attributes,
    types: vocabulary.soldTypes(),
    page: productAt('/p/17'),
  };
}
