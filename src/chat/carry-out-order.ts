import { recordAnswered } from '../dialogue/record-list.ts';
import type { CannotDo } from '../domain/act.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';
import type { OrderAct, OrderWish } from '../domain/order-act.ts';
import type { OrderMatter } from '../domain/order-steps.ts';
import type { Confirmation } from '../domain/order-view.ts';
import type { PolicyQuestion } from '../domain/policy-step.ts';
import type { PlannedProduct, ReplyStep } from '../domain/reply-plan.ts';
import type { Chip } from '../domain/turn.ts';
import { isAssistantError } from '../errors/assistant-error.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import { answerPolicy } from './answer-policy.ts';
import type { Outcome } from './carry-out.ts';
import { buyAgain } from './carry-out-order-again.ts';
import { answerForm, askAgain } from './carry-out-order-answer.ts';
import { confirmProposal } from './carry-out-order-confirm.ts';
import { orderStatus } from './carry-out-order-status.ts';
import { orderWish } from './carry-out-order-wish.ts';
import type { OrderDesk, OrderResult } from './order-desk.ts';
import { toShownProduct } from './product-view.ts';
import type { TurnContext } from './turn-context.ts';
import { helpWithOrder } from './with-tools.ts';

const ORDER_ACTS: ReadonlySet<string> = new Set<OrderAct['type']>([
  'order-status',
  'order-wish',
  'order-answer',
  'order-ask-again',
  'order-confirm',
  'order-withdraw',
  'order-lapse',
  'reorder',
  'personal-data',
]);

export const isOrderAct = (act: { readonly type: string }): act is OrderAct => ORDER_ACTS.has(act.type);

/** Carries out what was decided about orders. Without a proved customer nothing is looked at. */
export async function carryOutOrder(
  act: OrderAct,
  outcome: Outcome,
  context: TurnContext,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    const told = await termsFor(act, context, signal);
    const begun = { ...outcome, steps: [...outcome.steps, ...told] };
    return withResult(begun, await resultOf(act, { ...context, state: outcome.state }, signal), context);
  } catch (error) {
    if (!isAssistantError(error) || !COMMERCE_FAULTS.has(error.code)) throw error;
    const failed = withResult(outcome, { step: { act: 'commerce-unavailable' }, isStuck: true }, context);
    return {
      ...failed,
      degraded: [...outcome.degraded, { component: 'commerce-backend', reason: error.code }],
    };
  }
}

const TOPICS: Partial<Readonly<Record<OrderWish, PolicyQuestion['topic']>>> = {
  'return-lines': 'returns',
  'exchange-lines': 'returns',
};

/** Whether a thing may be sent back is asked before it is bought, too: who is not signed in is told the shop's terms beside. */
async function termsFor(
  act: OrderAct,
  context: TurnContext,
  signal: AbortSignal,
): Promise<readonly ReplyStep[]> {
  const { buyer, utterance: question } = context;
  const topic = act.type === 'order-wish' ? TOPICS[act.wish] : undefined;
  if (topic === undefined || question === undefined || buyer.customerId !== undefined) return [];
  const step = await answerPolicy({ about: 'ask-policy', topic, question }, context, signal);
  return step.act === 'policy' && step.quotes.length === 1 ? [step] : [];
}

const COMMERCE_FAULTS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'COMMERCE_UNAVAILABLE',
  'COMMERCE_FAILED',
]);

async function resultOf(act: OrderAct, context: TurnContext, signal: AbortSignal): Promise<OrderResult> {
  const { commerce, buyer, replier, locale, language } = context;
  const { customerId } = buyer;
  if (act.type === 'personal-data') {
    const signedIn = customerId !== undefined;
    return { step: { act: 'personal-data', wish: act.wish, signedIn }, isStuck: true };
  }
  if (act.type === 'order-withdraw') return { step: { act: 'order-withdrawn' } };
  if (act.type === 'order-lapse') return { step: { act: 'order-lapsed' } };
  if (act.type === 'order-ask-again') return askAgain(act.form, []);
  if (commerce === undefined) return { step: { act: 'cannot', about: cannotAbout(act) }, isStuck: true };
  if (customerId === undefined)
    return { step: { act: 'order-sign-in', about: matterOf(act) }, isStuck: true };
  const desk: OrderDesk = {
    commerce,
    buyer: { ...buyer, customerId },
    words: replier.orderWords(locale, language),
    context,
    signal,
  };
  return await helpWithOrder(act, desk, await embeddedResult(act, desk));
}

