import type { Order, PostalAddress } from '../../../src/domain/commerce.ts';
import type { CommerceShop } from '../commerce-shop.ts';
import { decimal, type FakeVariant } from './fake-shop.ts';

export interface FakeAddress {
  readonly id: string;
  readonly name: string | null;
  readonly address1: string;
  readonly address2: string | null;
  readonly city: string;
  readonly provinceCode: string | null;
  readonly zip: string;
  readonly countryCodeV2: string;
}

export interface FakeCustomer {
  readonly id: string;
  readonly displayName: string;
  readonly defaultEmailAddress: { readonly emailAddress: string } | null;
  defaultAddress: FakeAddress | null;
}

export interface FakeLineItem {
  readonly id: string;
  readonly variant: FakeVariant;
  readonly title: string;
  currentQuantity: number;
  readonly discountedUnitPriceAfterAllDiscountsSet: FakeMoneyBag;
}

export interface FakeMoneyBag {
  readonly presentmentMoney: { readonly amount: string; readonly currencyCode: string };
}

export interface FakeReturn {
  readonly id: string;
  status: string;
  readonly returnLineItems: readonly { readonly quantity: number; readonly fulfillmentLineItemId: string }[];
  readonly exchangeLineItems: readonly { readonly quantity: number; readonly variantId: string }[];
}

export interface FakeOrder {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  cancelledAt: string | null;
  edited: boolean;
  readonly displayFulfillmentStatus: string;
  readonly customer: FakeCustomer;
  cancellation: { readonly staffNote: string | null } | null;
  shippingAddress: FakeAddress;
  lineItems: FakeLineItem[];
  readonly sent: readonly {
    readonly id: string;
    readonly quantity: number;
    readonly lineItem: FakeLineItem;
  }[];
  readonly deliveredAt: string | null;
  readonly trackingIds: readonly string[];
  transactions: FakeTransaction[];
  readonly returns: FakeReturn[];
}

export interface FakeTransaction {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly gateway: string;
  readonly formattedGateway: string;
  readonly amountSet: FakeMoneyBag;
  readonly paymentDetails: null | { readonly company: string; readonly number: string };
}

const FULFILLMENT: Readonly<Partial<Record<Order['status'], string>>> = {
  pending: 'UNFULFILLED',
  processed: 'IN_PROGRESS',
  shipped: 'FULFILLED',
  delivered: 'FULFILLED',
};

export const moneyBag = (amountMinor: number, currencyCode: string): FakeMoneyBag => ({
  presentmentMoney: { amount: decimal(amountMinor), currencyCode },
});

export const toFakeAddress = (
  { name, line1, line2, city, region, postalCode, country }: PostalAddress,
  id: string,
): FakeAddress => ({
  id,
  name: name ?? null,
  address1: line1,
  address2: line2 ?? null,
  city,
  provinceCode: region ?? null,
  zip: postalCode,
  countryCodeV2: country,
});

/** The first customer of a shop is number 101. */
export const customerNumber = ({ accounts }: CommerceShop, customerId: string): string =>
  String(101 + accounts.findIndex((account) => account.customerId === customerId));

export function fakeCustomers({ accounts }: CommerceShop): FakeCustomer[] {
  return accounts.map(({ name, email, address }, index) => ({
    id: `gid://shopify/Customer/${101 + index}`,
    displayName: name ?? '',
    defaultEmailAddress: email === undefined ? null : { emailAddress: email },
    defaultAddress:
      address === undefined
        ? null
        : toFakeAddress(address, `gid://shopify/MailingAddress/${101 + index}?model_name=CustomerAddress`),
  }));
}

/** The orders of a shop as Shopify would have them. */
export function fakeOrders(
  shop: CommerceShop,
  customers: readonly FakeCustomer[],
  variants: readonly FakeVariant[],
): FakeOrder[] {
  return shop.orders.flatMap((order, place): FakeOrder[] => {
    const gid = `gid://shopify/Customer/${customerNumber(shop, order.customerId)}`;
    const customer = customers.find(({ id }) => id === gid);
    if (customer === undefined) return [];
    const lineItems = order.lines.flatMap((line): FakeLineItem[] => {
      const [handle, ...values] = line.variantId.split('-');
      const variant = variants.find(
        ({ product, selectedOptions }) =>
          product.handle === handle &&
          selectedOptions.map(({ value }) => value).join('-') === values.join('-'),
      );
      if (variant === undefined) return [];
      return [
        {
          id: `gid://shopify/LineItem/${line.lineId}`,
          variant,
          title: line.title,
          currentQuantity: line.quantity,
          discountedUnitPriceAfterAllDiscountsSet: moneyBag(
            line.unitPrice.amountMinor,
            line.unitPrice.currency,
          ),
        },
      ];
    });
    const isSent = order.status === 'shipped' || order.status === 'delivered';
    return [
      {
        id: `gid://shopify/Order/${place + 1}`,
        name: `#${order.orderNumber}`,
        createdAt: new Date(order.placedAtMs ?? 0).toISOString(),
        cancelledAt: null,
        edited: false,
        displayFulfillmentStatus: FULFILLMENT[order.status] ?? 'UNFULFILLED',
        customer,
        cancellation: null,
        shippingAddress: toFakeAddress(order.address, `gid://shopify/MailingAddress/${place + 1}`),
        lineItems,
        sent: isSent
          ? lineItems.map((lineItem, index) => ({
              id: `gid://shopify/FulfillmentLineItem/${(place + 1) * 100 + index}`,
              quantity: lineItem.currentQuantity,
              lineItem,
            }))
          : [],
        deliveredAt: order.deliveredAtMs === undefined ? null : new Date(order.deliveredAtMs).toISOString(),
        trackingIds: order.shipments.flatMap(({ trackingIds }) => trackingIds),
        transactions: order.payments.map(({ kind, amount, methodId }, index) => ({
          id: `gid://shopify/OrderTransaction/${(place + 1) * 100 + index}`,
          kind: kind === 'payment' ? 'SALE' : 'REFUND',
          status: 'SUCCESS',
          gateway: methodId,
          formattedGateway: methodId,
          amountSet: moneyBag(amount.amountMinor, amount.currency),
          paymentDetails: null,
        })),
        returns: [],
      },
    ];
  });
}
