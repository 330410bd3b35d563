import { recordAnswered } from '../dialogue/record-list.ts';
import type { Act } from '../domain/act.ts';
import type { BasketAct } from '../domain/basket-act.ts';
import type { CartView } from '../domain/cart.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';
import type { Constraint } from '../domain/need.ts';
import type { Confirmation, OrderView } from '../domain/order-view.ts';
import type { PlannedProduct, ReplyStep } from '../domain/reply-plan.ts';
import type { Chip, Degradation, ProductView, Question } from '../domain/turn.ts';
import { isAssistantError } from '../errors/assistant-error.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import { withoutPerson } from './answer-policy.ts';
import type { BasketEvent } from './basket-outcome.ts';
import { carryOutBasket } from './carry-out-basket.ts';
import { carryOutOrder, isOrderAct } from './carry-out-order.ts';
import { show } from './carry-out-show.ts';
import { NOTHING_MEANT, toStep } from './carry-out-step.ts';
import type { ListMaking } from './list-products.ts';
import { offerAnswers } from './offer-answers.ts';
import { askingBeside } from './offer-next-steps.ts';
import { offerReplies } from './offer-replies.ts';
import { hasReasons, showGoesWith } from './personal-acts.ts';
import { makeSet } from './plan-set.ts';
import { showSet } from './plan-set-show.ts';
import { planWithTools } from './plan-set-with-tools.ts';
import { toShownProduct } from './product-view.ts';
import { tallyCatalogue } from './tally-catalogue.ts';
import type { TurnContext } from './turn-context.ts';

/** What the acts of a turn came to, before words. */
export interface Outcome {
  readonly steps: readonly ReplyStep[];
  readonly products: readonly ProductView[];
  readonly chips: readonly Chip[];
  /** Asked beside the list. */
  readonly question?: Question;
  /** The order that was spoken of last, and what waits for a yes. */
  readonly order?: OrderView;
  readonly confirmation?: Confirmation;
  readonly state: DialogueState;
  readonly total?: number;
  readonly relaxed: readonly Constraint[];
  readonly degraded: readonly Degradation[];
  readonly retrieveMs: number;
  readonly rankMs: number;
  /** Of the list that was made last; absent when none was. */
  readonly making?: ListMaking;
  /** The basket, as it was read last. */
  readonly cart?: CartView;
  readonly happened?: readonly BasketEvent[];
}

/** Carries out what was decided, in order: every act becomes a step with its facts, or one that says it cannot be looked up. */
export async function carryOut(
  acts: readonly Act[],
  context: TurnContext,
  signal: AbortSignal,
): Promise<Outcome> {
  let outcome: Outcome = {
    steps: [],
    products: [],
    chips: [],
    state: context.state,
    relaxed: [],
    degraded: [],
    retrieveMs: 0,
    rankMs: 0,
  };
  const asking = askingBeside(acts, context);
  for (const [position, act] of acts.entries()) {
    try {
      outcome =
        act.type === 'basket' || act.type === 'checkout'
          ? await carryOutBasket(act, position, outcome, asking, signal)
          : await carryOutOne(act, outcome, asking, signal);
    } catch (error) {
      outcome = withoutIndex(outcome, error);
    }
  }
  return { ...outcome, chips: [...offerReplies(acts, outcome.state, context), ...outcome.chips] };
}

async function carryOutOne(
  act: Exclude<Act, BasketAct>,
  outcome: Outcome,
  context: TurnContext,
  signal: AbortSignal,
): Promise<Outcome> {
  if (act.type === 'show') return await show(act, outcome, context, signal);
  if (act.type === 'tally') return await tally(act, outcome, context, signal);
  if (act.type === 'goes-with') return await goesWith(act, outcome, context);
  if (act.type === 'plan-set' || act.type === 'change-set')
    return showSet(await planWithTools(act, await makeSet(act, context, signal), context), outcome, context);
  if (isOrderAct(act)) return await carryOutOrder(act, outcome, context, signal);
  const step = await toStep(act, context, signal);
  const products = productsOf(step);
  return {
    ...outcome,
    steps: [...outcome.steps, step],
    chips:
      step.act === 'explain' && hasReasons(context) ? [...outcome.chips, askWithout(context)] : outcome.chips,
    products: outcome.products.length > 0 ? outcome.products : products.map(({ view }) => view),
    state: withoutPerson(outcome.state, step),
  };
}

