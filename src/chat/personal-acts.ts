import type { Act } from '../domain/act.ts';
import { softConstraints } from '../domain/need.ts';
import { productText } from '../domain/product.ts';
import type { ReplyStep } from '../domain/reply-plan.ts';
import { explainCounterfactual, type ListCause } from './explain-counterfactual.ts';
import { findGoesWith } from './goes-with.ts';
import type { ListedProduct } from './list-products.ts';
import { SHOWN_LIMIT, toListRequest, withReasons } from './list-request.ts';
import { type TurnContext, viewContext } from './turn-context.ts';

type StepOf<Name extends ReplyStep['act']> = Extract<ReplyStep, { act: Name }>;
type ActOf<Name extends Act['type']> = Extract<Act, { type: Name }>;

/** Of the products looked at last. */
const MOST_TITLES = 3;

/** What completes a product, within the price that was named. */
export async function showGoesWith(
  act: ActOf<'goes-with'>,
  context: TurnContext,
): Promise<{ readonly step: StepOf<'goes-with'>; readonly listed: readonly ListedProduct[] } | undefined> {
  const view = viewContext(context);
  const anchor = (await context.shop.store.products([act.productId])).get(act.productId);
  if (anchor === undefined) return undefined;
  const ceilings = act.limits.flatMap(({ attribute, operator, value }) =>
    attribute !== 'price'
      ? []
      : operator === 'lte'
        ? [Number(value)]
        : operator === 'lt'
          ? [Number(value) - 1]
          : [],
  );
  const listed = await findGoesWith(context.shop, {
    productId: act.productId,
    limit: SHOWN_LIMIT,
    ...(ceilings.length === 0 ? {} : { maxPriceMinor: Math.min(...ceilings) }),
    view,
    segments: context.audience.segments,
  });
  const products = listed.map((found) => withReasons(found, context));
  return { step: { act: 'goes-with', title: productText(anchor, context.language).title, products }, listed };
}

/** What would come first without some of what speaks for the first of the list on screen; undefined without any list. */
export async function showWithoutReasons(
  context: TurnContext,
  signal: AbortSignal,
): Promise<StepOf<'without-reasons'> | undefined> {
  const request = toListRequest({ mode: 'new', need: context.state.need, exclude: [] }, context);
  const told = await explainCounterfactual(context.shop, request, signal);
  if (told === undefined) return undefined;
  const before = withReasons(told.before, context);
  if (told.found === undefined) return { act: 'without-reasons', before, removed: [] };
  const { removed, after } = told.found;
  return {
    act: 'without-reasons',
    before,
    after: withReasons(after, context),
    removed: await nameCauses(removed, context),
  };
}

async function nameCauses(
  causes: readonly ListCause[],
  { shop, language }: TurnContext,
): Promise<StepOf<'without-reasons'>['removed']> {
  const products = await shop.store.products(
    causes.flatMap((cause) => (cause.kind === 'product' ? [cause.productId] : [])),
  );
  return causes.map((cause) => {
    if (cause.kind === 'wish') return { kind: 'wish', words: cause.wish.words };
    const product = products.get(cause.productId);
    return product === undefined || shop.isSensitive(product)
      ? { kind: 'looked-at' }
      : { kind: 'looked-at', title: productText(product, language).title };
  });
}

/** Changes what is kept of the shopper, and tells what became of it from what is then so. */
export async function carryOutHistory(
  { wish }: ActOf<'history'>,
  context: TurnContext,
): Promise<StepOf<'history'>> {
  const { profile, state } = context;
  const isInUse = profile.consent().personalization && state.historyPaused !== true;
  if (wish === 'stop') await profile.setPersonalization(false);
  if (wish === 'agree') await profile.setPersonalization(true);
  if (wish === 'forget') await profile.forgetVisit();
  const outcome = {
    stop: 'stopped',
    agree: 'agreed',
    forget: 'forgotten',
    tell: 'told',
    resume: isInUse ? 'in-use' : 'consent-needed',
  } as const;
  const looked =
    state.historyPaused === true
      ? []
      : [...new Set([...state.opened.toReversed(), ...context.history.map(({ productId }) => productId)])];
  return {
    act: 'history',
    outcome: outcome[wish],
    personalization: profile.consent().personalization,
    lookedAt: looked.length,
    titles: wish === 'tell' ? await titlesOf(looked.slice(0, MOST_TITLES), context) : [],
    wishes: wishesOf(context),
  };
}

async function titlesOf(productIds: readonly string[], { shop, language }: TurnContext): Promise<string[]> {
  const products = await shop.store.products(productIds);
  return productIds.flatMap((productId) => {
    const product = products.get(productId);
    return product === undefined || shop.isSensitive(product) ? [] : [productText(product, language).title];
  });
}

function wishesOf({ state: { need } }: TurnContext): string[] {
  const said = [need.query, ...need.constraints.map(({ words }) => words)];
  return [...new Set(said.filter((words) => words !== '' && words.length <= 80))];
}

/** Whether a list has anything that it could be made without. */
export const hasReasons = ({ state, history }: TurnContext): boolean =>
  softConstraints(state.need).length > 0 ||
  (state.historyPaused !== true && state.opened.length + history.length > 0);
