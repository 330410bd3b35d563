import type { Act } from '../domain/act.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';
import type { OrderAct } from '../domain/order-act.ts';
import type { ReplyStep } from '../domain/reply-plan.ts';
import type { SetAct } from '../domain/set-step.ts';
import { answerPolicy } from './answer-policy.ts';
import { answerProduct } from './answer-product.ts';
import { compareProducts } from './compare-products.ts';
import { handoffStep } from './handoff-step.ts';
import { listProducts } from './list-products.ts';
import { SHOWN_LIMIT, toListRequest, withReasons } from './list-request.ts';
import { carryOutHistory, showGoesWith, showWithoutReasons } from './personal-acts.ts';
import type { TurnContext } from './turn-context.ts';
import { withPreferences } from './with-preferences.ts';

/** Acts that put nothing new on screen to be pointed at. */
export type PlainAct = Exclude<
  Act,
  OrderAct | SetAct | { type: 'show' | 'tally' | 'goes-with' | 'basket' | 'checkout' }
>;

/** What was pointed at is not sold any more: the shopper is asked what is meant. */
export const NOTHING_MEANT: ReplyStep = { act: 'clarify', options: [] };

/** The facts of an act that is no list. */
export async function toStep(act: PlainAct, context: TurnContext, signal: AbortSignal): Promise<ReplyStep> {
  switch (act.type) {
    case 'compare':
      return (await compareProducts(act.productIds, context)) ?? NOTHING_MEANT;
    case 'explain':
      return await explain(act.productId, context, signal);
    case 'answer':
      return (await answerProduct(act, context, signal)) ?? NOTHING_MEANT;
    case 'policy':
      return await answerPolicy(act, context, signal);
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
      return handoffStep(act.reason, context);
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
  const answer = await answerProduct({ type: 'answer', productId, question: '' }, context, signal);
  return answer === undefined ? NOTHING_MEANT : { act: 'explain', product: answer.product };
}
