import type { Basket, BasketLine, BasketWrite, Buyer, WritePreview } from '../domain/commerce.ts';
import type { CommerceBackend } from '../ports/commerce-backend.ts';
import { performWrite, type Receipt } from './perform-write.ts';

/** Pieces of a variant that a basket holds at two moments. */
export interface BasketChange {
  /** As it is at the later moment, else as it was. */
  readonly line: BasketLine;
  /** >= 0. */
  readonly before: number;
  /** >= 0; never the same as `before`. */
  readonly after: number;
}

/** What differs between two readings, in the order of the basket; by variant, since a line may get another name. */
export function diffBaskets(before: Basket, after: Basket): readonly BasketChange[] {
  const variants = new Map<string, BasketLine>();
  for (const line of [...after.lines, ...before.lines])
    if (!variants.has(line.variantId)) variants.set(line.variantId, line);
  return [...variants].flatMap(([variantId, line]): BasketChange[] => {
    const change = { line, before: piecesOf(before, variantId), after: piecesOf(after, variantId) };
    return change.before === change.after ? [] : [change];
  });
}

/** Pieces of a variant, in all of its lines. */
export const piecesOf = ({ lines }: Basket, variantId: string): number =>
  lines.reduce((sum, line) => sum + (line.variantId === variantId ? line.quantity : 0), 0);

export interface BasketWriting {
  readonly backend: CommerceBackend;
  readonly buyer: Buyer;
  /** Of the whole effect: the same again has no second one. */
  readonly idempotencyKey: string;
  readonly signal: AbortSignal;
}

/**
 * Writes, in order, up to the first that is refused.
 *
 * @throws {AssistantError} COMMERCE_UNAVAILABLE or COMMERCE_FAILED when the basket cannot be read before: then nothing was written.
 */
export function writeBasket(
  writes: readonly BasketWrite[],
  { backend, buyer, idempotencyKey, signal }: BasketWriting,
): Promise<Receipt<Basket>> {
  return performWrite({
    read: () => backend.basket(buyer, signal),
    async write() {
      const done: WritePreview[] = [];
      for (const [at, write] of writes.entries()) {
        const options = { idempotencyKey: `${idempotencyKey}.${at}`, signal };
        const answer = await backend.write(write, buyer, options);
        if (answer.kind !== 'allowed') return answer;
        done.push(answer);
      }
      return done.at(-1) ?? NOTHING_TO_DO;
    },
  });
}

const NOTHING_TO_DO: WritePreview = { kind: 'allowed', effects: [], digest: '' };
