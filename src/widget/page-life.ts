import { AGREED } from './agreed.ts';
import { type Preload, preloadWith } from './import-intact.ts';
import { keptConversation } from './kept-conversation.ts';
import type { PageTelling } from './tell-of-pages.ts';
import { STORAGES } from './tolerant-storage.ts';

/** Checks the later parts that are imported here. */
export { importIntact } from './import-intact.ts';

interface Element extends HTMLElement {
  readonly product: string | undefined;
}

/** The event by which a page tells what its shopper does: `detail` holds `event` and `properties`, as Segment names them. */
const TOLD = 'floorwalker-track';
/** The page has other things to do first. */
const QUIET_MS = 1_000;
/** An element that is moved on the page stays awake. */
const awake = new WeakSet<Element>();

/**
 * With consent, and only then, tells what the shopper looks at, once the browser has nothing else to do. What tells comes when it is wanted.
 *
 * @param server Origin of the assistant.
 */
export async function wake(element: Element, server: string, preload: Preload): Promise<void> {
  if (awake.has(element)) return;
  awake.add(element);
  preloadWith(preload);
  const kept = keptConversation(server, STORAGES);
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  await idle();
  tellWhenAgreed(element, { server, agreed: kept.agreed });
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
