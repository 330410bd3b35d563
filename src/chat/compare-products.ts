import type { ReplyStep } from '../domain/reply-plan.ts';
import { offeredVariants, toProductView } from './product-view.ts';
import { type TurnContext, viewContext } from './turn-context.ts';

/** Rows of a comparison on a phone screen. */
const MAX_ROWS = 8;

type CompareStep = Extract<ReplyStep, { act: 'compare' }>;

/**
 * Products side by side, from fields only: price first, then what differs, then what is the same; a gap is "not stated".
 *
 * @returns undefined when fewer than two of them are still sold in the market.
 */
export async function compareProducts(
  productIds: readonly string[],
  context: TurnContext,
): Promise<CompareStep | undefined> {
  const { shop, language } = context;
  const banned = context.state.refined?.banned ?? [];
  const compared = productIds.filter((productId) => !banned.includes(productId));
  const found = await shop.store.products(compared);
  const view = viewContext(context);
  const views = compared.flatMap((productId) => {
    const product = found.get(productId);
    const offered = product === undefined ? undefined : offeredVariants(product, view.market, view.nowMs)[0];
    return product === undefined || offered === undefined ? [] : [toProductView(product, offered, view)];
  });
  if (views.length < 2) return undefined;
  const names = [...new Set(views.flatMap(({ attributes }) => Object.keys(attributes)))];
  const row = (attribute: string, values: readonly (string | undefined)[]) => ({
    attribute,
    label: shop.vocabulary.attributeLabel(attribute, language),
    values,
  });
  const described = names.map((name) =>
    row(
      name,
      views.map(({ attributes }) => attributes[name]?.join(', ')),
    ),
  );
  const differs = (values: readonly unknown[]) => new Set(values).size > 1;
  const rows = [
    row(
      'price',
      views.map(({ price }) => price.formatted),
    ),
    ...(views.some(({ brand }) => brand !== undefined)
      ? [
          row(
            'brand',
            views.map(({ brand }) => brand),
          ),
        ]
      : []),
    ...described.filter(({ values }) => differs(values)),
    ...described.filter(({ values }) => !differs(values)),
  ].slice(0, MAX_ROWS);
  return { act: 'compare', products: views.map((each) => ({ view: each, reasons: [] })), rows };
}
