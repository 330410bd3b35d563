import type { Command } from '../domain/command.ts';
import type { OrderLine } from '../domain/commerce.ts';
import { matchChoices } from '../text/match-choices.ts';
import type { OrderDesk, OrderResult } from './order-desk.ts';
import { offeredVariants, toProductView } from './product-view.ts';
import { viewContext } from './turn-context.ts';

/** Orders that "the same as last time" is looked for in. */
const MOST_ORDERS = 10;
/** More are not shown at once. */
const MOST_LINES = 8;

/**
 * The same again as was bought before: the lines that the words name, of the newest order that has any, else all of the newest order. What
 * is still sold is shown, and a yes puts it into the basket.
 */
export async function buyAgain(query: string, desk: OrderDesk): Promise<OrderResult> {
  const { commerce, buyer, context, signal } = desk;
  const orders = await commerce.orders(buyer.customerId, MOST_ORDERS, signal);
  const [newest] = orders;
  if (newest === undefined) return { step: { act: 'order-unknown' }, isStuck: true };
  const named = orders.map((order) => ({ order, lines: linesNamed(order.lines, query, desk) }));
  const { order, lines } = named.find((each) => each.lines.length > 0) ?? {
    order: newest,
    lines: newest.lines,
  };
  const wanted = lines.slice(0, MOST_LINES);
  const products = await context.shop.store.products(wanted.map(({ productId }) => productId));
  const found = wanted.flatMap((line) => {
    const product = products.get(line.productId);
    const offered =
      product &&
      offeredVariants(product, context.market.country, context.nowMs).find(
        ({ variant, offer }) => variant.variantId === line.variantId && offer.availability !== 'out-of-stock',
      );
    if (product === undefined || offered === undefined) return [];
    return [{ line, view: toProductView(product, offered, viewContext(context)), product, offered }];
  });
  const gone = wanted.filter((line) => !found.some((each) => each.line === line)).map(({ title }) => title);
  const accepted = found.map(({ line }): Command => addCommand(line, context.state.turn));
  return {
    step: {
      act: 'reorder',
      orderNumber: order.orderNumber,
      products: found.map(({ view }) => ({ view, reasons: [] })),
      gone,
    },
    ...(accepted.length === 0 ? { isStuck: true } : { offer: { accepted } }),
    shown: found,
  };
}

/** Lines of an order that words name; none when the words name nothing. */
function linesNamed(
  lines: readonly OrderLine[],
  query: string,
  { context }: OrderDesk,
): readonly OrderLine[] {
  if (query.trim() === '') return [];
  return lines.filter(({ title, options }) => {
    const choice = { label: title, alike: Object.values(options).join(' ') };
    return matchChoices(query, [choice], context.language).places.length > 0;
  });
}

/** The very variant, told by what sets it apart. */
const addCommand = ({ productId, options, quantity }: OrderLine, turn: number): Command => ({
  type: 'basket',
  action: 'add',
  references: [{ kind: 'product', productId }],
  quantity,
  constraints: Object.entries(options).map(([attribute, value]) => ({
    attribute,
    operator: 'eq',
    value,
    strength: 'hard',
    words: value,
    confidence: 1,
    sourceTurn: turn,
    known: true,
  })),
});
