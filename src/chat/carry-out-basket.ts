import { writeBasket } from '../commerce/basket-receipt.ts';
import { recordAsked } from '../dialogue/answer-choice.ts';
import { type BasketAct, changesBasket } from '../domain/basket-act.ts';
import type { BasketStep } from '../domain/commerce-steps.ts';
import { type Constraint, hardConstraints } from '../domain/need.ts';
import { type Product, productText } from '../domain/product.ts';
import type { Chip } from '../domain/turn.ts';
import { isAssistantError } from '../errors/assistant-error.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import { type BasketContext, eventsOf, tellReceipt, toCommand, told, whyNot } from './basket-outcome.ts';
import type { Outcome } from './carry-out.ts';
import { changeLines } from './carry-out-lines.ts';
import { cartWords } from './cart-view.ts';
import { findGoesWith } from './goes-with.ts';
import { isPayAddress } from './is-pay-address.ts';
import { SHOWN_LIMIT } from './list-request.ts';
import { oncePerLabel } from './offer-chips.ts';
import { type SettledVariant, settleVariant } from './settle-variant.ts';
import { type TurnContext, viewContext } from './turn-context.ts';
import { wantedValue } from './wanted-value.ts';

/**
 * Does what is wanted of the basket, and tells what is different after it, nothing else.
 *
 * @param position Of the act in its message: the same message again has the same effects, once.
 */
export async function carryOutBasket(
  act: BasketAct,
  position: number,
  outcome: Outcome,
  context: TurnContext,
  signal: AbortSignal,
): Promise<Outcome> {
  const { commerce, messageKey } = context;
  if (commerce === undefined || messageKey === undefined) return cannot(act.type, outcome, context);
  const state = outcome.state;
  const basket: BasketContext = { ...context, state, commerce, effectKey: `${messageKey}.${position}` };
  try {
    const done = await carryOutOne(act, outcome, basket, signal);
    const isUnsure = done.steps.slice(outcome.steps.length).some(isUnconfirmed);
    if (!isUnsure) return done;
    return {
      ...done,
      degraded: [...done.degraded, { component: 'commerce-backend', reason: 'unconfirmed' }],
    };
  } catch (error) {
    if (!isAssistantError(error) || !COMMERCE_FAULTS.has(error.code)) throw error;
    const degraded = [...outcome.degraded, { component: 'commerce-backend' as const, reason: error.code }];
    const isTold = outcome.steps.some((step) => step.act === 'commerce-unavailable');
    return isTold
      ? { ...outcome, degraded }
      : told({ ...outcome, degraded }, [{ act: 'commerce-unavailable' }]);
  }
}

const isUnconfirmed = (step: Outcome['steps'][number]): boolean =>
  step.act === 'basket' && step.told === 'unconfirmed';

const COMMERCE_FAULTS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'COMMERCE_UNAVAILABLE',
  'COMMERCE_FAILED',
]);

/** Where there is no basket, a person may help. */
function cannot(about: 'basket' | 'checkout', outcome: Outcome, { replier, language }: TurnContext): Outcome {
  return {
    ...outcome,
    steps: [...outcome.steps, { act: 'cannot', about }],
    chips: [...outcome.chips, { ...replier.chipWords({ kind: 'person' }, language), count: 0 }],
    state: { ...outcome.state, offer: { accepted: [{ type: 'handoff', reason: 'requested' }] } },
  };
}

async function carryOutOne(
  act: BasketAct,
  outcome: Outcome,
  context: BasketContext,
  signal: AbortSignal,
): Promise<Outcome> {
  if (act.type === 'checkout') return await checkout(outcome, context, signal);
  // One question at a time: what comes after it waits for its answer.
  const { choosing, turn } = outcome.state;
  if (changesBasket(act) && choosing?.turn === turn) {
    const rest = [...choosing.rest, toCommand(act)];
    return { ...outcome, state: { ...outcome.state, choosing: { ...choosing, rest } } };
  }
  switch (act.action) {
    case 'show':
      return await showBasket(outcome, context, signal);
    case 'ask-clear':
      return await askClear(outcome, context, signal);
    case 'clear':
      return await clear(outcome, context, signal);
    case 'add':
      return await add(act, outcome, context, signal);
    case 'change':
    case 'remove':
      return await changeLines(act, outcome, context, { add, ask }, signal);
  }
}

