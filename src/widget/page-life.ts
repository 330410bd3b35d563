import { createConversationMemory } from './conversation-memory.ts';
import { type Inviting, invite } from './invitation.ts';
import { createInvitationMemory } from './invitation-memory.ts';
import { readPage } from './page-product.ts';
import { createPrivacyClient } from './privacy-client.ts';
import { createShopEvents, type ShopEvents } from './shop-events.ts';

interface Element extends Inviting {
  readonly server: string | undefined;
  readonly locale: string | undefined;
  readonly product: string | undefined;
}

/** The event by which a page tells what its shopper does: `detail` holds `event` and `properties`, as Segment names them. */
const TOLD = 'floorwalker-track';

/**
 * What the widget does on a page while nobody talks, once the browser has nothing else to do: invites by the rules of the shop, and with
 * consent, and only then, tells what the shopper looks at.
 */
export async function wake(element: Element): Promise<void> {
  await idle();
  try {
    await begin(element);
  } catch {
    // A page that forbids what is needed for it goes without.
  }
}

async function begin(element: Element): Promise<void> {
  const { origin } = new URL(import.meta.url);
  const { server: given } = element;
  const server =
    given !== undefined && URL.canParse(given, location.href) ? new URL(given, location.href).origin : origin;
  const memory = createConversationMemory(server, {
    session: () => sessionStorage,
    lasting: () => localStorage,
  });
  tellOfPages(
    element,
    createShopEvents({
      server,
      agreed: memory.agreed,
      newId: () => crypto.randomUUID(),
      clock: Date.now,
    }),
  );
  const settings = await createPrivacyClient(server).settings();
  if (settings.kind === 'failed' || settings.value.invitations.rules.length === 0) return;
  const { value } = settings;
  invite({
    element,
    settings: value,
    memory: createInvitationMemory(server, {
      session: () => sessionStorage,
      lasting: () => localStorage,
      hasAgreed: memory.hasAgreed,
    }),
    locale: () => element.locale || document.documentElement.lang || navigator.language,
    hasTalked: memory.hasTalked,
    clock: Date.now,
  });
}

/** Where a browser does not tell, it is taken for idle. */
const idle = (): Promise<unknown> =>
  new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve));

/** A page changed by script is another page; those of no product are told of by nobody. */
function tellOfPages(element: Element, events: ShopEvents): void {
  let told: string | undefined;
  const look = () => {
    const { codes = [] } = readPage(document);
    const product = element.product ?? codes[0];
    const view = product === undefined ? undefined : `${location.pathname} ${product}`;
    if (view === told) return;
    told = view;
    if (product !== undefined) events.track('Product Viewed', { product_id: product, sku: codes[0] });
  };
  document.addEventListener(TOLD, (event) => {
    const { event: name, properties } = Object(event instanceof CustomEvent ? event.detail : undefined) as {
      readonly event?: unknown;
      readonly properties?: unknown;
    };
    events.track(name, properties);
  });
  addEventListener('pagehide', () => void events.flush());
  new MutationObserver(look).observe(document.head, { childList: true, subtree: true });
  addEventListener('popstate', look);
  look();
}
