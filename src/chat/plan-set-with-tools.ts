import { categoryKey } from '../domain/category.ts';
import { EMPTY_NEED } from '../domain/need.ts';
import type { SetAct } from '../domain/set-step.ts';
import type { MadeSet } from './plan-set.ts';
import { type OpenPart, type PartOption, toOption } from './plan-set-options.ts';
import { ceilingOf } from './plan-set-parts.ts';
import { offeredVariants, toProductView } from './product-view.ts';
import { amountOf } from './tools/look-up-orders.ts';
import { createSetTools } from './tools/set-tools.ts';
import { type TurnContext, viewContext } from './turn-context.ts';
import { wantedValue } from './wanted-value.ts';
import { runTools } from './with-tools.ts';

/**
 * A set put together by a model with tools. What it chooses was found in this run or by the embedded plan, keeps every limit and the
 * budget, and has the parts that were named; its words are ours.
 *
 * @param embedded The set that was made without a model: kept where the model chooses none, or fails.
 */
export async function planWithTools(act: SetAct, embedded: MadeSet, context: TurnContext): Promise<MadeSet> {
  const { tools: help, shop, language, market } = context;
  const { need, open, chosen: before } = embedded;
  if (help === undefined || act.type !== 'plan-set') return embedded;
  const names = act.named.length === 0 ? [] : open.map(({ part }) => part.name);
  const standFor = async (name: string, option: PartOption, signal: AbortSignal) => {
    const scope = open.find(({ part }) => part.name === name)?.list?.scope;
    if (scope === undefined) return undefined;
    const given = { source: 'given', productIds: [option.productId] } as const;
    const [[hit] = []] = await shop.index.search(scope, [given], signal);
    return hit === undefined ? undefined : withVariant(option, hit.variantId, context);
  };
  const known = open.flatMap(({ options }) => options);
  const { tools, chosen } = createSetTools({ shared: need, names, standFor }, known, context);
  const budget = ceilingOf(need);
  const messages = help.prompts.planSet.render({
    need: { query: need.query, limits: need.constraints.map(({ words }) => words) },
    budget: budget === undefined ? null : amountOf({ amountMinor: budget.minor, currency: market.currency }),
    parts: names,
    embedded: (before?.options ?? []).map(({ productId, priceMinor, listed }, place) => ({
      part: open[place]?.part.name,
      productId,
      title: listed.view.title,
      price: amountOf({ amountMinor: priceMinor, currency: market.currency }),
    })),
    utterance: context.utterance ?? '',
  });
  const prompt = help.prompts.planSet;
  const isSettled = () => chosen() !== undefined;
  const degraded = await runTools({ purpose: 'plan', prompt, messages, tools, isSettled }, context, help);
  const parts = chosen();
  if (degraded !== undefined) return { ...embedded, degraded: [degraded] };
  if (parts === undefined) return embedded;
  const ordered =
    names.length === 0 ? parts : names.flatMap((name) => parts.filter((part) => part.name === name));
  const options = ordered.map(({ option }) => option);
  const totalMinor = options.reduce((sum, { priceMinor }) => sum + priceMinor, 0);
  return {
    ...embedded,
    open: names.length > 0 ? open : options.map((option) => kindOf(option, shop.vocabulary, language)),
    chosen: { options, totalMinor, score: 0, overMinor: 0 },
  };
}

/** The product by another of its variants. */
function withVariant(option: PartOption, variantId: string, context: TurnContext): PartOption | undefined {
  const { product, reasons } = option.listed;
  const offers = offeredVariants(product, context.market.country, context.nowMs);
  const offered = offers.find(({ variant }) => variant.variantId === variantId);
  if (offered === undefined) return undefined;
  const view = toProductView(product, offered, viewContext(context));
  return toOption({ product, offered, view, reasons }, option.score, context);
}

/** What a product is in the shop's own words. */
function kindOf(
  option: PartOption,
  vocabulary: TurnContext['shop']['vocabulary'],
  language: string,
): OpenPart {
  const key = categoryKey(option.listed.product.category);
  const name = key === '' ? option.listed.view.title : vocabulary.labelOf('category', key, language);
  const constraints = key === '' ? [] : [wantedValue('category', key)];
  return { part: { name, need: { ...EMPTY_NEED, constraints }, refused: [] }, options: [option] };
}
