import { type Args, argumentsOf, type Resolvers } from './execute.ts';
import { decimal, type FakeVariant } from './fake-shop.ts';
import type { GraphqlOperation, GraphqlValue } from './parse-graphql.ts';

interface FakeLine {
  readonly id: string;
  readonly variant: FakeVariant;
  quantity: number;
}

export interface FakeCart {
  readonly id: string;
  attributes: readonly GraphqlValue[];
  country: string;
  /** Newest first. */
  lines: FakeLine[];
}

interface Warning {
  readonly code: string;
  readonly target: string;
  readonly message: string;
}

/** Fewer than are asked for, so that pages are turned. */
const PAGE_VARIANTS = 2;

/** Carts as the Storefront API keeps them: the last write wins, pieces are held for nobody, and fewer pieces are a warning. */
export function createStorefront(variants: readonly FakeVariant[]) {
  const carts = new Map<string, FakeCart>();
  let made = 0;

  const cartOf = ({ cartId }: Args) => carts.get(String(cartId));
  const invalid = (code: string) => ({
    cart: null,
    userErrors: [{ code, field: ['lines'], message: 'The merchandise or the cart is not there' }],
    warnings: [],
  });
  const answer = (cart: FakeCart | undefined, warnings: readonly Warning[] = []) =>
    cart === undefined ? invalid('INVALID') : { cart: toAnswer(cart), userErrors: [], warnings };

  function toAnswer(cart: FakeCart): unknown {
    const priced = cart.lines.map((line) => ({ line, price: priceOf(line.variant, cart.country) }));
    const currencyCode = priced[0]?.price.currencyCode ?? 'EUR';
    const sum = priced.reduce(
      (total, { line, price }) => total + line.quantity * Number(price.amount) * 100,
      0,
    );
    const total = { amount: decimal(Math.round(sum)), currencyCode };
    return {
      id: cart.id,
      checkoutUrl: `https://shop.example/cart/c/${cart.id.slice(19)}`,
      attributes: cart.attributes,
      buyerIdentity: { countryCode: cart.country },
      totalQuantity: cart.lines.reduce((pieces, { quantity }) => pieces + quantity, 0),
      cost: { subtotalAmount: total, totalAmount: total },
      lines: {
        nodes: priced.map(({ line, price }) => ({
          id: line.id,
          quantity: line.quantity,
          attributes: [],
          cost: { amountPerQuantity: price },
          merchandise: line.variant,
        })),
      },
    };
  }

  const priceOf = ({ prices }: FakeVariant, country: string) =>
    prices[country] ?? { amount: '0', currencyCode: 'EUR' };

  /** As many pieces as there are. */
  function setQuantity(line: FakeLine, quantity: number): Warning[] {
    const { stock = Number.POSITIVE_INFINITY } = line.variant;
    line.quantity = Math.min(quantity, stock);
    if (line.quantity === quantity) return [];
    const code = stock === 0 ? 'MERCHANDISE_OUT_OF_STOCK' : 'MERCHANDISE_NOT_ENOUGH_STOCK';
    return [{ code, target: line.id, message: `Only ${stock} are left` }];
  }

  function addLines(cart: FakeCart, lines: GraphqlValue | undefined): unknown {
    const asked = (lines ?? []) as readonly { readonly merchandiseId: string; readonly quantity: number }[];
    const found = asked.map(({ merchandiseId }) => variants.find(({ id }) => id === merchandiseId));
    if (found.includes(undefined)) return invalid('INVALID_MERCHANDISE_LINE');
    const warnings = asked.flatMap(({ quantity }, index) => {
      const variant = found[index] as FakeVariant;
      const known = cart.lines.find((line) => line.variant === variant);
      if (known !== undefined) return setQuantity(known, known.quantity + quantity);
      made += 1;
      const secret = cart.id.slice(19);
      const line: FakeLine = { id: `gid://shopify/CartLine/l${made}?cart=${secret}`, variant, quantity: 0 };
      cart.lines.unshift(line);
      return setQuantity(line, quantity);
    });
    cart.lines = cart.lines.filter(({ quantity }) => quantity > 0);
    return answer(cart, warnings);
  }

  const resolvers = (operation: GraphqlOperation): Resolvers => ({
    shop: () => ({ name: 'Fake shop' }),
    products: () => ({
      nodes: variants.slice(0, 1).map((variant) => ({
        ...variant.product,
        variants: { nodes: [{ ...variant, quantityAvailable: variant.stock ?? 0 }] },
      })),
    }),
    cart: ({ id }) => {
      const cart = carts.get(String(id));
      return cart === undefined ? null : toAnswer(cart);
    },
    product: ({ id, handle }, field) => {
      const own = variants.filter(({ product }) => product.id === id || product.handle === handle);
      const [first] = own;
      const country = String(operation.directives.inContext?.country ?? 'DE');
      const nodes = own
        .filter(({ prices }) => prices[country] !== undefined)
        .map((variant) => ({
          ...variant,
          availableForSale: variant.stock !== 0,
          quantityAvailable: variant.stock ?? 0,
          price: priceOf(variant, country),
        }));
      const from = Number(argumentsOf(field, 'variants').after ?? 0);
      const pageInfo = {
        hasNextPage: nodes.length > from + PAGE_VARIANTS,
        endCursor: `${from + PAGE_VARIANTS}`,
      };
      const page = nodes.slice(from, from + PAGE_VARIANTS);
      return first === undefined ? null : { ...first.product, variants: { nodes: page, pageInfo } };
    },
    cartCreate: ({ input }) => {
      const { lines = [], attributes = [], buyerIdentity } = input as Record<string, GraphqlValue>;
      made += 1;
      const cart: FakeCart = {
        id: `gid://shopify/Cart/c${made}?key=secret${made}`,
        attributes: attributes as readonly GraphqlValue[],
        country: String((buyerIdentity as { countryCode?: string } | undefined)?.countryCode ?? 'DE'),
        lines: [],
      };
      carts.set(cart.id, cart);
      return addLines(cart, lines);
    },
    cartLinesAdd: (args) => {
      const cart = cartOf(args);
      return cart === undefined ? invalid('INVALID') : addLines(cart, args.lines);
    },
    cartLinesUpdate: (args) => {
      const cart = cartOf(args);
      const updates = args.lines as readonly { readonly id: string; readonly quantity: number }[];
      const warnings = updates.flatMap(({ id, quantity }) => {
        const line = cart?.lines.find((known) => known.id === id);
        return line === undefined ? [] : setQuantity(line, quantity);
      });
      return answer(cart, warnings);
    },
    cartLinesRemove: (args) => {
      const cart = cartOf(args);
      const gone = args.lineIds as readonly string[];
      if (cart !== undefined) cart.lines = cart.lines.filter(({ id }) => !gone.includes(id));
      return answer(cart);
    },
    cartAttributesUpdate: (args) => {
      const cart = cartOf(args);
      if (cart !== undefined) cart.attributes = args.attributes as readonly GraphqlValue[];
      return answer(cart);
    },
    cartBuyerIdentityUpdate: (args) => {
      const cart = cartOf(args);
      const { countryCode } = args.buyerIdentity as { countryCode: string };
      if (cart !== undefined) cart.country = countryCode;
      return answer(cart);
    },
  });
  return { carts, resolvers };
}
