import { hardConstraints, type Need } from '../domain/need.ts';
import { effectivePrice, variantAttributes } from '../domain/product.ts';
import type { Reason } from '../domain/reason.ts';
import type { SetPart } from '../domain/set-step.ts';
import { type ChosenSet, chooseSet, type SetOption, withoutShared } from '../recommendation/choose-set.ts';
import { areCompatible } from '../recommendation/compatible-attributes.ts';
import { type ListedProduct, listProducts, type ProductList } from './list-products.ts';
import { toListRequest } from './list-request.ts';
import { wholeNeed } from './plan-set-parts.ts';
import { offeredVariants, toProductView } from './product-view.ts';
import { type TurnContext, viewContext } from './turn-context.ts';

/** Of these the best combination is found exactly. */
const MOST_OPTIONS = 20;

/** A product that may stand for a part. */
export interface PartOption extends SetOption {
  readonly listed: Pick<ListedProduct, 'product' | 'offered' | 'view'> & {
    readonly reasons: readonly Reason[];
  };
}

/** A part with what could stand for it. */
export interface OpenPart {
  readonly part: SetPart;
  readonly options: readonly PartOption[];
  readonly list?: ProductList;
}

/** What may stand for a part: never what breaks a limit that was set for it. */
export async function listPart(
  part: SetPart,
  shared: Need,
  context: TurnContext,
  signal: AbortSignal,
  byPrice = false,
): Promise<OpenPart> {
  const need = await wholeNeed(part, shared, context, signal);
  const turnedDown = (context.state.rejected ?? []).map(({ productId }) => productId);
  const list = await listProducts(
    context.shop,
    {
      ...toListRequest({ need, mode: 'new', exclude: [...part.refused, ...turnedDown] }, context),
      firm: hardConstraints(need),
      limit: MOST_OPTIONS,
      ...(byPrice ? { sort: 'price-ascending' as const } : {}),
    },
    signal,
  );
  return {
    part,
    list,
    options: list.products.map((listed) => toOption(listed, listed.ranked.score, context)),
  };
}

/** What stands for a part already, and nothing else. */
export async function keepPart(part: SetPart, context: TurnContext): Promise<OpenPart> {
  const { shop, market, nowMs, state } = context;
  const { productId } = part;
  const product =
    productId === undefined ? undefined : (await shop.store.products([productId])).get(productId);
  const variantId = state.shown.find((shown) => shown.productId === productId)?.variantId;
  const offers = product === undefined ? [] : offeredVariants(product, market.country, nowMs);
  const offered = offers.find(({ variant }) => variant.variantId === variantId) ?? offers[0];
  if (product === undefined || offered === undefined) return { part, options: [] };
  const listed = {
    product,
    offered,
    view: toProductView(product, offered, viewContext(context)),
    reasons: [],
  };
  return { part, options: [toOption(listed, 0, context)] };
}

export const toOption = (
  listed: PartOption['listed'],
  score: number,
  { nowMs }: TurnContext,
): PartOption => ({
  productId: listed.product.productId,
  priceMinor: effectivePrice(listed.offered.offer, nowMs).amountMinor,
  score,
  listed,
});

/** Each product in one part alone. */
export function withOptions(listed: readonly OpenPart[]): OpenPart[] {
  const options = withoutShared(listed.map((each) => each.options));
  return listed.map((each, place) => ({ ...each, options: options[place] ?? [] }));
}

/**
 * The best set within a budget of things for the same people: chosen among what suits each audience that any of them is made for. Where
 * nothing suits one audience in all parts, among all of it.
 *
 * @returns Undefined for no parts, and when one has no option.
 */
export function chooseOptions(
  open: readonly OpenPart[],
  budgetMinor: number | undefined,
): ChosenSet<PartOption> | undefined {
  if (open.length === 0) return undefined;
  const all = open.map(({ options }) => options);
  const audiences = new Map(
    all.flat().map((option) => [JSON.stringify(audienceOf(option)), audienceOf(option)]),
  );
  const [best] = [...audiences.values()]
    .filter((audience) => Object.keys(audience).length > 0)
    .flatMap((audience) => {
      const suiting = all.map((options) =>
        options.filter((option) => areCompatible(audience, audienceOf(option))),
      );
      return chooseSet(suiting, budgetMinor) ?? [];
    })
    .toSorted(
      (left, right) =>
        left.overMinor - right.overMinor || right.score - left.score || left.totalMinor - right.totalMinor,
    );
  return best ?? chooseSet(all, budgetMinor);
}

/** For whom it is made, as far as it says so. */
function audienceOf({ listed: { product, offered } }: PartOption) {
  const { gender, 'age-group': ageGroup } = variantAttributes(product, offered.variant);
  return {
    ...(gender === undefined ? {} : { gender }),
    ...(ageGroup === undefined ? {} : { 'age-group': ageGroup }),
  };
}
