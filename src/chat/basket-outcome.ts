import { type BasketChange, diffBaskets } from '../commerce/basket-receipt.ts';
import type { Receipt } from '../commerce/perform-write.ts';
import type { BasketAct } from '../domain/basket-act.ts';
import type { CartView } from '../domain/cart.ts';
import type { CommandOf } from '../domain/command.ts';
import type { Basket, WritePreview } from '../domain/commerce.ts';
import type { BasketStep, CommerceStep } from '../domain/commerce-steps.ts';
import type { InteractionType } from '../domain/interaction.ts';
import type { Product } from '../domain/product.ts';
import type { ReplyStep } from '../domain/reply-plan.ts';
import type { CommerceBackend } from '../ports/commerce-backend.ts';
import type { Outcome } from './carry-out.ts';
import { type CartPlace, type CartWords, cartWords } from './cart-view.ts';
import type { SettledVariant } from './settle-variant.ts';
import type { TurnContext } from './turn-context.ts';

/** What a turn about the basket is carried out with. */
export interface BasketContext extends TurnContext {
  readonly commerce: CommerceBackend;
  /** Of one act of one message, for good. */
  readonly effectKey: string;
}

type BasketActOf<Action> = Extract<BasketAct, { readonly action: Action }>;

/** Puts something in, once it is clear which variant. */
export type AddToBasket = (
  act: BasketActOf<'add'>,
  outcome: Outcome,
  context: BasketContext,
  signal: AbortSignal,
) => Promise<Outcome>;

/** Asks which variant it shall be, of those that can be had, or says that there is none. */
export type AskVariant = (
  act: Exclude<BasketAct, { type: 'checkout' }>,
  product: Product,
  settled: Exclude<SettledVariant, { kind: 'settled' }>,
  outcome: Outcome,
  context: BasketContext,
) => Outcome;

/** What was confirmed to have happened to a product. */
export interface BasketEvent {
  readonly type: Extract<InteractionType, 'add-to-cart' | 'remove-from-cart'>;
  readonly productId: string;
  /** Pieces, >= 1. */
  readonly quantity: number;
  /** Of the effect: the same again is the same event. */
  readonly key: string;
}

/** A step more, with the basket as it was read for it; of several changes the last one tells the total. */
export function told(outcome: Outcome, steps: readonly CommerceStep[], cart?: CartView): Outcome {
  const kept = cart === undefined ? outcome.cart : joined(outcome.cart, cart);
  const isTotalTold = steps.some((step) => 'cart' in step && step.cart !== undefined);
  return {
    ...outcome,
    steps: [...(isTotalTold ? outcome.steps.map(withoutTotal) : outcome.steps), ...steps],
    ...(kept === undefined ? {} : { cart: kept }),
  };
}

/** The basket as it is now, with all that changed in this turn. */
function joined(before: CartView | undefined, now: CartView): CartView {
  const changed = new Set([...(before?.changedLineIds ?? []), ...now.changedLineIds]);
  return { ...now, changedLineIds: [...changed] };
}

function withoutTotal(step: ReplyStep): ReplyStep {
  if (step.act !== 'basket') return step;
  switch (step.told) {
    case 'added':
    case 'changed':
    case 'removed': {
      const { cart: _, ...rest } = step;
      return rest;
    }
    default:
      return step;
  }
}

/** What of a receipt is told: what changed is in `changes`, everything else is already a step. */
export interface ToldReceipt {
  readonly words: CartWords;
  readonly cart?: CartView;
  readonly changes: readonly BasketChange[];
  /** `done` only where pieces came or went. */
  readonly kind: Receipt<Basket>['kind'];
  readonly after?: Basket;
  readonly refusal?: Exclude<WritePreview, { kind: 'allowed' }>;
}

