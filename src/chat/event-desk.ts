import type { Consent } from '../domain/customer.ts';
import type { Interaction } from '../domain/interaction.ts';
import type { Database, Query } from '../ports/database.ts';
import { recordEvents } from '../recommendation/record-events.ts';
import type { BehaviourBook } from './behaviour-book.ts';
import type { EventCaller, EventReceipt } from './departments.ts';
import type { ExplorationDesk } from './explore-desk.ts';
import type { Shop } from './shop.ts';

export interface EventDeskOptions {
  readonly database: Database;
  readonly shop: () => Shop;
  readonly clock: () => number;
  readonly behaviour?: BehaviourBook | undefined;
  readonly exploration?: Pick<ExplorationDesk, 'happened'> | undefined;
  /** Products were opened in a conversation; written with the events. */
  readonly onOpened: (conversationId: string, productIds: readonly string[], query: Query) => Promise<void>;
  /** The holder of a conversation's token says what may be kept from now on. */
  readonly onConsent?: ((conversationId: string, consent: Consent) => Promise<void>) | undefined;
}

/** Takes what shoppers did into the log, the conversation they did it in, and what serving holds of them. */
export function createEventDesk(options: EventDeskOptions) {
  const { database, behaviour, clock } = options;
  /** Products that were asked for and are there; a catalogue stays as it is while its shop is open. */
  const known = new WeakMap<Shop['store'], Set<string>>();

  async function isKnown(store: Shop['store'], productId: string): Promise<boolean> {
    const ids = known.get(store) ?? new Set<string>();
    known.set(store, ids);
    if (!ids.has(productId) && (await store.products([productId])).has(productId)) ids.add(productId);
    return ids.has(productId);
  }

  return async (batch: readonly unknown[], caller: EventCaller): Promise<EventReceipt> => {
    const { conversation } = caller;
    const { store, productAt, markets } = options.shop();
    const receipt = await recordEvents({
      database: behaviour?.commits ?? database,
      batch,
      caller,
      isKnownProduct: (productId) => isKnown(store, productId),
      productAt,
      markets: new Set(markets.map(({ country }) => country)),
      clock,
      ...(behaviour === undefined ? {} : { isTooFast: behaviour.pace.isTooFast }),
      ...(conversation === undefined
        ? {}
        : {
            alsoWrite: async (query, stored) => {
              const opened = openedIn(stored);
              if (opened.length > 0) await options.onOpened(conversation.conversationId, opened, query);
            },
          }),
    });
    behaviour?.online.observe(receipt.interactions);
    await options.exploration?.happened({
      interactions: receipt.interactions,
      conversationId: conversation?.conversationId,
    });
    const changed = [...receipt.unnamed, ...receipt.aliases.flatMap(({ from, to }) => [from, to])];
    for (const shopperId of changed) behaviour?.online.forget(shopperId);
    const { personalization } = receipt;
    if (conversation !== undefined && personalization !== undefined)
      await options.onConsent?.(conversation.conversationId, { personalization });
    return {
      accepted: receipt.accepted,
      rejected: receipt.rejected,
      ...(receipt.adjusted.length === 0 ? {} : { adjusted: receipt.adjusted }),
    };
  };
}

const openedIn = (stored: readonly Interaction[]): string[] =>
  stored.filter(({ type }) => type === 'click' || type === 'view').map(({ productId }) => productId);
