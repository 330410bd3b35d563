import type { OrderWrite, PostalAddress } from '../../../../src/domain/commerce.ts';

/** How a shopper begins to ask for a write: with the number of the order, and with nothing that is asked for anyway. */
export function sayWish(write: OrderWrite): string {
  switch (write.type) {
    case 'cancel-order':
      return `Please cancel my order ${write.orderNumber}.`;
    case 'return-lines':
      return `I would like to return some items of my order ${write.orderNumber}.`;
    case 'exchange-lines':
    case 'replace-lines':
      return `I would like to exchange something of my order ${write.orderNumber}.`;
    case 'change-order-address':
      return `Please change the delivery address of my order ${write.orderNumber}.`;
    case 'change-payment':
      return `Please change the payment method of my order ${write.orderNumber}.`;
    case 'change-account-address':
      return 'Please change the address of my account.';
  }
}

export const sayAddress = ({ line1, line2 = '', city, region = '', postalCode, country }: PostalAddress) =>
  [line1, line2, city, `${region} ${postalCode}`.trim(), country].filter((part) => part !== '').join(', ');
