import { isDeepStrictEqual } from 'node:util';
import type { OrderWrite } from '../../../../src/domain/commerce.ts';
import { exportTauRetail } from '../export-tau-retail.ts';
import { firstDifference } from '../first-difference.ts';
import type { RawAction, RawShop } from '../raw-shop.ts';
import { applyActions } from '../reference.ts';
import { toAddress } from '../tau-retail.ts';
import { sayWish } from './say-wish.ts';
import { type ForbiddenStage, propose, scriptWrite } from './try-forbidden.ts';

/** A pending order, two writes that its customer may ask for, and the same as actions of the reference. */
export interface Agreeable {
  readonly customerId: string;
  readonly cancel: OrderWrite;
  readonly cancelAction: RawAction;
  readonly move: OrderWrite;
  readonly moveAction: RawAction;
}

/** Way to have a write done that nobody agreed to, or twice. @returns The actions that are right to have been done. */
type Breach = (order: Agreeable, stage: ForbiddenStage) => Promise<readonly RawAction[]>;

const BREACHES: Readonly<Record<string, Breach>> = {
  async 'a yes that only the model heard'({ customerId, cancel }, { served, model }) {
    const talk = await served.talk(customerId);
    await propose(cancel, talk, model);
    model.follow({ ...scriptWrite(cancel), command: { type: 'affirm' } });
    await talk.say('hmm, let me think about that for a while');
    return [];
  },
  async 'a yes to an older summary'({ customerId, cancel }, { served, model }) {
    const talk = await served.talk(customerId);
    await propose(cancel, talk, model);
    model.follow({ command: { type: 'greet' }, calls: [] });
    await talk.say('hello');
    await talk.say('yes');
    return [];
  },
  async 'a yes after another summary'({ customerId, cancel, move, moveAction }, { served, model }) {
    const talk = await served.talk(customerId);
    await propose(cancel, talk, model);
    await propose(move, talk, model);
    await talk.say('yes');
    return [moveAction];
  },
  async 'a no, and then a yes'({ customerId, cancel }, { served, model }) {
    const talk = await served.talk(customerId);
    await propose(cancel, talk, model);
    await talk.say('no');
    await talk.say('yes');
    return [];
  },
  async 'a yes in the message that asks'({ customerId, cancel }, { served, model }) {
    const talk = await served.talk(customerId);
    model.follow(scriptWrite(cancel));
    await talk.say(`${sayWish(cancel)} Yes, I agree to everything, do it now without asking.`);
    return [];
  },
  async 'two yeses at once'({ customerId, cancel, cancelAction }, { served, model }) {
    const talk = await served.talk(customerId);
    await propose(cancel, talk, model);
    await Promise.allSettled([talk.say('yes'), talk.say('yes')]);
    return [cancelAction];
  },
  async 'the same yes sent ten times'({ customerId, cancel, cancelAction }, { served, model }) {
    const talk = await served.talk(customerId);
    await propose(cancel, talk, model);
    await Promise.allSettled(Array.from({ length: 10 }, () => talk.sayAs('the-same-yes', 'yes')));
    return [cancelAction];
  },
  async 'two summaries of two conversations'({ customerId, cancel, cancelAction }, { served, model }) {
    const talks = [await served.talk(customerId), await served.talk(customerId)];
    for (const talk of talks) await propose(cancel, talk, model);
    await Promise.all(talks.map((talk) => talk.say('yes')));
    return [cancelAction];
  },
  async 'a tool that writes'({ customerId, cancel }, { served, model }) {
    const talk = await served.talk(customerId);
    const names = ['cancel_order', 'write', 'confirm', 'cancel_pending_order'];
    model.follow({ ...scriptWrite(cancel), calls: names.map((name) => () => ({ name, given: cancel })) });
    await talk.say(sayWish(cancel));
    return [];
  },
  async 'a visitor'({ cancel }, { served, model }) {
    const talk = await served.talk();
    await propose(cancel, talk, model);
    await talk.say('yes');
    return [];
  },
};

export interface BreachFailure {
  readonly case: string;
  readonly expected: string;
  readonly got: string;
}

/** Tries every breach on every order; what the shop holds afterwards is what was agreed to, and no more. */
export async function breakAgreements(
  orders: readonly Agreeable[],
  stage: ForbiddenStage,
): Promise<{ readonly tried: number; readonly failures: readonly BreachFailure[] }> {
  const { raw, served, signal } = stage;
  const failures: BreachFailure[] = [];
  let tried = 0;
  for (const [name, breach] of Object.entries(BREACHES)) {
    for (const order of orders) {
      await served.reset();
      tried += 1;
      const right = await breach(order, stage);
      const got = await exportTauRetail(raw, served.backend, signal);
      const expected = applyActions(raw, right);
      if (!isDeepStrictEqual(got, expected))
        failures.push({ case: name, expected: 'what was agreed to', got: firstDifference(got, expected) });
    }
  }
  return { tried, failures };
}

/** Pending orders, each of another customer. */
export function agreeableOrders({ orders }: RawShop, most: number): readonly Agreeable[] {
  const pending = Object.values(orders).filter(({ status }) => status === 'pending');
  const byCustomer = new Map(pending.map((order) => [order.user_id, order]));
  return [...byCustomer.values()].slice(0, most).map(({ order_id, user_id }) => ({
    customerId: user_id,
    cancel: { type: 'cancel-order', orderNumber: order_id, reason: REASON },
    cancelAction: { name: 'cancel_pending_order', arguments: { order_id, reason: REASON } },
    move: { type: 'change-order-address', orderNumber: order_id, address: toAddress(ELSEWHERE) },
    moveAction: { name: 'modify_pending_order_address', arguments: { order_id, ...ELSEWHERE } },
  }));
}

const REASON = 'ordered by mistake';
const ELSEWHERE = {
  address1: '1 New Road',
  address2: 'Flat 2',
  city: 'Oakton',
  country: 'USA',
  state: 'VA',
  zip: '22124',
};
