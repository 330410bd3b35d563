import type { OrderPayment, PaymentMethod } from '../../../src/domain/commerce.ts';
import type { TransactionAnswer } from './order-shape.ts';

/** What Shopify's gateways are. Cards are told by their number, whatever the gateway. */
const KINDS: Readonly<Record<string, PaymentMethod['kind']>> = {
  gift_card: 'gift-card',
  shopify_store_credit: 'gift-card',
  paypal: 'wallet',
  apple_pay: 'wallet',
  google_pay: 'wallet',
  manual: 'invoice',
};

/** What a transaction was paid by. The same card through the same gateway is the same method. */
function toMethod({ gateway, formattedGateway, paymentDetails }: TransactionAnswer): PaymentMethod {
  const name = gateway ?? 'other';
  const digits = paymentDetails?.number?.replace(/\D/g, '').slice(-4);
  if (digits === undefined || digits === '')
    return { methodId: name, kind: KINDS[name] ?? 'other', label: formattedGateway ?? name };
  const company = paymentDetails?.company ?? formattedGateway ?? name;
  return { methodId: `${name}-${digits}`, kind: 'card', label: `${company} •••• ${digits}` };
}

/** Each once, in the order in which they paid. */
export function toMethods(transactions: readonly TransactionAnswer[]): PaymentMethod[] {
  const methods = transactions.filter(isBooked).map(toMethod);
  return [...new Map(methods.map((method) => [method.methodId, method])).values()];
}

/** What was booked, oldest first. While nothing is captured, what is held counts as paid, and what is let go as given back. */
export function toPayments(transactions: readonly TransactionAnswer[]): OrderPayment[] {
  const booked = transactions.filter(isBooked);
  const isCaptured = booked.some(({ kind }) => PAID.has(kind));
  return booked.flatMap((transaction): OrderPayment[] => {
    const { kind } = transaction;
    const isPayment = isCaptured ? PAID.has(kind) : kind === 'AUTHORIZATION';
    if (!isPayment && kind !== (isCaptured ? 'REFUND' : 'VOID')) return [];
    const { methodId } = toMethod(transaction);
    return [{ kind: isPayment ? 'payment' : 'refund', amount: transaction.amountSet, methodId }];
  });
}

const PAID: ReadonlySet<string> = new Set(['SALE', 'CAPTURE']);

const isBooked = ({ status }: TransactionAnswer): boolean => status === 'SUCCESS';
