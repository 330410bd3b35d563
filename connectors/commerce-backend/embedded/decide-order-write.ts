import type { OrderWrite } from '../../../src/domain/commerce.ts';
import { decideAddress } from './decide-address.ts';
import { decideCancel } from './decide-cancel.ts';
import { decidePayment } from './decide-payment.ts';
import { decideReplace } from './decide-replace.ts';
import { decideReturn } from './decide-return.ts';
import { type Decision, refused } from './decision.ts';
import type { OrderCase } from './order-case.ts';

/** What the shop's rules say to a write, and what becomes of order, account and stock when it is done. */
export async function decideOrderWrite(
  write: Exclude<OrderWrite, { readonly type: 'change-account-address' }>,
  facts: OrderCase,
): Promise<Decision> {
  const rule = facts.rules.writes[write.type];
  if (rule === undefined) return refused('not-offered');
  switch (write.type) {
    case 'cancel-order':
      return decideCancel(write, rule, facts);
    case 'return-lines':
      return decideReturn(write, rule, facts);
    case 'replace-lines':
    case 'exchange-lines':
      return await decideReplace(write, rule, facts);
    case 'change-order-address':
      return decideAddress(write, rule, facts);
    case 'change-payment':
      return decidePayment(write, rule, facts);
  }
}
