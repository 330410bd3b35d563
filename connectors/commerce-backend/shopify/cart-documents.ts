const CART_PARTS = `
fragment CartParts on Cart {
  id
  checkoutUrl
  attributes { key value }
  buyerIdentity { countryCode }
  cost { subtotalAmount { amount currencyCode } }
  lines(first: 250) {
    nodes {
      id
      quantity
      cost { amountPerQuantity { amount currencyCode } }
      merchandise {
        ... on ProductVariant {
          id
          selectedOptions { name value }
          product { id handle title }
        }
      }
    }
  }
}`;

export const READ_CART = `
query ReadCart($cartId: ID!) {
  cart(id: $cartId) { ...CartParts }
}
${CART_PARTS}`;

export const CREATE_CART = `
mutation CreateCart($input: CartInput!) {
  cartCreate(input: $input) {
    cart { ...CartParts }
    userErrors { code field message }
    warnings { code target message }
  }
}
${CART_PARTS}`;

/** The mark comes first: a change whose mark is missing was not made. */
const changeCart = (name: string, types: string, change: string) => `
mutation ${name}($cartId: ID!, $attributes: [AttributeInput!]!, ${types}) {
  cartAttributesUpdate(cartId: $cartId, attributes: $attributes) {
    userErrors { code field message }
  }
  ${change} {
    cart { ...CartParts }
    userErrors { code field message }
    warnings { code target message }
  }
}
${CART_PARTS}`;

export const ADD_LINES = changeCart(
  'AddLines',
  '$lines: [CartLineInput!]!',
  'cartLinesAdd(cartId: $cartId, lines: $lines)',
);

export const UPDATE_LINES = changeCart(
  'UpdateLines',
  '$lines: [CartLineUpdateInput!]!',
  'cartLinesUpdate(cartId: $cartId, lines: $lines)',
);

export const REMOVE_LINES = changeCart(
  'RemoveLines',
  '$lineIds: [ID!]!',
  'cartLinesRemove(cartId: $cartId, lineIds: $lineIds)',
);

export const UPDATE_COUNTRY = `
mutation UpdateCountry($cartId: ID!, $buyerIdentity: CartBuyerIdentityInput!) {
  cartBuyerIdentityUpdate(cartId: $cartId, buyerIdentity: $buyerIdentity) {
    cart { ...CartParts }
    userErrors { code field message }
    warnings { code target message }
  }
}
${CART_PARTS}`;

/** A product by the id or the handle it has at Shopify, at the prices of one country. */
export const READ_VARIANTS = `
query ReadVariants($id: ID, $handle: String, $after: String, $country: CountryCode) @inContext(country: $country) {
  product(id: $id, handle: $handle) {
    id
    handle
    title
    variants(first: 250, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        availableForSale
        quantityAvailable
        price { amount currencyCode }
        selectedOptions { name value }
      }
    }
  }
}`;
