import { createHash } from 'node:crypto';
import type { BasketLine, BasketWrite, WriteEffect } from '../../../src/domain/commerce.ts';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import { type Decision, refused } from './decision.ts';
import type { FreeVariant } from './free-pieces.ts';

/** What a decision about a basket is made of. */
export interface BasketCase {
  /** With the prices of now. */
  readonly lines: readonly BasketLine[];
  readonly limits: BasketLimits;
  readonly variantsOf: (productId: string) => Promise<readonly FreeVariant[]>;
}

export interface BasketLimits {
  readonly lines: number;
  /** Pieces of one line. */
  readonly quantity: number;
}

/** @throws {AssistantError} INVALID_ARGUMENT for a quantity that is none. */
export async function decideBasketWrite(write: BasketWrite, facts: BasketCase): Promise<Decision> {
  switch (write.type) {
    case 'add-line':
      return await decideAdd(write, facts);
    case 'set-quantity':
      return await decideQuantity(write, facts);
    case 'clear-basket':
      return allowed(facts.lines, []);
  }
}

/** The same variant a second time makes its line longer. */
async function decideAdd(
  write: Extract<BasketWrite, { readonly type: 'add-line' }>,
  { lines, limits, variantsOf }: BasketCase,
): Promise<Decision> {
  const { productId, variantId } = write;
  assertQuantity(write.quantity, 1);
  const variant = (await variantsOf(productId)).find((offered) => offered.variantId === variantId);
  if (variant === undefined) return refused('no-such-variant');
  const known = lines.find((line) => line.productId === productId && line.variantId === variantId);
  if (known === undefined && lines.length >= limits.lines)
    return refused('not-offered', { mostLines: limits.lines });
  const quantity = (known?.quantity ?? 0) + write.quantity;
  const against = checkQuantity(quantity, variant, limits, known?.quantity ?? 0);
  if (against !== undefined) return against;
  const { title, options, unitPrice } = variant;
  const lineId = known?.lineId ?? lineIdOf(productId, variantId);
  const line = { lineId, productId, variantId, title, options, unitPrice, quantity };
  return allowed(lines, known === undefined ? [...lines, line] : replace(lines, line));
}

async function decideQuantity(
  { lineId, quantity }: Extract<BasketWrite, { readonly type: 'set-quantity' }>,
  { lines, limits, variantsOf }: BasketCase,
): Promise<Decision> {
  assertQuantity(quantity, 0);
  const known = lines.find((line) => line.lineId === lineId);
  if (known === undefined) return refused('no-such-line');
  if (quantity === 0)
    return allowed(
      lines,
      lines.filter((line) => line !== known),
    );
  if (quantity === known.quantity) return allowed(lines, lines);
  if (quantity > known.quantity) {
    const variants = await variantsOf(known.productId);
    const variant = variants.find((offered) => offered.variantId === known.variantId);
    if (variant === undefined) return refused('no-such-variant');
    const against = checkQuantity(quantity, variant, limits, known.quantity);
    if (against !== undefined) return against;
  }
  return allowed(lines, replace(lines, { ...known, quantity }));
}

function checkQuantity(quantity: number, { free }: FreeVariant, limits: BasketLimits, present: number) {
  if (quantity > limits.quantity) return refused('not-offered', { mostPieces: limits.quantity });
  return quantity > free ? refused('out-of-stock', { left: Math.max(0, free - present) }) : undefined;
}

const replace = (lines: readonly BasketLine[], next: BasketLine): BasketLine[] =>
  lines.map((line) => (line.lineId === next.lineId ? next : line));

/** Lines that change leave as they were and come as they will be. */
function allowed(before: readonly BasketLine[], after: readonly BasketLine[]): Decision {
  const effects: WriteEffect[] = [
    ...before.filter((line) => !after.includes(line)).map((line) => ({ kind: 'line-out' as const, line })),
    ...after.filter((line) => !before.includes(line)).map((line) => ({ kind: 'line-in' as const, line })),
  ];
  return { kind: 'allowed', effects, change: { basket: after } };
}

function assertQuantity(quantity: number, least: number): void {
  if (Number.isSafeInteger(quantity) && quantity >= least) return;
  throw new AssistantError('INVALID_ARGUMENT', `A quantity must be an integer of at least ${least}`);
}

const LINE_ID_CHARACTERS = 16;

/** The same variant has the same line, in every basket. */
const lineIdOf = (productId: string, variantId: string): string =>
  createHash('sha256')
    .update(JSON.stringify([productId, variantId]))
    .digest('base64url')
    .slice(0, LINE_ID_CHARACTERS);
