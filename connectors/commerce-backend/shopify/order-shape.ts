import * as z from 'zod';
import { money } from './money-shape.ts';

const moneyBag = z.object({ presentmentMoney: money }).transform(({ presentmentMoney }) => presentmentMoney);
const text = z.string().nullish();
const moment = z.iso
  .datetime({ offset: true })
  .transform((written) => Date.parse(written))
  .nullish();

export const addressShape = z.object({
  id: z.string(),
  name: text,
  address1: text,
  address2: text,
  city: text,
  provinceCode: text,
  zip: text,
  countryCodeV2: text,
});

export const transactionShape = z.object({
  id: z.string(),
  kind: z.string(),
  status: z.string(),
  gateway: text,
  formattedGateway: text,
  amountSet: moneyBag,
  paymentDetails: z.object({ company: text, number: text }).nullish(),
});

export const orderShape = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: moment,
  cancelledAt: moment,
  edited: z.boolean(),
  displayFulfillmentStatus: z.string(),
  customer: z.object({ id: z.string() }).nullable(),
  cancellation: z.object({ staffNote: text }).nullish(),
  shippingAddress: addressShape.nullish(),
  lineItems: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        currentQuantity: z.number().int(),
        discountedUnitPriceAfterAllDiscountsSet: moneyBag,
        variant: z
          .object({
            id: z.string(),
            selectedOptions: z.array(z.object({ name: z.string(), value: z.string() })),
            product: z.object({ id: z.string(), handle: z.string() }),
          })
          .nullish(),
      }),
    ),
  }),
  fulfillments: z.array(
    z.object({
      displayStatus: text,
      deliveredAt: moment,
      trackingInfo: z.array(z.object({ number: text, company: text, url: text })),
      fulfillmentLineItems: z.object({
        nodes: z.array(
          z.object({
            id: z.string(),
            quantity: z.number().int().nullish(),
            lineItem: z.object({ id: z.string() }),
          }),
        ),
      }),
    }),
  ),
  transactions: z.array(transactionShape),
  returns: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        status: z.string(),
        returnLineItems: z.object({
          nodes: z.array(
            z.object({
              quantity: z.number().int(),
              fulfillmentLineItem: z.object({ lineItem: z.object({ id: z.string() }) }),
            }),
          ),
        }),
        exchangeLineItems: z.object({
          nodes: z.array(z.object({ quantity: z.number().int(), variantId: text })),
        }),
      }),
    ),
  }),
});

export type OrderAnswer = z.output<typeof orderShape>;
export type TransactionAnswer = z.output<typeof transactionShape>;
export type AddressAnswer = z.output<typeof addressShape>;
