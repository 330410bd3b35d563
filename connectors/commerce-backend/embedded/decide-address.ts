import type { CustomerAccount, OrderWrite, PostalAddress } from '../../../src/domain/commerce.ts';
import type { ShopRules, WriteRule } from '../../../src/domain/shop-rules.ts';
import { checkRule } from './check-rule.ts';
import { type Decision, refused } from './decision.ts';
import type { OrderCase } from './order-case.ts';

/** Where an order goes. */
export function decideAddress(
  write: Extract<OrderWrite, { readonly type: 'change-order-address' }>,
  rule: WriteRule,
  { order, nowMs }: OrderCase,
): Decision {
  const against = checkRule(order, rule, nowMs);
  if (against !== undefined) return against;
  return withAddress(write.address, (address) => ({ order: { ...order, address } }));
}

/** Where a customer lives; orders under way keep their own address. */
export function decideAccountAddress(
  write: Extract<OrderWrite, { readonly type: 'change-account-address' }>,
  account: CustomerAccount,
  { writes }: ShopRules,
): Decision {
  if (writes[write.type] === undefined) return refused('not-offered');
  return withAddress(write.address, (address) => ({ account: { ...account, address } }));
}

function withAddress(
  told: PostalAddress | undefined,
  change: (address: PostalAddress) => Extract<Decision, { readonly kind: 'allowed' }>['change'],
): Decision {
  const isWhole =
    told !== undefined &&
    [told.line1, told.city, told.postalCode, told.country].every((part) => part.trim() !== '');
  if (!isWhole) return { kind: 'incomplete', missing: { field: 'address' } };
  return { kind: 'allowed', effects: [{ kind: 'address', address: told }], change: change(told) };
}