function productsOf(step: ReplyStep): readonly PlannedProduct[] {
  if ('products' in step) return step.products;
  if ('product' in step) return [step.product];
  return step.act === 'without-reasons' && step.after !== undefined ? [step.after] : [];
}

/** Leads to one product: the one that would come first instead. */
const askWithout = ({ replier, language }: TurnContext): Chip => ({
  ...replier.chipWords({ kind: 'without-reasons' }, language),
  count: 1,
});

const INDEX_FAULTS: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['INDEX_UNAVAILABLE', 'INDEX_FAILED']);

/** A search server that is down is said once a turn, in words; the need is kept, so that asking again goes on from it. */
function withoutIndex(outcome: Outcome, error: unknown): Outcome {
  if (!isAssistantError(error) || !INDEX_FAULTS.has(error.code)) throw error;
  if (outcome.steps.some(({ act }) => act === 'unavailable')) return outcome;
  return {
    ...outcome,
    steps: [...outcome.steps, { act: 'unavailable' }],
    degraded: [...outcome.degraded, { component: 'product-index', reason: error.code }],
  };
}

type TallyAct = Extract<Act, { type: 'tally' }>;

const SUPERLATIVES: ReadonlySet<string> = new Set(['cheapest', 'dearest', 'least', 'most']);

/** What was wanted and seen stays; what a question puts on screen can be pointed at. */
async function tally(
  act: TallyAct,
  outcome: Outcome,
  context: TurnContext,
  signal: AbortSignal,
): Promise<Outcome> {
  const { step, listed, lists } = await tallyCatalogue(act, context, signal);
  const shown = listed.map(({ product, offered }) => toShownProduct(product, offered, context));
  const isAboutFirst = SUPERLATIVES.has(act.question);
  const state = recordAnswered(outcome.state, shown, isAboutFirst ? { about: shown[0]?.productId } : {});
  const sum = (times: readonly number[]) => times.reduce((total, time) => total + time, 0);
  return {
    ...outcome,
    steps: [...outcome.steps, step],
    products: outcome.products.length > 0 ? outcome.products : step.products.map(({ view }) => view),
    chips: [...outcome.chips, ...(await offerAnswers(step, { ...context, state }, signal))],
    state,
    total: outcome.total ?? step.total,
    degraded: [...outcome.degraded, ...lists.flatMap(({ degraded }) => degraded)],
    retrieveMs: outcome.retrieveMs + sum(lists.map(({ retrieveMs }) => retrieveMs)),
    rankMs: outcome.rankMs + sum(lists.map(({ rankMs }) => rankMs)),
  };
}

type GoesWithAct = Extract<Act, { type: 'goes-with' }>;

/** What was wanted stays; what is on screen can be pointed at. */
async function goesWith(act: GoesWithAct, outcome: Outcome, context: TurnContext): Promise<Outcome> {
  const found = await showGoesWith(act, context);
  if (found === undefined) return { ...outcome, steps: [...outcome.steps, NOTHING_MEANT] };
  const shown = found.listed.map(({ product, offered }) => toShownProduct(product, offered, context));
  return {
    ...outcome,
    steps: [...outcome.steps, found.step],
    products: outcome.products.length > 0 ? outcome.products : found.step.products.map(({ view }) => view),
    state: recordAnswered(outcome.state, shown, {
      about: act.productId,
      completes: { productId: act.productId, limits: act.limits },
    }),
  };
}
