/**
 * The part of the Admin API 2026-07 that the connector may ask for: "field(arguments): Type" of each type. What is not here is refused.
 *
 * @see https://shopify.dev/docs/api/admin-graphql
 */
export const ADMIN_SCHEMA = {
  Query: 'customer(id): Customer | currentAppInstallation: AppInstallation | shop: Shop',
  Mutation:
    'orderCancel(orderId, reason, restock, notifyCustomer, staffNote, refundMethod): OrderCancelPayload | returnRequest(input): ReturnPayload | returnCreate(returnInput): ReturnPayload | orderUpdate(input): OrderPayload | customerAddressCreate(customerId, address, setAsDefault): AddressPayload | customerAddressUpdate(customerId, addressId, address, setAsDefault): AddressPayload | orderEditBegin(id): EditPayload | orderEditSetQuantity(id, lineItemId, quantity, restock): EditPayload | orderEditAddVariant(id, variantId, quantity, allowDuplicates): EditPayload | orderEditCommit(id, notifyCustomer, staffNote): OrderPayload',
  Shop: 'name',
  AppInstallation: 'accessScopes: AccessScope',
  AccessScope: 'handle | description',
  OrderCancelPayload: 'job: Job | orderCancelUserErrors: UserError',
  Job: 'id | done',
  UserError: 'code | field | message',
  ReturnPayload: 'return: Return | userErrors: UserError',
  OrderPayload: 'order: Order | userErrors: UserError',
  AddressPayload: 'address: MailingAddress | userErrors: UserError',
  EditPayload: 'calculatedOrder: CalculatedOrder | userErrors: UserError',
  CalculatedOrder: 'id | totalOutstandingSet: MoneyBag | lineItems(first): CalculatedLineItemConnection',
  CalculatedLineItemConnection: 'nodes: CalculatedLineItem',
  CalculatedLineItem: 'id | quantity',
  MoneyBag: 'presentmentMoney: MoneyV2 | shopMoney: MoneyV2',
  MoneyV2: 'amount | currencyCode',
  Customer:
    'id | displayName | defaultEmailAddress: EmailAddress | defaultAddress: MailingAddress | orders(first, after, reverse, sortKey, query): OrderConnection',
  EmailAddress: 'emailAddress',
  MailingAddress:
    'id | name | firstName | lastName | address1 | address2 | city | provinceCode | zip | countryCodeV2 | phone',
  OrderConnection: 'nodes: Order | pageInfo: PageInfo',
  PageInfo: 'hasNextPage | endCursor',
  Order:
    'id | name | createdAt | cancelledAt | edited | displayFulfillmentStatus | returnStatus | customer: Customer | cancellation: OrderCancellation | shippingAddress: MailingAddress | lineItems(first, after): LineItemConnection | fulfillments(first): Fulfillment | transactions(first): OrderTransaction | returns(first): ReturnConnection',
  OrderCancellation: 'staffNote',
  LineItemConnection: 'nodes: LineItem',
  LineItem:
    'id | title | quantity | currentQuantity | discountedUnitPriceAfterAllDiscountsSet: MoneyBag | variant: ProductVariant',
  ProductVariant: 'id | title | selectedOptions: SelectedOption | product: Product',
  SelectedOption: 'name | value',
  Product: 'id | handle | title',
  Fulfillment:
    'displayStatus | deliveredAt | trackingInfo(first): FulfillmentTrackingInfo | fulfillmentLineItems(first): FulfillmentLineItemConnection',
  FulfillmentTrackingInfo: 'number | company | url',
  FulfillmentLineItemConnection: 'nodes: FulfillmentLineItem',
  FulfillmentLineItem: 'id | quantity | lineItem: LineItem',
  OrderTransaction:
    'id | kind | status | gateway | formattedGateway | amountSet: MoneyBag | paymentDetails: PaymentDetails',
  PaymentDetails: '',
  CardPaymentDetails: 'company | number | name',
  ReturnConnection: 'nodes: Return',
  Return:
    'id | status | returnLineItems(first): ReturnLineItemConnection | exchangeLineItems(first): ExchangeLineItemConnection',
  ReturnLineItemConnection: 'nodes: ReturnLineItemType',
  ReturnLineItemType: 'id | quantity',
  ReturnLineItem: 'id | quantity | fulfillmentLineItem: FulfillmentLineItem',
  ExchangeLineItemConnection: 'nodes: ExchangeLineItem',
  ExchangeLineItem: 'id | quantity | variantId',
} as const;
