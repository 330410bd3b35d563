import { recordAnswered, recordShown } from '../dialogue/record-list.ts';
import type { Act } from '../domain/act.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';
import { type Constraint, hardConstraints } from '../domain/need.ts';
import type { PlannedProduct, ReplyStep } from '../domain/reply-plan.ts';
import type { Chip, Degradation, ProductView, Question } from '../domain/turn.ts';
import { isAssistantError } from '../errors/assistant-error.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import { answerProduct } from './answer-product.ts';
import { compareProducts } from './compare-products.ts';
import { type ListMaking, listProducts, type ProductList } from './list-products.ts';
import { SHOWN_LIMIT, toListRequest, withReasons } from './list-request.ts';
import { nearestOffer } from './nearest-offer.ts';
import { offerAnswers } from './offer-answers.ts';
import { askingBeside, offerNextSteps } from './offer-next-steps.ts';
import { offerReplies } from './offer-replies.ts';
import { carryOutHistory, hasReasons, showGoesWith, showWithoutReasons } from './personal-acts.ts';
import { toShownProduct } from './product-view.ts';
import { tallyCatalogue } from './tally-catalogue.ts';
import type { TurnContext } from './turn-context.ts';
import { withPreferences } from './with-preferences.ts';

/** What the acts of a turn came to, before words. */
export interface Outcome {
  readonly steps: readonly ReplyStep[];
  readonly products: readonly ProductView[];
  readonly chips: readonly Chip[];
  /** Asked beside the list. */
  readonly question?: Question;
  readonly state: DialogueState;
  readonly total?: number;
  readonly relaxed: readonly Constraint[];
  readonly degraded: readonly Degradation[];
  readonly retrieveMs: number;
  readonly rankMs: number;
  /** Of the list that was made last; absent when none was. */
  readonly making?: ListMaking;
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
  for (const act of acts) {
    try {
      outcome = await carryOutOne(act, outcome, asking, signal);
    } catch (error) {
      outcome = withoutIndex(outcome, error);
    }
  }
  return { ...outcome, chips: [...offerReplies(acts, outcome.state, context), ...outcome.chips] };
}

