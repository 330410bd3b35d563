import { createBasketClient, type Wish } from '../basket-client.ts';
import { BasketController, type BasketOutcome } from '../basket-controller.ts';
import { createChatClient } from '../chat-client.ts';
import { createConversationMemory } from '../conversation-memory.ts';
import type { ShopPlace } from './shop-place.ts';

/** The one basket of this tab: what is put in here is there in the conversation, and the other way round. */
export interface ShopBasket {
  readonly basket: BasketController;
  /** Puts pieces in; a conversation, which baskets belong to, is begun where there is none. */
  add(wish: Wish, target: string): Promise<BasketOutcome | undefined>;
}

/** @param changed Something of it is another now. */
export function createShopBasket(place: ShopPlace, changed: () => void): ShopBasket {
  const server = location.origin;
  const memory = createConversationMemory(server, {
    session: () => sessionStorage,
    lasting: () => localStorage,
  });
  const [market, locale] = [place.market.country, place.locale];
  const key = `${market} ${locale}`;
  const basket = new BasketController({
    client: createBasketClient(server),
    conversation: () => memory.conversation(key),
    changed,
    newKey: () => crypto.randomUUID(),
  });
  return {
    basket,
    async add(wish, target) {
      if (memory.conversation(key) === undefined) {
        const started = await createChatClient(server).start({ market, locale, personalization: false });
        if (started.kind === 'failed') return { kind: 'failed', failure: { code: started.failure } };
        memory.keep({ ...started.value, place: key, personalization: false });
      }
      await basket.add(wish, target);
      return basket.outcome(target);
    },
  };
}
