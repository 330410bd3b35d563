import type { WidgetSettings } from '../domain/widget-settings.ts';
import { AGREED } from './agreed.ts';
import type { Inviting } from './invitation.ts';
import { keptConversation, type Storages } from './kept-conversation.ts';
import type { PageTelling } from './tell-of-pages.ts';

/** Checks the later parts that are imported here. */
export { importIntact } from './import-intact.ts';

interface Element extends Inviting {
  readonly server: string | undefined;
  readonly locale: string | undefined;
  readonly product: string | undefined;
}

/** The event by which a page tells what its shopper does: `detail` holds `event` and `properties`, as Segment names them. */
const TOLD = 'floorwalker-track';
/** The page has other things to do first. */
const QUIET_MS = 1_000;
/** An element that is moved on the page stays awake. */
const awake = new WeakSet<Element>();
const STORAGES: Storages = { session: () => sessionStorage, lasting: () => localStorage };

/**
 * What the widget does on a page while nobody talks, once the browser has nothing else to do: invites by the rules of the shop, and with
 * consent, and only then, tells what the shopper looks at. Each comes when it is wanted.
 */
export async function wake(element: Element, settings: WidgetSettings | undefined): Promise<void> {
  if (awake.has(element)) return;
  awake.add(element);
  const { origin } = new URL(import.meta.url);
  const { server: given } = element;
  const server =
    given !== undefined && URL.canParse(given, location.href) ? new URL(given, location.href).origin : origin;
  const kept = keptConversation(server, STORAGES);
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  await idle();
  tellWhenAgreed(element, { server, agreed: kept.agreed });
  if (settings === undefined || settings.invitations.rules.length === 0) return;
  const { invite } = await import('./invitation.ts');
  invite({
    element,
    settings,
    server,
    storages: STORAGES,
    locale: () => element.locale || document.documentElement.lang || navigator.language,
    hasAgreed: () => kept.agreed() !== undefined,
    hasTalked: () => kept.read() !== undefined,
    clock: Date.now,
  });
}

/** Where a browser does not tell, it is taken for idle. */
const idle = (): Promise<unknown> =>
  new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve));

/** Whoever agrees here or in another tab is told of from then on: what they looked at before is not told. */
function tellWhenAgreed(
  element: Element,
  options: Pick<Parameters<typeof import('./tell-of-pages.ts').tellOfPages>[1], 'server' | 'agreed'>,
): void {
  let telling: Promise<PageTelling> | undefined;
  const wasAgreed = options.agreed() !== undefined;
  const tell = (): Promise<PageTelling> | undefined => {
    if (options.agreed() === undefined) return undefined;
    telling ??= import('./tell-of-pages.ts')
      .then(({ tellOfPages }) => tellOfPages(() => element.product, { ...options, wasAgreed }))
      .catch((cause) => {
        telling = undefined;
        throw cause;
      });
    return telling;
  };
  // What cannot be fetched is not told.
  const begin = () => void tell()?.catch(() => {});
  addEventListener('storage', begin);
  document.addEventListener(AGREED, begin);
  document.addEventListener(TOLD, (event) => {
    const { event: name, properties } = Object(event instanceof CustomEvent ? event.detail : undefined) as {
      readonly event?: unknown;
      readonly properties?: unknown;
    };
    void tell()
      ?.then(({ track }) => track(name, properties))
      .catch(() => {});
  });
  begin();
}
