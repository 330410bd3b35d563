import * as z from 'zod';
import type { OrderLine, OrderWrite } from '../../../src/domain/commerce.ts';
import { type MutationOutcome, mutate } from './admin-mutation.ts';
import { editOrder } from './edit-order.ts';
import type { GraphqlClient } from './graphql-client.ts';
import {
  CANCEL_ORDER,
  CREATE_ADDRESS,
  CREATE_RETURN,
  REQUEST_RETURN,
  UPDATE_ADDRESS,
  UPDATE_ORDER,
} from './order-documents.ts';
import { toMailingAddress } from './postal-address.ts';
import type { ShopifyAccount } from './read-orders.ts';
import { failed } from './request-faults.ts';
import { gidOf } from './shop-ids.ts';
import type { ShopifyOrder } from './to-order.ts';

/** What a write is done with, after it was decided on. */
export interface CarryOut {
  readonly admin: GraphqlClient;
  /** Of a variant of the catalogue that was offered. */
  readonly variantGid: (variantId: string) => string;
  /** For the people of the shop. */
  readonly staffNote: string;
  readonly signal: AbortSignal;
}

type OwnOrderWrite = Exclude<OrderWrite, { readonly type: 'change-account-address' }>;

const REFUSED: MutationOutcome<object> = { kind: 'refused' };
/** Without a word of the shop's about it. */
const NO_REASON = 'UNKNOWN';
const job = z.object({ job: z.object({ id: z.string() }).nullable() });
const madeReturn = z.object({ return: z.object({ id: z.string() }) });
const changedOrder = z.object({ order: z.object({ id: z.string() }) });
const changedAddress = z.object({ address: z.object({ id: z.string() }) });

/** Sends what a write of an order comes to. A cancellation is only begun with it: Shopify goes on by itself. */
export async function carryOutOrder(
  write: OwnOrderWrite,
  shopify: ShopifyOrder,
  context: CarryOut,
): Promise<MutationOutcome<object>> {
  const { admin, staffNote, signal } = context;
  const { gid: orderId, order } = shopify;
  switch (write.type) {
    case 'cancel-order':
      return await mutate(admin, {
        field: 'orderCancel',
        document: CANCEL_ORDER,
        variables: { orderId, staffNote: write.reason ?? staffNote },
        shape: job,
        signal,
      });
    case 'return-lines':
    case 'exchange-lines':
      return await sendBack(write, shopify, context);
    case 'replace-lines':
      return await editOrder(shopify, write.replacements ?? [], context);
    case 'change-order-address': {
      const shippingAddress = write.address === undefined ? undefined : toMailingAddress(write.address);
      if (shippingAddress === undefined) return REFUSED;
      return await mutate(admin, {
        field: 'orderUpdate',
        document: UPDATE_ORDER,
        variables: { input: { id: orderId, shippingAddress } },
        shape: changedOrder,
        signal,
      });
    }
    case 'change-payment':
      throw failed(`lets nobody change how order ${order.orderNumber} is paid`);
  }
}

/** A return is asked for, and the people of the shop agree to it; an exchange is a return with what goes out instead. */
async function sendBack(
  write: Extract<OrderWrite, { readonly type: 'return-lines' | 'exchange-lines' }>,
  shopify: ShopifyOrder,
  { admin, variantGid, signal }: CarryOut,
): Promise<MutationOutcome<object>> {
  const { gid: orderId, order } = shopify;
  const told =
    write.type === 'return-lines' ? write.lineIds : write.replacements?.map(({ lineId }) => lineId);
  const lines = order.lines.filter(({ lineId }) =>
    told === undefined || told.length === 0 ? order.lines.length === 1 : told.includes(lineId),
  );
  const returnLineItems = lines.flatMap((line) => sentPieces(line, shopify));
  if (returnLineItems.length === 0) return REFUSED;
  const input = { orderId, returnLineItems };
  if (write.type === 'return-lines')
    return await mutate(admin, {
      field: 'returnRequest',
      document: REQUEST_RETURN,
      variables: { input },
      shape: madeReturn,
      signal,
    });
  const exchangeLineItems = (write.replacements ?? []).map(({ lineId, variantId }) => ({
    variantId: variantGid(variantId),
    quantity: lines.find((line) => line.lineId === lineId)?.quantity ?? 1,
  }));
  return await mutate(admin, {
    field: 'returnCreate',
    document: CREATE_RETURN,
    variables: { input: { ...input, exchangeLineItems } },
    shape: madeReturn,
    signal,
  });
}

/** The pieces of a line, by the parcels they came in. */
function sentPieces({ lineId, quantity }: OrderLine, { sent }: ShopifyOrder) {
  let left = quantity;
  return sent
    .filter((parcel) => parcel.lineId === lineId)
    .flatMap((parcel) => {
      const pieces = Math.min(left, parcel.quantity);
      left -= pieces;
      return pieces === 0
        ? []
        : [{ fulfillmentLineItemId: parcel.gid, quantity: pieces, returnReason: NO_REASON }];
    });
}

/** The usual address of a customer: the one there is becomes another, or the first is made. */
export async function carryOutAddress(
  { address: told }: Extract<OrderWrite, { readonly type: 'change-account-address' }>,
  { account, addressGid: addressId }: ShopifyAccount,
  { admin, signal }: Pick<CarryOut, 'admin' | 'signal'>,
): Promise<MutationOutcome<object>> {
  const address = told === undefined ? undefined : toMailingAddress(told);
  const customerId = gidOf('Customer', account.customerId);
  if (address === undefined || customerId === undefined) return REFUSED;
  const common = { customerId, address };
  return addressId === undefined
    ? await mutate(admin, {
        field: 'customerAddressCreate',
        document: CREATE_ADDRESS,
        variables: common,
        shape: changedAddress,
        signal,
      })
    : await mutate(admin, {
        field: 'customerAddressUpdate',
        document: UPDATE_ADDRESS,
        variables: { ...common, addressId },
        shape: changedAddress,
        signal,
      });
}
