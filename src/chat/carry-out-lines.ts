import { writeBasket } from '../commerce/basket-receipt.ts';
import type { BasketAct } from '../domain/basket-act.ts';
import type { BasketLine, BasketWrite } from '../domain/commerce.ts';
import type { BasketStep } from '../domain/commerce-steps.ts';
import type { Chip } from '../domain/turn.ts';
import {
  type AddToBasket,
  type AskVariant,
  type BasketContext,
  eventsOf,
  type ToldReceipt,
  tellReceipt,
  toCommand,
  told,
  whyNot,
} from './basket-outcome.ts';
import type { Outcome } from './carry-out.ts';
import { type CartWords, cartWords } from './cart-view.ts';
import { findLines } from './find-lines.ts';
import { settleVariant } from './settle-variant.ts';
import { wantedValue } from './wanted-value.ts';

type LinesAct = Extract<BasketAct, { action: 'change' | 'remove' }>;

/** Changes how many there are of lines, or which variant, or takes them out. What is not in the basket is said to be none of it. */
export async function changeLines(
  act: LinesAct,
  outcome: Outcome,
  context: BasketContext,
  { add, ask }: { readonly add: AddToBasket; readonly ask: AskVariant },
  signal: AbortSignal,
): Promise<Outcome> {
  const basket = await context.commerce.basket(context.buyer, signal);
  const words = await cartWords(basket.lines, context);
  const found = act.lines.map((line) => findLines(line, basket.lines, words.products));
  const several = found.find(({ length }) => length > 1);
  if (several !== undefined) return askWhich(act, several, basket.lines, words, outcome);
  const lines = [...new Set(found.flat())];
  const [first] = lines;
  if (first === undefined) {
    const meant = act.lines[0]?.productId;
    // "Make it two" of what is shown and not in the basket yet.
    if (act.action === 'change' && act.quantity !== undefined && meant !== undefined) {
      const { quantity, constraints } = act;
      return await add(
        { type: 'basket', action: 'add', productId: meant, quantity, constraints },
        outcome,
        context,
        signal,
      );
    }
    const cart = words.cart(basket);
    const isEmpty = cart.lines.length === 0;
    return told(outcome, [{ act: 'basket', told: isEmpty ? 'contents' : 'not-in-basket', cart }], cart);
  }
  if (act.action === 'change' && act.constraints.length > 0)
    return await replaceVariant(act, first, outcome, context, ask, signal);
  if (act.action === 'change' && act.quantity === undefined)
    return told(outcome, [{ act: 'basket', told: 'how-many', line: words.line(first) }]);
  const writes = lines.map(({ lineId, quantity }): BasketWrite => {
    const left = act.quantity === undefined ? 0 : Math.max(0, quantity - act.quantity);
    return {
      type: 'set-quantity',
      lineId,
      quantity: act.action === 'change' ? (act.quantity ?? quantity) : left,
    };
  });
  return await write(writes, lines, outcome, context, signal);
}

/** Another size of the same: the new one goes in before the old one goes out, so that a refusal takes nothing away. */
async function replaceVariant(
  act: LinesAct,
  line: BasketLine,
  outcome: Outcome,
  context: BasketContext,
  ask: AskVariant,
  signal: AbortSignal,
): Promise<Outcome> {
  const { shop, market, nowMs } = context;
  const { productId, lineId } = line;
  const product = (await shop.store.products([productId])).get(productId);
  if (product === undefined)
    return { ...outcome, steps: [...outcome.steps, { act: 'clarify', options: [] }] };
  const said = new Set(act.constraints.map(({ attribute }) => attribute));
  const held = Object.entries(line.options)
    .filter(([attribute]) => !said.has(attribute))
    .map(([attribute, value]) => wantedValue(attribute, value));
  const settled = settleVariant(product, { said: act.constraints, held, market: market.country, nowMs });
  if (settled.kind !== 'settled') return ask(act, product, settled, outcome, context);
  const { variantId } = settled.offered.variant;
  const quantity = act.quantity ?? line.quantity;
  const writes: readonly BasketWrite[] =
    variantId === line.variantId
      ? [{ type: 'set-quantity', lineId, quantity }]
      : [
          { type: 'add-line', productId, variantId, quantity },
          { type: 'set-quantity', lineId, quantity: 0 },
        ];
  return await write(writes, [line], outcome, context, signal);
}

async function write(
  writes: readonly BasketWrite[],
  lines: readonly BasketLine[],
  outcome: Outcome,
  context: BasketContext,
  signal: AbortSignal,
): Promise<Outcome> {
  const { commerce: backend, buyer, effectKey: idempotencyKey } = context;
  const writing = { backend, buyer, idempotencyKey, signal };
  const receipt = await tellReceipt(await writeBasket(writes, writing), context);
  const happened = [...(outcome.happened ?? []), ...eventsOf(receipt.changes, idempotencyKey)];
  return { ...told(outcome, stepsOf(receipt, lines, context), receipt.cart), happened };
}

/** What became of the lines that were meant, and of the variant that took the place of one. */
function stepsOf(receipt: ToldReceipt, lines: readonly BasketLine[], context: BasketContext): BasketStep[] {
  const { changes, words, cart } = receipt;
  const products = new Set(lines.map(({ productId }) => productId));
  const mine = changes.filter(({ line }) => products.has(line.productId));
  const [first] = lines;
  if (mine.length === 0) {
    const about = {
      title: first === undefined ? '' : words.line(first).title,
      market: context.market.country,
    };
    return [whyNot(receipt, first === undefined ? about : { ...about, variantId: first.variantId })];
  }
  return mine.map(({ line, before, after }, at): BasketStep => {
    const total = at === mine.length - 1 && cart !== undefined ? { cart } : {};
    if (after === 0) return { act: 'basket', told: 'removed', line: words.line(line), ...total };
    const now = words.line({ ...line, quantity: after });
    return before === 0
      ? { act: 'basket', told: 'added', line: now, pieces: after, ...total }
      : { act: 'basket', told: 'changed', line: now, before, ...total };
  });
}

/** Pointing at one of the lines, by its place in the basket, answers it. */
function askWhich(
  act: LinesAct,
  several: readonly BasketLine[],
  all: readonly BasketLine[],
  words: CartWords,
  outcome: Outcome,
): Outcome {
  const asked = told(outcome, [{ act: 'basket', told: 'which-line', lines: several.map(words.line) }]);
  const chips = several.map((line): Chip => {
    const { title, options } = words.line(line);
    const label = [title, ...options.map(({ value }) => value)].join(', ');
    return { label, message: String(all.indexOf(line) + 1), count: 1 };
  });
  const { turn } = asked.state;
  return {
    ...asked,
    chips: [...asked.chips, ...chips],
    state: { ...asked.state, basketTold: turn, offer: { unresolved: toCommand(act) } },
  };
}
