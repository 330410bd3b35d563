import type { BasketDesk, BasketWriteRequest } from '../../src/chat/basket-desk.ts';
import type { CartLineView, CartView } from '../../src/domain/cart.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { SCRIPTED_PRODUCTS } from './scripted-products.ts';

const dollars = (amountMinor: number) => ({
  amountMinor,
  currency: 'USD',
  formatted: `$${(amountMinor / 100).toFixed(2)}`,
});

export interface ScriptedBasket extends BasketDesk {
  readonly lines: CartLineView[];
  /** What the writes were named, in order. */
  readonly keys: string[];
  /** Thrown by the next write, once it was noted. */
  failure: Error | undefined;
  cart(changedLineIds?: readonly string[]): CartView;
}

/** One basket for all, in memory, of the scripted products. */
export function createScriptedBasket(lines: CartLineView[] = []): ScriptedBasket {
  const keys: string[] = [];
  const note = ({ key }: BasketWriteRequest) => {
    keys.push(key);
    const { failure } = basket;
    basket.failure = undefined;
    if (failure !== undefined) throw failure;
  };
  const put = (line: CartLineView) => {
    const at = lines.findIndex(({ lineId }) => lineId === line.lineId);
    if (at === -1) lines.push(line);
    else lines.splice(at, 1, line);
  };
  const basket: ScriptedBasket = {
    lines,
    keys,
    failure: undefined,
    cart: (changedLineIds = []) => ({
      lines: [...lines],
      pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0),
      changedLineIds,
      ...(lines.length > 0 && {
        total: dollars(lines.reduce((sum, { total }) => sum + total.amountMinor, 0)),
      }),
    }),
    show: async () => basket.cart(),
    async add({ productId, variantId = `${productId}-1`, quantity }, request) {
      note(request);
      const before = lines.find((line) => line.variantId === variantId)?.quantity ?? 0;
      put(basketLine(productId, before + quantity, variantId));
      return basket.cart([variantId]);
    },
    async setQuantity(lineId, quantity, request) {
      note(request);
      const line = lines.find((each) => each.lineId === lineId);
      if (line === undefined) throw new AssistantError('NOT_FOUND', 'There is no such line in the basket');
      if (quantity === 0) lines.splice(lines.indexOf(line), 1);
      else put(basketLine(line.productId, quantity, lineId));
      return basket.cart([lineId]);
    },
    checkout: async () => ({ url: 'https://pay.example/cart/1' }),
  };
  return basket;
}

/** @param variantId Also the id of the line. */
export function basketLine(productId: string, quantity: number, variantId = `${productId}-1`): CartLineView {
  const product = SCRIPTED_PRODUCTS.find((each) => each.productId === productId);
  const { title, imageUrl, price } = product ?? {
    title: productId,
    imageUrl: undefined,
    price: dollars(100),
  };
  const size = variantId.split('-')[2];
  return {
    lineId: variantId,
    productId,
    variantId,
    title,
    ...(imageUrl !== undefined && { imageUrl }),
    options: size === undefined ? [] : [{ attribute: 'size', label: 'Size', value: size }],
    quantity,
    unitPrice: price,
    total: dollars(price.amountMinor * quantity),
  };
}