async function readCart(context: BasketContext, signal: AbortSignal) {
  const basket = await context.commerce.basket(context.buyer, signal);
  return (await cartWords(basket.lines, context)).cart(basket);
}

async function showBasket(outcome: Outcome, context: BasketContext, signal: AbortSignal): Promise<Outcome> {
  const cart = await readCart(context, signal);
  const shown = told(outcome, [{ act: 'basket', told: 'contents', cart }], cart);
  return {
    ...shown,
    state: { ...shown.state, basketTold: shown.state.turn },
    chips: cart.lines.length === 0 ? shown.chips : [...shown.chips, chip('checkout', context)],
  };
}

async function checkout(outcome: Outcome, context: BasketContext, signal: AbortSignal): Promise<Outcome> {
  const cart = await readCart(context, signal);
  if (cart.lines.length === 0) return told(outcome, [{ act: 'checkout', told: 'empty' }], cart);
  const url = (await context.commerce.checkout(context.buyer, signal))?.url;
  if (url === undefined || !isPayAddress(url))
    return told(outcome, [{ act: 'checkout', told: 'nowhere', cart }], cart);
  const payable = { ...cart, checkoutUrl: url };
  return told(outcome, [{ act: 'checkout', told: 'ready', cart: payable }], payable);
}

async function askClear(outcome: Outcome, context: BasketContext, signal: AbortSignal): Promise<Outcome> {
  const cart = await readCart(context, signal);
  if (cart.lines.length > 0) {
    const asked = told(outcome, [{ act: 'basket', told: 'ask-clear', cart }], cart);
    return { ...asked, chips: [...asked.chips, chip('yes', context), chip('no', context)] };
  }
  const { offer: _, ...state } = outcome.state;
  return told({ ...outcome, state }, [{ act: 'basket', told: 'contents', cart }], cart);
}

async function clear(outcome: Outcome, context: BasketContext, signal: AbortSignal): Promise<Outcome> {
  const { commerce: backend, buyer, effectKey: idempotencyKey } = context;
  const writing = { backend, buyer, idempotencyKey, signal };
  const receipt = await tellReceipt(await writeBasket([{ type: 'clear-basket' }], writing), context);
  const { cart, kind, changes } = receipt;
  const happened = [...(outcome.happened ?? []), ...eventsOf(changes, idempotencyKey)];
  const step: BasketStep =
    cart?.lines.length === 0 && kind !== 'unknown'
      ? { act: 'basket', told: 'cleared' }
      : kind === 'done' && cart !== undefined
        ? { act: 'basket', told: 'contents', cart }
        : whyNot(receipt, { title: '', market: context.market.country });
  return { ...told(outcome, [step], cart), happened };
}

type AddAct = Extract<BasketAct, { action: 'add' }>;

