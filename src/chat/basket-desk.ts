import { writeBasket } from '../commerce/basket-receipt.ts';
import type { CartView } from '../domain/cart.ts';
import type { BasketLine, BasketWrite, WritePreview } from '../domain/commerce.ts';
import { type Locale, languageOf } from '../domain/locale.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { CommerceBackend } from '../ports/commerce-backend.ts';
import { eventsOf, tellReceipt } from './basket-outcome.ts';
import { buyerOf } from './buyer-of.ts';
import { cartWords } from './cart-view.ts';
import { inTurn } from './in-turn.ts';
import { isPayAddress } from './is-pay-address.ts';
import { offeredVariants } from './product-view.ts';
import type { Shop } from './shop.ts';
import { type BasketTeaching, teachBasket } from './teach-basket.ts';

/** The conversation whose shopper's basket it is; its token was looked at. */
export interface BasketVisitor {
  readonly conversationId: string;
  readonly shopperId: string;
  readonly proved: boolean;
  readonly market: string;
  readonly locale: Locale;
}

export interface BasketRequest {
  readonly visitor: BasketVisitor;
  readonly signal: AbortSignal;
}

export interface BasketWriteRequest extends BasketRequest {
  /** Names the effect: the same again has no second one. */
  readonly key: string;
}

/** The basket for buttons: the shopper sees which product and which variant, so nothing has to be understood. */
export interface BasketDesk {
  show(request: BasketRequest): Promise<CartView>;
  /**
   * @param wish.variantId May be left out where there is only one.
   * @param wish.listId The list it was chosen from.
   * @throws {AssistantError} NOT_FOUND when it is not sold in the market; INVALID_ARGUMENT without the variant of several, or with one
   *   of another product; WRITE_REFUSED when the shop does not allow it; COMMERCE_UNAVAILABLE also when it is not known whether it was
   *   done: the same key may be sent again.
   */
  add(
    wish: {
      readonly productId: string;
      readonly variantId?: string;
      readonly quantity: number;
      readonly listId?: string;
    },
    request: BasketWriteRequest,
  ): Promise<CartView>;
  /** @param quantity 0 takes the line out. @throws {AssistantError} NOT_FOUND without such a line, else as `add`. */
  setQuantity(lineId: string, quantity: number, request: BasketWriteRequest): Promise<CartView>;
  /** @throws {AssistantError} NOT_FOUND when there is nothing to pay for, or no place to pay at. */
  checkout(request: BasketRequest): Promise<{ readonly url: string }>;
}

export interface BasketDeskOptions extends BasketTeaching {
  readonly commerce: CommerceBackend;
  readonly shop: () => Shop;
  readonly clock: () => number;
}

export function createBasketDesk(options: BasketDeskOptions): BasketDesk {
  const { commerce, clock } = options;
  const queue = inTurn();
  const placeOf = ({ locale }: BasketVisitor) => ({
    shop: options.shop(),
    language: languageOf(locale),
    locale,
  });

  async function show({ visitor, signal }: BasketRequest): Promise<CartView> {
    const basket = await commerce.basket(buyerOf(visitor), signal);
    return (await cartWords(basket.lines, placeOf(visitor))).cart(basket);
  }

  async function write(
    change: BasketWrite,
    { visitor, key, signal }: BasketWriteRequest,
    listId?: string,
  ): Promise<CartView> {
    const buyer = buyerOf(visitor);
    const writing = { backend: commerce, buyer, idempotencyKey: key, signal };
    const { conversationId, shopperId, market } = visitor;
    const receipt = await writeBasket([change], writing);
    const { cart, kind, refusal, changes } = await tellReceipt(receipt, placeOf(visitor));
    if (refusal !== undefined) throw refused(refusal);
    if (kind === 'unknown' || cart === undefined)
      throw new AssistantError('COMMERCE_UNAVAILABLE', 'Whether it was done could not be confirmed', {
        cause: receipt.kind === 'unknown' ? receipt.cause : undefined,
      });
    const visit = { conversationId, shopperId, market, nowMs: clock() };
    await teachBasket(options, eventsOf(changes, key), {
      ...visit,
      ...(listId === undefined ? {} : { listId }),
    });
    return cart;
  }

  async function variantOf(
    { productId, variantId }: { readonly productId: string; readonly variantId?: string },
    { market }: BasketVisitor,
  ): Promise<string> {
    const product = (await options.shop().store.products([productId])).get(productId);
    const offered = product === undefined ? [] : offeredVariants(product, market, clock());
    const [first, another] = offered;
    if (first === undefined)
      throw new AssistantError('NOT_FOUND', `There is no product "${productId.slice(0, 60)}" in ${market}`);
    if (variantId === undefined && another === undefined) return first.variant.variantId;
    const chosen = offered.find(({ variant }) => variant.variantId === variantId);
    if (chosen !== undefined) return chosen.variant.variantId;
    throw new AssistantError(
      'INVALID_ARGUMENT',
      variantId === undefined
        ? 'variantId: the product comes in several variants; name one of them'
        : `variantId: "${variantId.slice(0, 60)}" is no variant of the product that is sold in ${market}`,
    );
  }

  async function lineOf(lineId: string, { visitor, signal }: BasketRequest): Promise<BasketLine> {
    const { lines } = await commerce.basket(buyerOf(visitor), signal);
    const line = lines.find((each) => each.lineId === lineId);
    if (line === undefined) throw new AssistantError('NOT_FOUND', 'There is no such line in the basket');
    return line;
  }

  /** One write of a shopper after the other: what differs is then what this one did. */
  const inOrder = <T>({ visitor }: BasketRequest, work: () => Promise<T>): Promise<T> =>
    queue(visitor.shopperId, work);

  return {
    show,
    async add(wish, request) {
      const variantId = await variantOf(wish, request.visitor);
      const { productId, quantity, listId } = wish;
      return await inOrder(request, () =>
        write({ type: 'add-line', productId, variantId, quantity }, request, listId),
      );
    },
    setQuantity: (lineId, quantity, request) =>
      inOrder(request, async () => {
        await lineOf(lineId, request);
        return await write({ type: 'set-quantity', lineId, quantity }, request);
      }),
    async checkout({ visitor, signal }) {
      const url = (await commerce.checkout(buyerOf(visitor), signal))?.url;
      if (url === undefined || !isPayAddress(url))
        throw new AssistantError(
          'NOT_FOUND',
          'There is nothing to pay for, or no address of a checkout is set',
        );
      return { url };
    },
  };
}

/** Whoever clicked is told what the shop's rule speaks of. */
function refused(refusal: Exclude<WritePreview, { kind: 'allowed' }>): AssistantError {
  if (refusal.kind === 'incomplete')
    return new AssistantError('WRITE_REFUSED', `The shop needs more: ${refusal.missing.field}`);
  const facts = Object.entries(refusal.facts ?? {}).map(([name, value]) => `${name} ${value}`);
  return new AssistantError(
    'WRITE_REFUSED',
    [`The shop refuses it: ${refusal.refusal}`, ...facts].join(', '),
    {
      details: { refusal: refusal.refusal },
    },
  );
}