async function embeddedResult(act: LookedUp, desk: OrderDesk): Promise<OrderResult> {
  switch (act.type) {
    case 'order-status':
      return await orderStatus(act.orderNumber, desk);
    case 'order-wish':
      return await orderWish(act, desk);
    case 'order-answer':
      return await answerForm(act.form, act.values, desk);
    case 'order-confirm':
      return await confirmProposal(act.proposal, desk);
    case 'reorder':
      return await buyAgain(act.query, desk);
  }
}

type LookedUp = Exclude<
  OrderAct,
  { type: 'personal-data' | 'order-withdraw' | 'order-lapse' | 'order-ask-again' }
>;

function matterOf(act: LookedUp): OrderMatter {
  switch (act.type) {
    case 'order-wish':
      return act.wish;
    case 'order-answer':
      return act.form.wish;
    case 'order-confirm':
      return act.proposal.write.type;
    default:
      return act.type;
  }
}

const CANNOT: Readonly<Record<OrderWish, CannotDo>> = {
  'cancel-order': 'cancel-order',
  'return-lines': 'return',
  'exchange-lines': 'exchange',
  'change-order-address': 'change-address',
  'change-payment': 'change-address',
  'change-account-address': 'change-address',
};

/** Of a shop without any system of orders behind it. */
function cannotAbout(act: LookedUp): CannotDo {
  if (act.type === 'order-wish') return CANNOT[act.wish];
  return act.type === 'reorder' ? 'reorder' : 'order-status';
}

function withResult(outcome: Outcome, result: OrderResult, context: TurnContext): Outcome {
  const { step, form, proposal, offer, order, isStuck, isHandedOver, degraded = [], shown = [] } = result;
  const { turn } = outcome.state;
  const person =
    isStuck === true ? { accepted: [{ type: 'handoff', reason: 'requested' } as const] } : undefined;
  const opened = offer ?? person;
  const state: DialogueState = {
    ...recordAnswered(
      outcome.state,
      shown.map(({ product, offered }) => toShownProduct(product, offered, context)),
      {},
    ),
    ...(form === undefined ? {} : { form: { ...form, turn } }),
    ...(proposal === undefined ? {} : { proposal: { ...proposal, turn } }),
    ...(opened === undefined ? {} : { offer: opened }),
    ...(isHandedOver === true ? { handedOff: true } : {}),
  };
  const products = step.act === 'reorder' ? step.products : [];
  const confirmation = confirmationOf(result, context);
  return {
    ...outcome,
    steps: [...outcome.steps, step],
    products: outcome.products.length > 0 ? outcome.products : products.map(viewOf),
    chips: [...outcome.chips, ...chipsOf(result, context)],
    state,
    degraded: [...outcome.degraded, ...degraded],
    ...(order === undefined ? {} : { order }),
    ...(confirmation === undefined ? {} : { confirmation }),
  };
}

const viewOf = ({ view }: PlannedProduct) => view;

/** What a yes of the next message does, in the words of the reply. */
function confirmationOf({ step, proposal }: OrderResult, context: TurnContext): Confirmation | undefined {
  if (step.act !== 'order-proposal' || proposal === undefined) return undefined;
  const words = context.replier.orderWords(context.locale, context.language);
  return {
    proposalId: proposal.proposalId,
    effects: words.effects(step.effects, step.orderNumber),
    confirmMessage: words.yes(),
    cancelMessage: words.no(),
  };
}

/** What can be answered: a choice, yes and no, or a person where nothing more can be done. */
function chipsOf({ step, form, isStuck }: OrderResult, { replier, locale, language }: TurnContext): Chip[] {
  const words = replier.orderWords(locale, language);
  const isYesNo = step.act === 'order-proposal' || (step.act === 'reorder' && step.products.length > 0);
  const messages = [...(form?.labels ?? []), ...(isYesNo ? [words.yes(), words.no()] : [])];
  const person = isStuck === true ? [replier.chipWords({ kind: 'person' }, language)] : [];
  return [...messages.map((message) => ({ label: message, message })), ...person].map((chip) => ({
    ...chip,
    count: 0,
  }));
}