async function add(
  act: AddAct,
  outcome: Outcome,
  context: BasketContext,
  signal: AbortSignal,
): Promise<Outcome> {
  const { shop, language, market, nowMs, commerce: backend, buyer, effectKey: idempotencyKey } = context;
  const { productId, quantity = 1 } = act;
  const product = (await shop.store.products([productId])).get(productId);
  if (product === undefined)
    return { ...outcome, steps: [...outcome.steps, { act: 'clarify', options: [] }] };
  const wish = { said: act.constraints, held: heldLimits(context), market: market.country, nowMs };
  const settled = settleVariant(product, wish);
  if (settled.kind !== 'settled') return ask(act, product, settled, outcome, context);
  const { variantId } = settled.offered.variant;
  const writing = { backend, buyer, idempotencyKey, signal };
  const receipt = await tellReceipt(
    await writeBasket([{ type: 'add-line', productId, variantId, quantity }], writing),
    context,
  );
  const { cart, changes, words } = receipt;
  const happened = [...(outcome.happened ?? []), ...eventsOf(changes, idempotencyKey)];
  const mine = changes.find(({ line }) => line.variantId === variantId);
  const { title } = productText(product, language);
  if (mine === undefined || mine.after <= mine.before || cart === undefined) {
    const about = { title, variantId, market: market.country };
    return { ...told(outcome, [whyNot(receipt, about)], cart), happened };
  }
  const line = words.line({ ...mine.line, quantity: mine.after });
  const pieces = Math.min(mine.after - mine.before, quantity);
  const added = told(outcome, [{ act: 'basket', told: 'added', line, pieces, cart }], cart);
  return {
    ...added,
    happened,
    chips: oncePerLabel([...added.chips, ...(await afterAdding(productId, context))]),
  };
}

/** What is wanted anyway, and what always holds of the shopper where nothing is wanted of it. */
function heldLimits({ state: { need, preferences = [] } }: TurnContext): readonly Constraint[] {
  const wanted = hardConstraints(need);
  const named = new Set(wanted.map(({ attribute }) => attribute));
  return [...wanted, ...preferences.filter(({ known, attribute }) => known && !named.has(attribute))];
}

/** Which variant it shall be, of those that can be had; or that there is none. */
function ask(
  act: Exclude<BasketAct, { type: 'checkout' }>,
  product: Product,
  settled: Exclude<SettledVariant, { kind: 'settled' }>,
  outcome: Outcome,
  { shop, language, market }: BasketContext,
): Outcome {
  const { title } = productText(product, language);
  const wordsOf = ({ attribute, value, words }: Constraint): string =>
    words === '' ? shop.vocabulary.labelOf(attribute, String(value), language) : words;
  if (settled.kind === 'none') {
    const { reason, limit } = settled;
    const said = limit === undefined ? {} : { words: wordsOf(limit) };
    const step = { act: 'basket', told: 'cannot-be-had', title, reason, country: market.country } as const;
    return told(outcome, [{ ...step, ...said }]);
  }
  const { attribute, attributes, values, without } = settled;
  const options = values.map((value) => ({
    label: shop.vocabulary.labelOf(attribute, value, language),
    constraints: [wantedValue(attribute, value, { sourceTurn: outcome.state.turn + 1 })],
  }));
  const labels = options.map(({ label }) => label);
  const command = toCommand(act);
  const constraints = command.constraints.filter((limit) => limit.attribute !== attribute);
  const asked = told(outcome, [
    {
      act: 'basket',
      told: 'choose',
      title,
      attribute,
      attributeLabel: shop.vocabulary.attributeLabel(attribute, language),
      choices: labels,
      ...(without === undefined
        ? {}
        : { without: { words: wordsOf(without.limit), reason: without.reason } }),
    },
  ]);
  return {
    ...asked,
    state: recordAsked(asked.state, { command: { ...command, constraints }, attribute, attributes, options }),
    chips: [...asked.chips, ...labels.map((label): Chip => ({ label, message: label, count: 1 }))],
  };
}

/** What to do next: look, pay, or see what completes it. */
async function afterAdding(productId: string, context: BasketContext): Promise<readonly Chip[]> {
  const companions = await findGoesWith(context.shop, {
    productId,
    limit: SHOWN_LIMIT,
    view: viewContext(context),
    segments: context.audience.segments,
  });
  const count = companions.length;
  return [
    chip('show-basket', context),
    chip('checkout', context),
    ...(count === 0 ? [] : [{ ...chip('goes-with', context), count }]),
  ];
}

const chip = (
  kind: 'show-basket' | 'checkout' | 'goes-with' | 'yes' | 'no',
  { replier, language }: TurnContext,
): Chip => ({ ...replier.chipWords({ kind }, language), count: 0 });
