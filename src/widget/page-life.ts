import type { WidgetSettings } from '../domain/widget-settings.ts';
import { type ConversationMemory, createConversationMemory, type Storages } from './conversation-memory.ts';
import type { Inviting } from './invitation.ts';
import { request } from './request.ts';
import type { PageTelling } from './tell-of-pages.ts';

/** Checks the later parts that are imported here. */
export { importIntact } from './import-intact.ts';

interface Element extends Inviting {
  readonly server: string | undefined;
  readonly locale: string | undefined;
  readonly product: string | undefined;
  /** The shop's where the page names none. */
  preset: string | undefined;
}

/** The event by which a page tells what its shopper does: `detail` holds `event` and `properties`, as Segment names them. */
const TOLD = 'floorwalker-track';
const STORAGES: Storages = { session: () => sessionStorage, lasting: () => localStorage };

/**
 * What the widget does on a page while nobody talks, once the browser has nothing else to do: invites by the rules of the shop, and with
 * consent, and only then, tells what the shopper looks at. Each comes when it is wanted.
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
  const memory = createConversationMemory(server, STORAGES);
  tellWhenAgreed(element, server, memory);
  const settings = await request<WidgetSettings>(new URL('/v1/widget', server).href);
  if (settings.kind === 'failed') return;
  if (element.preset === undefined) element.preset = settings.value.preset;
  if (settings.value.invitations.rules.length === 0) return;
  const { invite } = await import('./invitation.ts');
  invite({
    element,
    settings: settings.value,
    server,
    storages: STORAGES,
    locale: () => element.locale || document.documentElement.lang || navigator.language,
    hasAgreed: memory.hasAgreed,
    hasTalked: memory.hasTalked,
    clock: Date.now,
  });
}

/** Where a browser does not tell, it is taken for idle. */
const idle = (): Promise<unknown> =>
  new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve));

/** A page changed by script is another page; what was looked at before the shopper agreed is not told. */
function tellWhenAgreed(element: Element, server: string, { agreed }: ConversationMemory): void {
  let loading: Promise<PageTelling> | undefined;
  /** Nothing is told of this view: it was before the shopper agreed, or what would tell cannot be had. */
  let untold: string | undefined;
  const viewed = () => `${location.pathname}${location.search} ${element.product ?? ''}`;
  const withTelling = async (act: (telling: PageTelling) => void) => {
    if (agreed() === undefined) return;
    loading ??= import('./tell-of-pages.ts').then(({ tellOfPages }) =>
      tellOfPages(() => element.product, { server, agreed }),
    );
    try {
      act(await loading);
    } catch {
      loading = undefined;
      untold = viewed();
    }
  };
  const look = () => {
    if (agreed() === undefined) untold = viewed();
    if (viewed() !== untold) void withTelling((telling) => telling.look());
  };
  document.addEventListener(TOLD, (event) => {
    const { event: name, properties } = Object(event instanceof CustomEvent ? event.detail : undefined) as {
      readonly event?: unknown;
      readonly properties?: unknown;
    };
    void withTelling((telling) => telling.track(name, properties));
  });
  new MutationObserver(look).observe(document.head, { childList: true, subtree: true });
  addEventListener('popstate', look);
  look();
}
