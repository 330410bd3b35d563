import { performWrite } from '../commerce/perform-write.ts';
import { isFulfilled, type OrderSubject, orderDifference } from '../dialogue/order-difference.ts';
import type { Order, OrderWrite, WriteEffect, WritePreview } from '../domain/commerce.ts';
import type { OpenProposal } from '../domain/dialogue-state.ts';
import { advanceWrite, numberOf, refuse, withLabels } from './carry-out-order-form.ts';
import type { OrderDesk, OrderResult } from './order-desk.ts';
import { viewOrder } from './view-order.ts';

/** A write that was begun is not given up because the shopper left. */
const WRITE_DEADLINE_MS = 20_000;

/**
 * Does what was agreed to, once, and only while it still does what was shown: the digest goes with it. What is then said is what
 * differs between reading before and after.
 */
export async function confirmProposal(
  { proposalId, write, digest }: OpenProposal,
  desk: OrderDesk,
): Promise<OrderResult> {
  const { commerce, buyer } = desk;
  const signal = AbortSignal.timeout(WRITE_DEADLINE_MS);
  let answer: WritePreview | undefined;
  const receipt = await performWrite({
    read: async () => await readSubject(write, { ...desk, signal }),
    async write() {
      answer = await commerce.write(write, buyer, { idempotencyKey: `order:${proposalId}`, digest, signal });
      return answer;
    },
  });
  if (answer?.kind === 'refused') return refuse(write, answer, desk);
  // Something else would happen by now: nothing was done, and it is shown anew.
  if (answer?.kind === 'incomplete' || (answer !== undefined && answer.digest !== digest))
    return await advanceWrite(write, '', desk, { changed: true });
  const about = numberOf(write);
  const done = (effects: readonly WriteEffect[], after: OrderSubject): OrderResult => ({
    step: { act: 'order-done', ...about, effects: effects.map((each) => withLabels(each, desk.context)) },
    ...(after.order === undefined ? {} : { order: viewOrder(after.order, desk) }),
  });
  switch (receipt.kind) {
    case 'done':
      return done(seen(write, receipt, answer), receipt.after);
    case 'unchanged':
    case 'unknown': {
      const { after } = receipt;
      if (after !== undefined && isFulfilled(write, after)) return done(standing(after), after);
      const act = receipt.kind === 'unchanged' ? 'order-unchanged' : 'order-uncertain';
      return { step: { act, ...about }, isStuck: true };
    }
    case 'refused':
      return receipt.refusal.kind === 'refused'
        ? refuse(write, receipt.refusal, desk)
        : await advanceWrite(write, '', desk, { changed: true });
  }
}

/** What differs; of an exchange that is asked for, also the lines, which the order itself will show later. */
function seen(
  write: OrderWrite,
  { before, after }: { readonly before: OrderSubject; readonly after: OrderSubject },
  answer: WritePreview | undefined,
): readonly WriteEffect[] {
  const difference = orderDifference(before, after);
  const isAsked = write.type === 'exchange-lines' && isFulfilled(write, after) && answer?.kind === 'allowed';
  const lines = isAsked ? answer.effects.filter(({ kind }) => kind === 'line-out' || kind === 'line-in') : [];
  return [...difference, ...lines];
}

async function readSubject(write: OrderWrite, { commerce, buyer, signal }: OrderDesk): Promise<OrderSubject> {
  const account = await commerce.account(buyer.customerId, signal);
  const order: Order | undefined =
    'orderNumber' in write ? await commerce.order(buyer.customerId, write.orderNumber, signal) : undefined;
  return {
    methods: account?.methods ?? [],
    ...(account?.address === undefined ? {} : { address: account.address }),
    ...(order === undefined ? {} : { order }),
  };
}

/** What was done before is told by how the order stands. */
function standing({ order, address }: OrderSubject): readonly WriteEffect[] {
  if (order === undefined) return address === undefined ? [] : [{ kind: 'address', address }];
  const { orderNumber, status } = order;
  return [{ kind: 'status', orderNumber, from: status, to: status }];
}
