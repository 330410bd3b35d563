import type { CommandOf } from '../domain/command.ts';
import type { OrderAct, OrderWish } from '../domain/order-act.ts';
import { type Draft, withAct } from './draft.ts';

type OrderCommand = CommandOf<
  'order-status' | 'cancel-order' | 'return' | 'exchange' | 'change-address' | 'reorder' | 'personal-data'
>;

const WISHES: Readonly<Record<'cancel-order' | 'return' | 'exchange', OrderWish>> = {
  'cancel-order': 'cancel-order',
  return: 'return-lines',
  exchange: 'exchange-lines',
};

const CHANGES: Readonly<Record<'address' | 'account' | 'payment', OrderWish>> = {
  address: 'change-order-address',
  account: 'change-account-address',
  payment: 'change-payment',
};

/** What is wanted about orders is looked up where they live; the state of the dialogue knows none of it. */
export const orderWish = (draft: Draft, command: OrderCommand): Draft => withAct(draft, toAct(command));

function toAct(command: OrderCommand): OrderAct {
  switch (command.type) {
    case 'reorder':
      return { type: 'reorder', query: command.query };
    case 'personal-data':
      return { type: 'personal-data', wish: command.wish };
    case 'order-status':
      return { type: 'order-status', ...numberOf(command) };
    case 'cancel-order':
    case 'return':
    case 'exchange':
      return { type: 'order-wish', wish: WISHES[command.type], ...numberOf(command) };
    case 'change-address':
      return { type: 'order-wish', wish: CHANGES[command.what ?? 'address'], ...numberOf(command) };
  }
}

const numberOf = ({
  orderNumber,
}: {
  readonly orderNumber?: string | undefined;
}): { orderNumber?: string } => (orderNumber === undefined ? {} : { orderNumber });