/** The difference of a receipt with its words. */
export async function tellReceipt(receipt: Receipt<Basket>, place: CartPlace): Promise<ToldReceipt> {
  const { after } = receipt;
  const changes = receipt.kind === 'done' ? diffBaskets(receipt.before, receipt.after) : [];
  const lines = [...(after?.lines ?? []), ...changes.map(({ line }) => line)];
  const words = await cartWords(lines, place);
  return {
    words,
    changes,
    kind: receipt.kind === 'done' && changes.length === 0 ? 'unchanged' : receipt.kind,
    ...(after === undefined ? {} : { after, cart: words.cart(after, changes) }),
    ...(receipt.kind === 'refused' ? { refusal: receipt.refusal } : {}),
  };
}

/** Why nothing was changed. @param line What it was about, as it is in the basket. */
export function whyNot(
  { kind, cart, refusal, words, after }: ToldReceipt,
  about: {
    readonly title: string;
    readonly options?: string;
    readonly variantId?: string;
    readonly market: string;
  },
): BasketStep {
  const empty: CartView = { lines: [], pieces: 0, changedLineIds: [] };
  if (kind === 'unknown')
    return { act: 'basket', told: 'unconfirmed', ...(cart === undefined ? {} : { cart }) };
  const held = after?.lines.find(({ variantId }) => variantId === about.variantId);
  const line = held === undefined ? {} : { line: words.line(held) };
  if (refusal === undefined) return { act: 'basket', told: 'unchanged', cart: cart ?? empty, ...line };
  const step = toRefusal(refusal, about, cart ?? empty);
  return step.told === 'cannot-be-had' ? { ...step, ...line } : step;
}

function toRefusal(
  refusal: Exclude<WritePreview, { kind: 'allowed' }>,
  { title, options, market }: { readonly title: string; readonly options?: string; readonly market: string },
  cart: CartView,
): BasketStep {
  const step = { act: 'basket', told: 'cannot-be-had', title, country: market } as const;
  if (refusal.kind === 'incomplete') return { ...step, reason: 'not-allowed' };
  const { left, mostPieces } = refusal.facts ?? {};
  switch (refusal.refusal) {
    case 'out-of-stock':
      if (typeof left === 'number' && left > 0) return { act: 'basket', told: 'few-left', title, left };
      return { ...step, reason: 'sold-out', ...(options === undefined ? {} : { words: options }) };
    case 'no-such-variant':
      return { ...step, reason: 'not-offered' };
    case 'no-such-line':
      return { act: 'basket', told: 'not-in-basket', cart };
    case 'not-offered':
      return typeof mostPieces === 'number'
        ? { act: 'basket', told: 'too-many', most: mostPieces }
        : { ...step, reason: 'not-allowed' };
    default:
      return { ...step, reason: 'not-allowed' };
  }
}

/** What teaches: pieces that came and went. */
export const eventsOf = (changes: readonly BasketChange[], key: string): BasketEvent[] =>
  changes.map(({ line, before, after }) => ({
    type: after > before ? 'add-to-cart' : 'remove-from-cart',
    productId: line.productId,
    quantity: Math.abs(after - before),
    key: `${key}.${line.variantId}`,
  }));

/** What was wanted, to be done again once it is told what is missing. */
export function toCommand(act: Exclude<BasketAct, { type: 'checkout' }>): CommandOf<'basket'> {
  switch (act.action) {
    case 'add':
      return {
        type: 'basket',
        action: 'add',
        references: [{ kind: 'product', productId: act.productId }],
        constraints: [...act.constraints],
        ...(act.quantity === undefined ? {} : { quantity: act.quantity }),
      };
    case 'change':
    case 'remove':
      return {
        type: 'basket',
        action: act.action,
        references: act.lines.map(({ reference, productId }) =>
          productId === undefined ? reference : { kind: 'product', productId },
        ),
        constraints: [...act.constraints],
        ...(act.quantity === undefined ? {} : { quantity: act.quantity }),
      };
    case 'show':
    case 'ask-clear':
    case 'clear':
      return {
        type: 'basket',
        action: act.action === 'show' ? 'show' : 'clear',
        references: [],
        constraints: [],
      };
  }
}
