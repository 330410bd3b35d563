import type { Basket, BasketLine, BasketWrite, WritePreview } from '../../src/domain/commerce.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { CommerceBackend } from '../../src/ports/commerce-backend.ts';

export interface MemoryCommerce extends CommerceBackend {
  /** Every write that was asked for, in order. */
  readonly asked: readonly { readonly write: unknown; readonly key: string }[];
}

export interface MemoryCommerceOptions {
  readonly priceMinor?: number;
  readonly currency?: string;
  /** Pieces that may be in a basket, of each variant; any number when absent. */
  readonly stock?: number;
  readonly checkoutUrl?: string;
  readonly optionsOf?: (variantId: string) => BasketLine['options'];
  readonly lines?: readonly BasketLine[];
}

const ALLOWED: WritePreview = { kind: 'allowed', effects: [], digest: 'digest' };

/** A backend that does what it says: baskets in memory, every key once, no orders. */
export function memoryCommerce({
  priceMinor = 2000,
  currency = 'USD',
  stock = Number.POSITIVE_INFINITY,
  checkoutUrl,
  optionsOf = () => ({}),
  lines: held = [],
}: MemoryCommerceOptions = {}): MemoryCommerce {
  const baskets = new Map<string, BasketLine[]>();
  const done = new Map<string, WritePreview>();
  const asked: { write: unknown; key: string }[] = [];
  const linesOf = (shopperId: string): BasketLine[] => {
    const lines = baskets.get(shopperId) ?? [...held];
    baskets.set(shopperId, lines);
    return lines;
  };

  function apply(write: BasketWrite, lines: BasketLine[]): WritePreview {
    if (write.type === 'clear-basket') {
      lines.splice(0);
      return ALLOWED;
    }
    const at = lines.findIndex((line) =>
      write.type === 'add-line' ? line.variantId === write.variantId : line.lineId === write.lineId,
    );
    const line = lines[at];
    if (write.type === 'set-quantity' && line === undefined)
      return { kind: 'refused', refusal: 'no-such-line' };
    const before = line?.quantity ?? 0;
    const quantity = write.type === 'add-line' ? before + write.quantity : write.quantity;
    if (quantity > stock)
      return { kind: 'refused', refusal: 'out-of-stock', facts: { left: Math.max(0, stock - before) } };
    if (quantity === 0) lines.splice(at, 1);
    else if (line !== undefined) lines[at] = { ...line, quantity };
    else if (write.type === 'add-line') {
      const { productId, variantId } = write;
      lines.push({
        lineId: `line-${variantId}`,
        productId,
        variantId,
        title: productId,
        options: optionsOf(variantId),
        quantity,
        unitPrice: { amountMinor: priceMinor, currency },
      });
    }
    return ALLOWED;
  }

  return {
    name: 'memory',
    abilities: new Set(['add-line', 'set-quantity', 'clear-basket']),
    asked,
    async basket({ shopperId }): Promise<Basket> {
      const lines = linesOf(shopperId);
      const amountMinor = lines.reduce(
        (sum, { quantity, unitPrice }) => sum + quantity * unitPrice.amountMinor,
        0,
      );
      return lines.length === 0 ? { lines: [] } : { lines: [...lines], total: { amountMinor, currency } };
    },
    async write(write, { shopperId }, { idempotencyKey }) {
      asked.push({ write, key: idempotencyKey });
      const known = done.get(idempotencyKey);
      if (known !== undefined) return known;
      if (write.type !== 'add-line' && write.type !== 'set-quantity' && write.type !== 'clear-basket')
        throw new AssistantError('COMMERCE_FAILED', 'No orders here');
      const answer = apply(write, linesOf(shopperId));
      if (answer.kind === 'allowed') done.set(idempotencyKey, answer);
      return answer;
    },
    preview: async () => ALLOWED,
    account: async () => undefined,
    orders: async () => [],
    order: async () => undefined,
    checkout: async ({ shopperId }) =>
      checkoutUrl === undefined || linesOf(shopperId).length === 0 ? undefined : { url: checkoutUrl },
    close: async () => undefined,
  };
}
