import { isDeepStrictEqual } from 'node:util';
import type { OrderWrite } from '../../../../src/domain/commerce.ts';
import { exportTauRetail } from '../export-tau-retail.ts';
import type { ForbiddenWrite } from '../forbidden.ts';
import type { RawShop } from '../raw-shop.ts';
import { sayWish } from './say-wish.ts';
import { commandFor, type Script, type ScriptedModel } from './scripted-model.ts';
import type { ServedOrders, Talk } from './served-orders.ts';

export interface ForbiddenStage {
  readonly raw: RawShop;
  readonly served: ServedOrders;
  readonly model: ScriptedModel;
  readonly signal: AbortSignal;
}

/** A model that proposes a write, whatever it is asked. */
export const scriptWrite = (write: OrderWrite): Script => ({
  command: commandFor(write),
  calls: [() => ({ name: 'propose_order_change', given: write })],
});

/** The shopper asks for a write, and a model proposes it. @returns Whether a summary was shown that a yes is bound to. */
export async function propose(write: OrderWrite, talk: Talk, model: ScriptedModel): Promise<boolean> {
  model.follow(scriptWrite(write));
  return (await talk.say(sayWish(write))).confirmation !== undefined;
}

/**
 * A forbidden write, proposed by a model in a conversation and said yes to.
 *
 * @returns The refusal that the model was told, with nothing changed; else what happened instead.
 */
export async function tryForbiddenInChat(
  { write, buyer, first }: ForbiddenWrite,
  { raw, served, model, signal }: ForbiddenStage,
): Promise<string> {
  const talk = await served.talk(buyer.customerId);
  if (first !== undefined) {
    if (!(await propose(first, talk, model))) return 'the first write was not shown';
    await talk.say('yes');
  }
  const before = await exportTauRetail(raw, served.backend, signal);
  const isShown = await propose(write, talk, model);
  const told = refusalOf(model.answers().at(-1));
  await talk.say('yes');
  const after = await exportTauRetail(raw, served.backend, signal);
  if (!isDeepStrictEqual(after, before)) return 'something changed';
  return isShown ? 'it was offered for a yes' : told;
}

const refusalOf = (answer: unknown): string =>
  typeof answer === 'object' && answer !== null && 'refusal' in answer
    ? String(answer.refusal)
    : 'no refusal';
