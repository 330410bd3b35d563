import type {
  Order,
  OrderLine,
  OrderWrite,
  PaymentMethod,
  PostalAddress,
  WriteEffect,
} from '../domain/commerce.ts';

/** What a write is seen in. */
export interface OrderSubject {
  readonly order?: Order;
  /** Of the account. */
  readonly address?: PostalAddress;
  readonly methods: readonly PaymentMethod[];
}

/** What is different, by reading before and after, in the words of a write's effects. */
export function orderDifference(before: OrderSubject, after: OrderSubject): readonly WriteEffect[] {
  const account = isSame(before.address, after.address) || after.address === undefined ? [] : [after.address];
  const [old, now] = [before.order, after.order];
  if (old === undefined || now === undefined)
    return account.map((address): WriteEffect => ({ kind: 'address', address }));
  const { orderNumber, status, lines, address, payments, cancelReason, returning } = now;
  const returned = lines.filter(({ lineId }) => returning?.lineIds.includes(lineId) === true);
  return [
    ...(old.status === status
      ? []
      : [{ kind: 'status', orderNumber, from: old.status, to: status } as const]),
    ...(old.cancelReason === cancelReason || cancelReason === undefined
      ? []
      : [{ kind: 'reason', reason: cancelReason } as const]),
    ...without(old.lines, lines).map((line) => ({ kind: 'line-out', line }) as const),
    ...(isSame(old.returning, returning) ? [] : returned).map(
      (line) => ({ kind: 'line-out', line }) as const,
    ),
    ...without(lines, old.lines).map((line) => ({ kind: 'line-in', line }) as const),
    ...payments.slice(old.payments.length).flatMap(({ kind, amount, methodId }): WriteEffect[] => {
      const method = after.methods.find((each) => each.methodId === methodId);
      if (amount.amountMinor === 0 || method === undefined) return [];
      return [kind === 'refund' ? { kind, amount, to: method } : { kind: 'charge', amount, by: method }];
    }),
    ...(isSame(old.address, address) ? [] : [{ kind: 'address', address } as const]),
  ];
}

/** Whether an order is as a write would make it: then the write took place, whenever that was. */
export function isFulfilled(write: OrderWrite, { order, address }: OrderSubject): boolean {
  switch (write.type) {
    case 'cancel-order':
      return order?.status === 'cancelled';
    case 'return-lines':
      return isSame(order?.returning?.lineIds.toSorted(), write.lineIds?.toSorted());
    case 'exchange-lines':
      return isSame(order?.exchanging?.replacements, write.replacements);
    case 'replace-lines':
      return (write.replacements ?? []).every(({ lineId, variantId }) =>
        order?.lines.some((line) => line.lineId === lineId && line.variantId === variantId),
      );
    case 'change-order-address':
      return isSame(order?.address, write.address);
    case 'change-account-address':
      return isSame(address, write.address);
    case 'change-payment':
      return order?.payments.some(({ methodId }) => methodId === write.methodId) === true;
  }
}

const without = (lines: readonly OrderLine[], others: readonly OrderLine[]): readonly OrderLine[] =>
  lines.filter((line) => !others.some((other) => isSame(other, line)));

/** Of plain data, whatever the order of its fields. */
function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left, sorted) === JSON.stringify(right, sorted);
}

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1)))
    : value;