async function carryOutOne(
  act: Act,
  outcome: Outcome,
  context: TurnContext,
  signal: AbortSignal,
): Promise<Outcome> {
  if (act.type === 'show') return await show(act, outcome, context, signal);
  if (act.type === 'tally') return await tally(act, outcome, context, signal);
  if (act.type === 'goes-with') return await goesWith(act, outcome, context);
  const step = await toStep(act, context, signal);
  const products = productsOf(step);
  return {
    ...outcome,
    steps: [...outcome.steps, step],
    chips:
      step.act === 'explain' && hasReasons(context) ? [...outcome.chips, askWithout(context)] : outcome.chips,
    products: outcome.products.length > 0 ? outcome.products : products.map(({ view }) => view),
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

/** What was pointed at is not sold any more: the shopper is asked what is meant. */
const NOTHING_MEANT: ReplyStep = { act: 'clarify', options: [] };

type ShowAct = Extract<Act, { type: 'show' }>;

async function show(
  act: ShowAct,
  outcome: Outcome,
  context: TurnContext,
  signal: AbortSignal,
): Promise<Outcome> {
  const asked = { ...context, state: { ...context.state, need: act.need } };
  const wishing = await withPreferences(asked, signal);
  const { need } = wishing.state;
  const wanted = { ...act, need };
  const list = await listProducts(context.shop, toListRequest(wanted, context), signal);
  const products = list.products.map(({ view, reasons }) => withReasons({ view, reasons }, context));
  const nearest = await nearestOffer(list, need, context, signal);
  const state = recordShown(
    outcome.state,
    list.products.map(({ product, offered }) => toShownProduct(product, offered, context)),
    { keepSeen: act.mode === 'more' },
  );
  const next = await offerNextSteps(list, act.mode, { ...context, state: { ...state, need } }, signal);
  return {
    steps: [
      ...outcome.steps,
      { ...showStep(wanted, list, products, context), ...(nearest === undefined ? {} : { nearest }) },
    ],
    products: products.map(({ view }) => view),
    ...next,
    chips: [...outcome.chips, ...next.chips],
    state: { ...next.state, need: state.need },
    total: list.total,
    relaxed: list.relaxed,
    degraded: [...outcome.degraded, ...list.degraded],
    retrieveMs: outcome.retrieveMs + list.retrieveMs,
    rankMs: outcome.rankMs + list.rankMs,
    making: list.making,
  };
}

type TallyAct = Extract<Act, { type: 'tally' }>;

/** What was wanted and seen stays; what a question puts on screen can be pointed at. */
async function tally(
  act: TallyAct,
  outcome: Outcome,
  context: TurnContext,
  signal: AbortSignal,
): Promise<Outcome> {
  const { step, listed, lists } = await tallyCatalogue(act, context, signal);
  const shown = listed.map(({ product, offered }) => toShownProduct(product, offered, context));
  const isAboutFirst = act.question === 'cheapest' || act.question === 'dearest';
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

function showStep(
  act: ShowAct,
  list: ProductList,
  products: readonly PlannedProduct[],
  context: TurnContext,
): ReplyStep {
  const { shop, language } = context;
  const { vocabulary } = shop;
  const ceilings = hardConstraints(act.need).filter(
    ({ attribute, operator }) => attribute === 'price' && operator === 'lt',
  );
  const below = Math.min(...ceilings.map(({ value }) => Number(value)));
  const priceKept = Number.isFinite(below) && !list.relaxed.some(({ attribute }) => attribute === 'price');
  return {
    act: 'show',
    mode: act.mode,
    need: act.need,
    products,
    total: list.total,
    relaxed: list.relaxed.map(({ attribute, words }) => ({ attribute, words })),
    unknown: act.need.constraints
      .filter(({ known }) => !known)
      .map(({ words, attribute }) => (words === '' ? vocabulary.attributeLabel(attribute, language) : words)),
    ...(list.corrections.length === 0 || act.mode === 'more' ? {} : { corrections: list.corrections }),
    ...(list.similarTitle === undefined ? {} : { similarTo: list.similarTitle }),
    ...(priceKept ? { cheaperThan: { amountMinor: below, currency: context.market.currency } } : {}),
    exhausted: act.mode === 'more' && products.length === 0,
  };
}

async function toStep(
  act: Exclude<Act, ShowAct | TallyAct | GoesWithAct>,
  context: TurnContext,
  signal: AbortSignal,
): Promise<ReplyStep> {
  switch (act.type) {
    case 'compare':
      return (await compareProducts(act.productIds, context)) ?? NOTHING_MEANT;
    case 'explain':
      return await explain(act.productId, context, signal);
    case 'answer':
      return (await answerProduct(act, context)) ?? NOTHING_MEANT;
    case 'clarify':
      return {
        act: 'clarify',
        options: act.options.map((option) => ({
          position: context.state.shown.indexOf(option) + 1,
          title: option.title,
        })),
      };
    case 'without-reasons':
      return (await showWithoutReasons(await withPreferences(context, signal), signal)) ?? NOTHING_MEANT;
    case 'history':
      return await carryOutHistory(act, context);
    case 'handoff':
      return { act: 'handoff', reason: act.reason };
    case 'cannot':
      return { act: 'cannot', about: act.about };
    case 'small-talk':
      return { act: 'small-talk', about: act.about };
    case 'unsafe':
      return { act: 'unsafe', kind: act.kind };
    case 'preferences':
      return {
        act: 'preferences',
        outcome: act.outcome,
        wishes: preferencesIn(context.state, true),
        unknown: preferencesIn(context.state, false),
      };
    default:
      return { act: act.type };
  }
}

const preferencesIn = ({ preferences = [] }: DialogueState, isKnown: boolean): string[] =>
  preferences.filter(({ known }) => known === isKnown).map(({ words }) => words);

/** Why a product stands where it stands: the list is made again for the present need and the product's parts are read. */
async function explain(productId: string, plain: TurnContext, signal: AbortSignal): Promise<ReplyStep> {
  const context = await withPreferences(plain, signal);
  const { completes, need, seen } = context.state;
  const completing =
    completes === undefined ? undefined : await showGoesWith({ type: 'goes-with', ...completes }, context);
  const companion = completing?.step.products.find(({ view }) => view.productId === productId);
  if (companion !== undefined) return { act: 'explain', product: companion };
  const request = toListRequest({ mode: 'new', need, exclude: [] }, context);
  const list = await listProducts(context.shop, { ...request, limit: seen.length + SHOWN_LIMIT }, signal);
  const found = list.products.find(({ view }) => view.productId === productId);
  if (found !== undefined) return { act: 'explain', product: withReasons(found, context) };
  const answer = await answerProduct({ type: 'answer', productId, question: '' }, context);
  return answer === undefined ? NOTHING_MEANT : { act: 'explain', product: answer.product };
}
