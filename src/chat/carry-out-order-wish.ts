import type { Order, OrderWrite } from '../domain/commerce.ts';
import type { OrderWish } from '../domain/order-act.ts';
import { advanceWrite } from './carry-out-order-form.ts';
import { askOrder, numbered } from './carry-out-order-status.ts';
import { findOrder } from './find-order.ts';
import type { OrderDesk, OrderResult } from './order-desk.ts';

/** What was wanted of an order, as far as it can be done: a question, a proposal or a refusal. */
export async function orderWish(
  { wish, orderNumber }: { readonly wish: OrderWish; readonly orderNumber?: string },
  desk: OrderDesk,
): Promise<OrderResult> {
  if (wish === 'change-account-address') return await advanceWrite({ type: wish }, '', desk);
  const found = await findOrder(desk, orderNumber, async (order) => await isPossible(order, wish, desk));
  switch (found.kind) {
    case 'none':
      return { step: { act: 'order-unknown', ...numbered(found.orderNumber) }, isStuck: true };
    case 'several':
      return askOrder(found.orders, wish, desk);
    case 'one':
      return await wishFor(found.order, wish, desk.context.utterance ?? '', desk);
  }
}

/** @param wish Of a form: also one that no shopper begins. @param said Words that may hold choices. */
export async function wishFor(
  order: Order,
  wish: OrderWrite['type'],
  said: string,
  desk: OrderDesk,
): Promise<OrderResult> {
  const write = await writeFor(order, wish, desk);
  return await advanceWrite(write, withoutNumber(said, order), desk);
}

/** Figures of the order's number are no size and no figure of a card. */
const withoutNumber = (said: string, { orderNumber }: Order): string => {
  const figures = orderNumber.replace(/\P{N}/gu, '');
  return figures === '' ? said : said.replaceAll(figures, ' ');
};

/** What is sent already is exchanged, what is not is replaced: which of the two the shop's rules tell. */
async function writeFor(
  { orderNumber }: Order,
  wish: OrderWrite['type'],
  desk: OrderDesk,
): Promise<OrderWrite> {
  if (wish === 'change-account-address') return { type: wish };
  const write: OrderWrite = { type: wish, orderNumber };
  if (write.type !== 'exchange-lines' || (await mayBe(write, desk))) return write;
  const instead: OrderWrite = { type: 'replace-lines', orderNumber };
  return (await mayBe(instead, desk)) ? instead : write;
}

const isPossible = async (order: Order, wish: OrderWish, desk: OrderDesk): Promise<boolean> =>
  await mayBe(await writeFor(order, wish, desk), desk);

async function mayBe(write: OrderWrite, { commerce, buyer, signal }: OrderDesk): Promise<boolean> {
  return (
    commerce.abilities.has(write.type) && (await commerce.preview(write, buyer, signal)).kind !== 'refused'
  );
}
