import { decide } from '../dialogue/decide.ts';
import { hardConstraints } from '../domain/need.ts';
import type { Chip } from '../domain/turn.ts';
import type { ChipMeaning } from '../reply/replier.ts';
import type { Refinement } from '../retrieval/suggest-refinements.ts';
import type { ProductList } from './list-products.ts';
import type { TurnContext } from './turn-context.ts';

const MAX_REFINEMENTS = 5;

/** Next steps, each with the exact number of products it leads to. What would give nothing, or all again, is not offered. */
export async function offerChips(
  list: ProductList,
  context: TurnContext,
  signal: AbortSignal,
): Promise<Chip[]> {
  const { shop, replier, language, state, market } = context;
  if (list.products.length < 2) return [];
  const refinements = await shop.retriever.suggestRefinements(
    {
      need: state.need,
      scope: list.scope,
      total: list.total,
      relaxed: list.relaxed,
      market: market.country,
      currency: market.currency,
      onlyAvailable: true,
      attributes: shop.vocabulary.attributes,
      limit: MAX_REFINEMENTS,
    },
    signal,
  );
  const chips = refinements.map((refinement) => ({
    meaning: toMeaning(refinement, context),
    count: refinement.count,
  }));
  const cheaper = await countCheaper(list, context, signal);
  return [...chips, { meaning: { kind: 'cheaper' } as const, count: cheaper }]
    .filter(({ count }) => count > 0 && count < list.total)
    .map(({ meaning, count }) => ({ ...replier.chipWords(meaning, language), count }));
}

/** "Cheaper" is decided exactly as if it had been said; the limits it leads to are counted. */
async function countCheaper(
  list: ProductList,
  { shop, state, language, market }: TurnContext,
  signal: AbortSignal,
): Promise<number> {
  const { need } = decide(
    state,
    [{ type: 'refine', query: '', constraints: [], drop: [], pull: 'cheaper' }],
    { language },
  ).state;
  const prices = hardConstraints(need).filter(({ attribute }) => attribute === 'price');
  const filters = [...list.scope.filters, ...prices.flatMap((limit) => shop.vocabulary.toFilters(limit))];
  const [count = 0] = await shop.index.count([{ market: market.country, filters }], signal);
  return count;
}

function toMeaning(
  { attribute, value }: Refinement,
  { shop, language, locale, market }: TurnContext,
): ChipMeaning {
  if (attribute === 'price')
    return { kind: 'max-price', price: { amountMinor: Number(value), currency: market.currency }, locale };
  const text = String(value);
  return {
    kind: 'value',
    attribute,
    attributeLabel: shop.vocabulary.attributeLabel(attribute, language),
    label: shop.vocabulary.labelOf(attribute, text, language),
    ambiguous: shop.vocabulary.isAmbiguous(attribute, text, language),
  };
}
