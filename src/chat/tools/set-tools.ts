import * as z from 'zod';
import { toMinorUnits } from '../../domain/money.ts';
import { hardConstraints, type Need } from '../../domain/need.ts';
import { effectivePrice, productText, variantAttributes } from '../../domain/product.ts';
import type { ModelTool } from '../../ports/tool-model.ts';
import { listProducts } from '../list-products.ts';
import { toListRequest } from '../list-request.ts';
import { type PartOption, toOption } from '../plan-set-options.ts';
import { ceilingOf, wholeNeed } from '../plan-set-parts.ts';
import type { TurnContext } from '../turn-context.ts';
import { understandQuery } from '../understand-query.ts';
import { allowTools, type CapableTool } from './allow-tools.ts';
import { defineTool } from './define-tool.ts';
import { amountOf } from './look-up-orders.ts';

const MOST_FOUND = 8;
const MOST_PARTS = 12;
const FEWEST_PARTS = 2;
/** Of a product's own text that a model may read. */
const LONGEST_TEXT = 1_500;

export interface ChosenPart {
  readonly name: string;
  readonly option: PartOption;
}

export interface SetTools {
  readonly tools: readonly ModelTool[];
  /** The last choice that held; undefined while there is none. */
  chosen(): readonly ChosenPart[] | undefined;
}

/** What a choice is held to. */
export interface SetRules {
  readonly shared: Need;
  /** The parts it must have, no other; empty when the parts are free. */
  readonly names: readonly string[];
  /** A product as it stands for such a part: a variant that keeps its limits; undefined when there is none. */
  readonly standFor: (
    name: string,
    option: PartOption,
    signal: AbortSignal,
  ) => Promise<PartOption | undefined>;
}

/**
 * The tools for putting a set together: they find and describe what the shop sells in this market, and choose among what was found in
 * this run. Nothing of a person is among their answers. What was set as a limit holds in every search, and the budget for the choice,
 * whatever the model asks for.
 *
 * @param known What the embedded plan found: it may be chosen as well.
 */
export function createSetTools(
  rules: SetRules,
  known: readonly PartOption[],
  context: TurnContext,
): SetTools {
  const seen = new Map(known.map((option) => [option.productId, option]));
  let chosen: readonly ChosenPart[] | undefined;
  return {
    tools: allowTools([
      searchProducts(rules.shared, context, (options) => {
        for (const option of options) seen.set(option.productId, option);
      }),
      productDetails(seen, context),
      chooseSetTool(rules, seen, (parts) => {
        chosen = parts;
      }),
    ]),
    chosen: () => chosen,
  };
}

const searchProducts = (
  shared: Need,
  context: TurnContext,
  onFound: (options: readonly PartOption[]) => void,
): CapableTool =>
  defineTool({
    name: 'search_products',
    description:
      'Finds products of the shop for one part of the set, best first. The limits of the whole set hold by themselves. maxPrice: decimal, in the currency of the shop.',
    capabilities: ['untrusted'],
    parameters: z.object({
      query: z.string().min(1).max(200),
      maxPrice: z.number().min(0).nullish(),
      limit: z.int().min(1).max(MOST_FOUND).nullish(),
    }),
    async answer({ query, maxPrice, limit }, signal) {
      const { shop, parser, market, locale, language } = context;
      const place = { market, locale, language };
      const asked: Need =
        parser === undefined
          ? { query, constraints: [] }
          : await understandQuery({ query }, { parser, ...place }, signal);
      const need = await wholeNeed({ name: query, need: asked, refused: [] }, shared, context, signal);
      const found = await listProducts(
        shop,
        {
          ...toListRequest({ need, mode: 'new', exclude: [] }, context),
          firm: hardConstraints(need),
          limit: limit ?? MOST_FOUND,
        },
        signal,
      );
      const most = maxPrice == null ? Number.POSITIVE_INFINITY : toMinorUnits(maxPrice, market.currency);
      const options = found.products
        .map((listed) => toOption(listed, listed.ranked.score, context))
        .filter(({ priceMinor }) => priceMinor <= most);
      onFound(options);
      return options.map((option) => described(option, context));
    },
  });

/** Fields, and the shop's own text, which the driver fences. */
const productDetails = (seen: ReadonlyMap<string, PartOption>, context: TurnContext): CapableTool =>
  defineTool({
    name: 'product_details',
    description: 'Everything the shop states of a product that was found.',
    capabilities: ['untrusted'],
    parameters: z.object({ productId: z.string().min(1).max(200) }),
    answer({ productId }) {
      const option = seen.get(productId);
      if (option === undefined) return { error: 'not-found-in-this-run' };
      const { description } = productText(option.listed.product, context.language);
      return { ...described(option, context), text: description.slice(0, LONGEST_TEXT) };
    },
  });

const described = ({ productId, listed }: PartOption, { language, nowMs }: TurnContext) => ({
  productId,
  title: productText(listed.product, language).title,
  price: amountOf(effectivePrice(listed.offered.offer, nowMs)),
  options: variantAttributes(listed.product, listed.offered.variant),
});

const chooseSetTool = (
  { shared, names, standFor }: SetRules,
  seen: ReadonlyMap<string, PartOption>,
  onChosen: (parts: readonly ChosenPart[]) => void,
): CapableTool =>
  defineTool({
    name: 'choose_set',
    description:
      'The set: each part by a short name and the id of a product that was found. Its prices are added up and held to the budget.',
    capabilities: ['acting'],
    parameters: z.object({
      // Of parts that were not named, the names are never shown.
      items: z
        .array(z.object({ part: z.string().min(1).max(60), productId: z.string().min(1).max(200) }))
        .min(FEWEST_PARTS)
        .max(MOST_PARTS),
    }),
    async answer({ items }, signal) {
      const unseen = items.filter(({ productId }) => !seen.has(productId)).map(({ productId }) => productId);
      if (unseen.length > 0) return { error: 'not-found-in-this-run', productIds: unseen };
      if (new Set(items.map(({ productId }) => productId)).size < items.length)
        return { error: 'a-product-twice' };
      const named = new Set(items.map(({ part }) => part));
      if (names.length > 0 && (items.length !== names.length || names.some((name) => !named.has(name))))
        return { error: 'other-parts', parts: names };
      const parts: ChosenPart[] = [];
      for (const { part, productId } of items) {
        const found = seen.get(productId);
        const option =
          found === undefined || names.length === 0 ? found : await standFor(part, found, signal);
        if (option === undefined) return { error: 'does-not-fit', part, productId };
        parts.push({ name: part, option });
      }
      const totalMinor = parts.reduce((sum, { option }) => sum + option.priceMinor, 0);
      const budget = ceilingOf(shared)?.minor;
      if (budget !== undefined && totalMinor > budget) {
        const currency = parts[0]?.option.listed.view.price.currency ?? '';
        return { error: 'over-budget', over: amountOf({ amountMinor: totalMinor - budget, currency }) };
      }
      onChosen(parts);
      return { answer: 'chosen' };
    },
  });
