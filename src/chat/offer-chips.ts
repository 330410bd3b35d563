import { decide } from '../dialogue/decide.ts';
import type { Chip } from '../domain/turn.ts';
import type { ChipMeaning } from '../reply/replier.ts';
import type { Refinement } from '../retrieval/suggest-refinements.ts';
import type { ProductList } from './list-products.ts';
import { offerWidenings } from './offer-widenings.ts';
import type { TurnContext } from './turn-context.ts';

const MAX_REFINEMENTS = 5;

/** Next steps, each with the exact number of products it leads to: what gives more first, where there is little. */
export async function offerChips(
  list: ProductList,
  context: TurnContext,
  signal: AbortSignal,
): Promise<Chip[]> {
  const chips = [
    ...(await offerWidenings(list, context, signal)),
    ...(list.products.length < 2 ? [] : await offerNarrowings(list, context, signal)),
  ];
  return oncePerLabel(chips);
}

/** Two attributes can say the same ("backpack", a department and a style): nobody can tell two chips of one label apart. */
export const oncePerLabel = (chips: readonly Chip[]): Chip[] =>
  chips.filter(({ label }, at) => chips.findIndex((other) => other.label === label) === at);

/** What would give nothing, or all again, is not offered. */
async function offerNarrowings(
  list: ProductList,
  context: TurnContext,
  signal: AbortSignal,
): Promise<Chip[]> {
  const { shop, replier, language, state, market } = context;
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
  const cheaper = await countCheaper(context, signal);
  return [...chips, { meaning: { kind: 'cheaper' } as const, count: cheaper }]
    .filter(({ count }) => count > 0 && count < list.total)
    .map(({ meaning, count }) => ({ ...replier.chipWords(meaning, language), count }));
}

/** "Cheaper" is decided exactly as if it had been said, and what it leads to is counted; 0 where nothing is cheaper. */
async function countCheaper(
  { shop, state, language, market }: TurnContext,
  signal: AbortSignal,
): Promise<number> {
  const { need } = decide(
    state,
    [{ type: 'refine', query: '', constraints: [], drop: [], pull: 'cheaper' }],
    { language },
  ).state;
  const request = { need, market: market.country, onlyAvailable: true };
  const { total, relaxed } = await shop.retriever.resolve(request, signal);
  return relaxed.some(({ attribute }) => attribute === 'price') ? 0 : total;
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
