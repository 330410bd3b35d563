/**
 * The part of the Storefront API 2026-07 that the connector may ask for: "field(arguments): Type" of each type. What is not here is refused.
 *
 * @see https://shopify.dev/docs/api/storefront
 */
export const STOREFRONT_SCHEMA = {
  Query: 'cart(id): Cart | product(id, handle): Product | products(first): ProductConnection | shop: Shop',
  Mutation:
    'cartCreate(input): CartPayload | cartLinesAdd(cartId, lines): CartPayload | cartLinesUpdate(cartId, lines): CartPayload | cartLinesRemove(cartId, lineIds): CartPayload | cartAttributesUpdate(cartId, attributes): CartPayload | cartBuyerIdentityUpdate(cartId, buyerIdentity): CartPayload',
  CartPayload: 'cart: Cart | userErrors: CartUserError | warnings: CartWarning',
  CartUserError: 'code | field | message',
  CartWarning: 'code | target | message',
  Shop: 'name',
  Cart: 'id | checkoutUrl | attributes: Attribute | buyerIdentity: CartBuyerIdentity | cost: CartCost | lines(first, after): BaseCartLineConnection | totalQuantity',
  Attribute: 'key | value',
  CartBuyerIdentity: 'countryCode',
  CartCost: 'subtotalAmount: MoneyV2 | totalAmount: MoneyV2',
  MoneyV2: 'amount | currencyCode',
  BaseCartLineConnection: 'nodes: BaseCartLine',
  BaseCartLine: 'id | quantity | cost: CartLineCost | merchandise: Merchandise | attributes: Attribute',
  CartLineCost: 'amountPerQuantity: MoneyV2 | subtotalAmount: MoneyV2 | totalAmount: MoneyV2',
  Merchandise: '',
  ProductVariant:
    'id | title | availableForSale | quantityAvailable | currentlyNotInStock | price: MoneyV2 | selectedOptions: SelectedOption | product: Product',
  SelectedOption: 'name | value',
  Product: 'id | handle | title | variants(first, after): ProductVariantConnection',
  ProductConnection: 'nodes: Product',
  ProductVariantConnection: 'nodes: ProductVariant | pageInfo: PageInfo',
  PageInfo: 'hasNextPage | endCursor',
} as const;
