import { setTimeout as wait } from 'node:timers/promises';
import type { Buyer, OrderWrite, PostalAddress, WritePreview } from '../../../src/domain/commerce.ts';
import type { ShopRules } from '../../../src/domain/shop-rules.ts';
import { decideAccountAddress } from '../embedded/decide-address.ts';
import { decideOrderWrite } from '../embedded/decide-order-write.ts';
import { type Decision, refused, toPreview } from '../embedded/decision.ts';
import type { MutationOutcome } from './admin-mutation.ts';
import { carryOutAddress, carryOutOrder } from './carry-out.ts';
import type { GraphqlClient } from './graphql-client.ts';
import { toMailingAddress } from './postal-address.ts';
import type { OrderReader, ShopifyAccount } from './read-orders.ts';
import type { ShopifyVariant } from './read-variants.ts';
import { failed, toUnavailable } from './request-faults.ts';
import { samePriceOnly } from './same-price-only.ts';
import type { ShopifyOrder } from './to-order.ts';
import type { WriteLedger } from './write-ledger.ts';

export interface OrderWriteOptions {
  readonly admin: GraphqlClient;
  readonly reader: OrderReader;
  readonly rules: ShopRules;
  readonly variantsOf: (
    productId: string,
    market: string,
    signal: AbortSignal,
  ) => Promise<readonly ShopifyVariant[]>;
  /** The product that a variant is of, when it is known. */
  readonly productOf: (variantId: string) => Promise<string | undefined>;
  /** Between two looks at whether an order is cancelled. */
  readonly pollMs: number;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** What is known when a write is decided on. */
interface Case {
  readonly account: ShopifyAccount;
  readonly order?: ShopifyOrder;
}

/** Writes of one buyer must come one after another. The rules of the shop decide; Shopify does, and may refuse what they allow. */
export interface OrderWrites {
  preview(write: OrderWrite, buyer: Buyer, signal: AbortSignal): Promise<WritePreview>;
  write(
    write: OrderWrite,
    buyer: Buyer,
    options: {
      readonly key: string;
      readonly digest?: string;
      readonly ledger: WriteLedger;
      readonly signal: AbortSignal;
    },
  ): Promise<WritePreview>;
}

const LOOKS = 10;
/** On what the people of the shop see of a change. */
const STAFF_NOTE = 'Asked for in the chat (Floorwalker)';

export function createOrderWrites(options: OrderWriteOptions): OrderWrites {
  const { admin, reader, rules, productOf, pollMs, clock } = options;

  async function readCase(write: OrderWrite, { customerId }: Buyer, signal: AbortSignal) {
    if (customerId === undefined) return refused('not-signed-in');
    if (write.type === 'change-account-address') {
      const account = await reader.account(customerId, signal);
      return account === undefined ? refused('not-offered') : { account };
    }
    const order = await reader.order(customerId, write.orderNumber, signal);
    if (order === undefined) return refused('no-such-order');
    return { order, account: { account: { customerId, methods: order.methods } } };
  }

  async function decide(write: OrderWrite, { account, order }: Case, buyer: Buyer, signal: AbortSignal) {
    const seen: ShopifyVariant[] = [];
    const decided = async (): Promise<Decision> => {
      if ('address' in write && !isWritable(write.address))
        return { kind: 'incomplete', missing: { field: 'address' } };
      if (write.type === 'change-account-address') return decideAccountAddress(write, account.account, rules);
      if (order === undefined) return refused('no-such-order');
      const { country } = order.order.address;
      const market = /^[A-Z]{2}$/.test(country) ? country : buyer.market;
      const decision = await decideOrderWrite(write, {
        order: order.order,
        account: account.account,
        rules,
        nowMs: clock(),
        async variantsOf(productId) {
          const variants = await options.variantsOf(productId, market, signal);
          seen.push(...variants);
          return variants;
        },
        productOf,
      });
      return write.type === 'replace-lines' ? samePriceOnly(decision) : decision;
    };
    return { preview: toPreview(write, await decided()), seen };
  }

  /** Whether what a write is for is there already. */
  function isReached(write: OrderWrite, { order }: Case): boolean {
    const now = order?.order;
    switch (write.type) {
      case 'cancel-order':
        return now?.status === 'cancelled';
      case 'return-lines':
        return now?.status === 'return-requested';
      case 'exchange-lines':
        return now?.status === 'exchange-requested';
      case 'replace-lines':
        return (
          now?.replaced === true &&
          (write.replacements ?? []).every(({ variantId }) =>
            now.lines.some((line) => line.variantId === variantId),
          )
        );
      // An address is put in place as a whole: the same again changes nothing.
      case 'change-order-address':
      case 'change-account-address':
      case 'change-payment':
        return false;
    }
  }

  async function carryOut(
    write: OrderWrite,
    { account, order }: Case,
    seen: readonly ShopifyVariant[],
    signal: AbortSignal,
  ): Promise<MutationOutcome<object>> {
    if (write.type === 'change-account-address')
      return await carryOutAddress(write, account, { admin, signal });
    if (order === undefined) return { kind: 'refused' };
    const variantGid = (variantId: string) => {
      const gid = seen.find((variant) => variant.variantId === variantId)?.gid;
      if (gid === undefined) throw failed('sells no such variant');
      return gid;
    };
    return await carryOutOrder(write, order, { admin, variantGid, staffNote: STAFF_NOTE, signal });
  }

  /** @throws {AssistantError} COMMERCE_UNAVAILABLE when Shopify has not cancelled it by then: it may still. */
  async function awaitCancelled(orderNumber: string, customerId: string, signal: AbortSignal): Promise<void> {
    for (let look = 0; look < LOOKS; look += 1) {
      const now = await reader.order(customerId, orderNumber, signal);
      if (now?.order.status === 'cancelled') return;
      await wait(pollMs, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
    throw toUnavailable('has not confirmed the cancellation yet', { orderNumber });
  }

  return {
    async preview(write, buyer, signal) {
      const known = await readCase(write, buyer, signal);
      return 'kind' in known ? known : (await decide(write, known, buyer, signal)).preview;
    },
    async write(write, buyer, { key, digest, ledger, signal }) {
      const begun = await ledger.find(key);
      if (begun?.state === 'done') return begun.preview;
      const known = await readCase(write, buyer, signal);
      if ('kind' in known) return known;
      if (begun !== undefined && isReached(write, known)) {
        await ledger.keep(key, { ...begun, state: 'done' });
        return begun.preview;
      }
      const { preview, seen } = await decide(write, known, buyer, signal);
      if (preview.kind !== 'allowed' || (digest !== undefined && digest !== preview.digest)) return preview;
      await ledger.keep(key, { state: 'begun', preview });
      const outcome = await carryOut(write, known, seen, signal);
      if (outcome.kind === 'refused') {
        // After an attempt nobody knows the end of, a refusal may be the echo of its success.
        if (begun !== undefined) throw toUnavailable('refuses what may be under way');
        await ledger.drop(key);
        return refused('not-offered');
      }
      if (write.type === 'cancel-order')
        await awaitCancelled(write.orderNumber, buyer.customerId ?? '', signal);
      await ledger.keep(key, { state: 'done', preview });
      return preview;
    },
  };
}

/** An address that Shopify has no code for is asked for again; one that is not told is asked for anyway. */
const isWritable = (address: PostalAddress | undefined): boolean =>
  address === undefined || toMailingAddress(address) !== undefined;
