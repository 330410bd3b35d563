import { recordShown } from '../dialogue/record-list.ts';
import type { Act } from '../domain/act.ts';
import { hardConstraints } from '../domain/need.ts';
import type { PlannedProduct, ReplyStep } from '../domain/reply-plan.ts';
import type { Outcome } from './carry-out.ts';
import { listProducts, type ProductList } from './list-products.ts';
import { toListRequest, withReasons } from './list-request.ts';
import { nearestOffer } from './nearest-offer.ts';
import { offerNextSteps } from './offer-next-steps.ts';
import { toShownProduct } from './product-view.ts';
import type { TurnContext } from './turn-context.ts';
import { withPreferences } from './with-preferences.ts';

type ShowAct = Extract<Act, { type: 'show' }>;

/** A list for what is wanted; it takes the place of what was on screen. */
export async function show(
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
  context.trace?.listed(act.mode, list);
  const products = list.products.map(({ view, reasons }) => withReasons({ view, reasons }, context));
  const nearest = await nearestOffer(list, need, context, signal);
  const state = recordShown(
    outcome.state,
    list.products.map(({ product, offered }) => toShownProduct(product, offered, context)),
    { keepSeen: act.mode === 'more' },
  );
  const next = await offerNextSteps(list, act.mode, { ...context, state: { ...state, need } }, signal);
  return {
    ...outcome,
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
