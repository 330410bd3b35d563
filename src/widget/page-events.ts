import type { ChatClient } from './chat-client.ts';
import { safeAddress } from './safe-address.ts';
import type { FloorwalkerEventMap } from './widget.d.ts';

type Detail<Name extends keyof FloorwalkerEventMap> = FloorwalkerEventMap[Name]['detail'];

/** Tells the page of something. @returns Whether the page wants the browser to do nothing about it. */
export function tell<Name extends keyof FloorwalkerEventMap>(
  host: Pick<EventTarget, 'dispatchEvent'>,
  name: Name,
  detail: Detail<Name>,
): boolean {
  const isCancelable = name === 'floorwalker-product-clicked';
  return !host.dispatchEvent(
    new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: isCancelable }),
  );
}

/**
 * Tells the page what is said, answered and clicked.
 *
 * @param server Addresses of products are read from here.
 */
export function tellingPage(host: Element, client: ChatClient, server: string): ChatClient {
  const sent = new Set<string>();
  let isTaken = false;
  host.addEventListener('click', (event) => {
    if (isTaken) event.preventDefault();
    isTaken = false;
  });
  return {
    ...client,
    async say(conversation, options) {
      // A message that is tried again is the same message.
      if (!sent.has(options.clientMessageId)) tell(host, 'floorwalker-message-sent', { text: options.text });
      sent.add(options.clientMessageId);
      const answer = await client.say(conversation, options);
      if (answer.kind === 'fetched') {
        const { messageId, language, text, products } = answer.value;
        const productIds = products.map(({ productId }) => productId);
        tell(host, 'floorwalker-reply', { messageId, language, text, productIds });
      }
      return answer;
    },
    clicked(conversation, click) {
      const { product, position } = click;
      const { productId, variantId } = product;
      const url = safeAddress(product.url, server);
      isTaken = tell(host, 'floorwalker-product-clicked', {
        productId,
        ...(variantId !== undefined && { variantId }),
        ...(url !== undefined && { url }),
        position,
      });
      client.clicked(conversation, click);
    },
  };
}
