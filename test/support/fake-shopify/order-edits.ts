import type { Resolvers } from './execute.ts';
import { type FakeLineItem, type FakeOrder, moneyBag } from './fake-orders.ts';
import type { FakeVariant } from './fake-shop.ts';

interface Edit {
  readonly id: string;
  readonly order: FakeOrder;
  lines: { item: FakeLineItem; quantity: number }[];
}

/** Edits of orders: drafts that take effect with their commit. What an order costs more is left open on it. */
export function createOrderEdits(orders: readonly FakeOrder[], variants: readonly FakeVariant[]): Resolvers {
  const edits = new Map<string, Edit>();
  let made = 0;

  const refused = (message: string) => ({ calculatedOrder: null, userErrors: [{ message }] });

  function toAnswer({ id, order, lines }: Edit): unknown {
    const worth = lines.reduce((sum, { item, quantity }) => sum + quantity * minorOf(item), 0);
    const was = order.lineItems.reduce((sum, item) => sum + item.currentQuantity * minorOf(item), 0);
    return {
      calculatedOrder: {
        id,
        totalOutstandingSet: moneyBag(worth - was, 'EUR'),
        lineItems: {
          nodes: lines.map(({ item, quantity }) => ({
            id: item.id.replace('LineItem', 'CalculatedLineItem'),
            quantity,
          })),
        },
      },
      userErrors: [],
    };
  }

  return {
    orderEditBegin: ({ id }) => {
      const order = orders.find((known) => known.id === id);
      if (order === undefined || order.cancelledAt !== null || order.sent.length > 0)
        return refused('The order cannot be edited');
      made += 1;
      const edit: Edit = {
        id: `gid://shopify/CalculatedOrder/${made}`,
        order,
        lines: order.lineItems.map((item) => ({ item, quantity: item.currentQuantity })),
      };
      edits.set(edit.id, edit);
      return toAnswer(edit);
    },
    orderEditSetQuantity: ({ id, lineItemId, quantity }) => {
      const edit = edits.get(String(id));
      const line = edit?.lines.find(
        ({ item }) => item.id.replace('LineItem', 'CalculatedLineItem') === lineItemId,
      );
      if (edit === undefined || line === undefined) return refused('There is no such line');
      line.quantity = Number(quantity);
      return toAnswer(edit);
    },
    orderEditAddVariant: ({ id, variantId, quantity }) => {
      const edit = edits.get(String(id));
      const variant = variants.find((known) => known.id === variantId);
      if (edit === undefined || variant === undefined) return refused('There is no such variant');
      const price = variant.prices[edit.order.shippingAddress.countryCodeV2];
      if (price === undefined) return refused('It is not sold there');
      made += 1;
      const item: FakeLineItem = {
        id: `gid://shopify/LineItem/${1_000 + made}`,
        variant,
        title: variant.product.title,
        currentQuantity: 0,
        discountedUnitPriceAfterAllDiscountsSet: { presentmentMoney: price },
      };
      edit.lines.push({ item, quantity: Number(quantity) });
      return toAnswer(edit);
    },
    orderEditCommit: ({ id }) => {
      const edit = edits.get(String(id));
      if (edit === undefined) return { order: null, userErrors: [{ message: 'There is no such edit' }] };
      for (const { item, quantity } of edit.lines) item.currentQuantity = quantity;
      edit.order.lineItems = edit.lines.map(({ item }) => item);
      edit.order.edited = true;
      edits.delete(edit.id);
      return { order: { id: edit.order.id }, userErrors: [] };
    },
  };
}

const minorOf = ({ discountedUnitPriceAfterAllDiscountsSet: { presentmentMoney } }: FakeLineItem): number =>
  Math.round(Number(presentmentMoney.amount) * 100);
