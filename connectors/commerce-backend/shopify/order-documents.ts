const MONEY = '{ presentmentMoney { amount currencyCode } }';
const ADDRESS = '{ id name address1 address2 city provinceCode zip countryCodeV2 }';
const TRANSACTION = `{
  id
  kind
  status
  gateway
  formattedGateway
  amountSet ${MONEY}
  paymentDetails { ... on CardPaymentDetails { company number } }
}`;

/** How much of each order is read: the cost of a query grows with it. */
const SIZES = '$lines: Int!, $parcels: Int!, $returns: Int!';

const ORDER_PARTS = `
fragment OrderParts on Order {
  id
  name
  createdAt
  cancelledAt
  edited
  displayFulfillmentStatus
  customer { id }
  cancellation { staffNote }
  shippingAddress ${ADDRESS}
  lineItems(first: $lines) {
    nodes {
      id
      title
      currentQuantity
      discountedUnitPriceAfterAllDiscountsSet ${MONEY}
      variant {
        id
        selectedOptions { name value }
        product { id handle }
      }
    }
  }
  fulfillments(first: $parcels) {
    displayStatus
    deliveredAt
    trackingInfo(first: 5) { number company url }
    fulfillmentLineItems(first: $lines) {
      nodes { id quantity lineItem { id } }
    }
  }
  transactions(first: 50) ${TRANSACTION}
  returns(first: $returns) {
    nodes {
      id
      status
      returnLineItems(first: $lines) {
        nodes {
          ... on ReturnLineItem { quantity fulfillmentLineItem { lineItem { id } } }
        }
      }
      exchangeLineItems(first: $lines) {
        nodes { quantity variantId }
      }
    }
  }
}`;

export const READ_ORDERS = `
query ReadOrders($customerId: ID!, $first: Int!, $after: String, ${SIZES}) {
  customer(id: $customerId) {
    id
    orders(first: $first, after: $after, reverse: true, sortKey: CREATED_AT) {
      nodes { ...OrderParts }
      pageInfo { hasNextPage endCursor }
    }
  }
}
${ORDER_PARTS}`;

/** Orders of one customer alone, whatever the search finds. */
export const FIND_ORDER = `
query FindOrder($customerId: ID!, $query: String!, ${SIZES}) {
  customer(id: $customerId) {
    id
    orders(first: 3, query: $query) {
      nodes { ...OrderParts }
      pageInfo { hasNextPage endCursor }
    }
  }
}
${ORDER_PARTS}`;

export const READ_CUSTOMER = `
query ReadCustomer($customerId: ID!) {
  customer(id: $customerId) {
    id
    displayName
    defaultEmailAddress { emailAddress }
    defaultAddress ${ADDRESS}
    orders(first: 5, reverse: true, sortKey: CREATED_AT) {
      nodes { transactions(first: 10) ${TRANSACTION} }
    }
  }
}`;

export const READ_SCOPES = `
query ReadScopes {
  currentAppInstallation { accessScopes { handle } }
}`;

export const CANCEL_ORDER = `
mutation CancelOrder($orderId: ID!, $staffNote: String) {
  orderCancel(
    orderId: $orderId
    reason: CUSTOMER
    restock: true
    notifyCustomer: true
    staffNote: $staffNote
    refundMethod: { originalPaymentMethodsRefund: true }
  ) {
    job { id done }
    orderCancelUserErrors { code message }
  }
}`;

export const REQUEST_RETURN = `
mutation RequestReturn($input: ReturnRequestInput!) {
  returnRequest(input: $input) {
    return { id status }
    userErrors { code message }
  }
}`;

export const CREATE_RETURN = `
mutation CreateReturn($input: ReturnInput!) {
  returnCreate(returnInput: $input) {
    return { id status }
    userErrors { code message }
  }
}`;

export const UPDATE_ORDER = `
mutation UpdateOrder($input: OrderInput!) {
  orderUpdate(input: $input) {
    order { id }
    userErrors { message }
  }
}`;

export const CREATE_ADDRESS = `
mutation CreateAddress($customerId: ID!, $address: MailingAddressInput!) {
  customerAddressCreate(customerId: $customerId, address: $address, setAsDefault: true) {
    address { id }
    userErrors { message }
  }
}`;

export const UPDATE_ADDRESS = `
mutation UpdateAddress($customerId: ID!, $addressId: ID!, $address: MailingAddressInput!) {
  customerAddressUpdate(customerId: $customerId, addressId: $addressId, address: $address, setAsDefault: true) {
    address { id }
    userErrors { message }
  }
}`;

const CALCULATED = `{
  id
  totalOutstandingSet ${MONEY}
  lineItems(first: 100) { nodes { id quantity } }
}`;

export const BEGIN_EDIT = `
mutation BeginEdit($id: ID!) {
  orderEditBegin(id: $id) {
    calculatedOrder ${CALCULATED}
    userErrors { message }
  }
}`;

export const SET_EDIT_QUANTITY = `
mutation SetEditQuantity($id: ID!, $lineItemId: ID!, $quantity: Int!) {
  orderEditSetQuantity(id: $id, lineItemId: $lineItemId, quantity: $quantity, restock: true) {
    calculatedOrder ${CALCULATED}
    userErrors { message }
  }
}`;

export const ADD_EDIT_VARIANT = `
mutation AddEditVariant($id: ID!, $variantId: ID!, $quantity: Int!) {
  orderEditAddVariant(id: $id, variantId: $variantId, quantity: $quantity, allowDuplicates: true) {
    calculatedOrder ${CALCULATED}
    userErrors { message }
  }
}`;

export const COMMIT_EDIT = `
mutation CommitEdit($id: ID!, $staffNote: String) {
  orderEditCommit(id: $id, notifyCustomer: false, staffNote: $staffNote) {
    order { id }
    userErrors { message }
  }
}`;
