import { join } from 'node:path';
import { destination, pino } from 'pino';
import type { Settings } from '../config/config.ts';
import { drawProduct } from '../demo/draw-product.ts';
import { readPictureName } from '../demo/picture-address.ts';
import type { AuditHead } from '../desk/identity/audit-log.ts';
import { createServer } from '../server/create-server.ts';
import type { LoadedShop } from './load-shop.ts';
import { type OpenService, openService, type ServiceOptions } from './open-service.ts';
import { packageRoot, packageVersion } from './package-version.ts';
import { openWidgetShelf } from './widget-shelf.ts';

export interface Service {
  readonly url: string;
  /** What answers behind it. */
  readonly open: OpenService;
  /** What runs embedded and what outside, one line each. */
  readonly engines: readonly string[];
  close(): Promise<void>;
}

const GRACE_MS = 15_000;
/** Standard error: standard output belongs to what a command answers. */
const LOG_DESCRIPTOR = 2;

/**
 * The shop behind HTTP. Listens only when everything is ready.
 *
 * @param options.widgetDirectory Where the pages were built to; those of the package when absent.
 */
export async function startService(
  options: ServiceOptions & { readonly widgetDirectory?: string },
): Promise<Service> {
  const { settings, clock } = options;
  const service = await openService(options);
  const { shop, close } = service;
  try {
    const widgetDirectory = options.widgetDirectory ?? join(packageRoot(), 'dist', 'widget');
    const server = createServer({
      ...service,
      onlineState: service.behaviour.online.size,
      settings,
      logger: pino({ level: settings.LOG_LEVEL }, destination(LOG_DESCRIPTOR)),
      clock,
      widgetDirectory,
      earlierWidgets: await openWidgetShelf({ ...options, widgetDirectory }),
      version: packageVersion(),
      demo: {
        drawImage: async (name) => {
          const { productId, color } = readPictureName(name);
          const product = (await shop.current().store.products([productId])).get(productId);
          return product === undefined ? undefined : drawProduct(product, color);
        },
      },
    });
    const { url } = await server.listen();
    const setupToken = await service.desk.identity.offerSetup();
    const auditHead = await service.desk.audit.head();
    const stop = async () => {
      try {
        await server.close(GRACE_MS);
      } finally {
        await close();
      }
    };
    return {
      url,
      open: service,
      engines: [
        ...describeEngines(settings, shop),
        ...describeDesk(settings.PUBLIC_URL ?? url, setupToken, auditHead),
      ],
      close: stop,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function describeEngines(settings: Settings, loaded: LoadedShop): string[] {
  const shop = loaded.current();
  const underWay = loaded.underWay();
  const markets = shop.markets.map(({ country, currency }) => `${country} (${currency})`).join(', ');
  return [
    `catalogue      ${shop.index.size()} products, markets ${markets}`,
    'state          embedded SQLite',
    `product index  ${shop.indexEngine.name}`,
    `text vectors   ${[shop.embedder.name === settings.EMBEDDING_MODEL ? settings.EMBEDDING_MODEL : 'embedded, trained on the catalogue', ...(underWay === undefined ? [] : [underWay])].join('; ')}`,
    `words          ${settings.CHAT_MODEL.length === 0 ? 'embedded parser and templates (no model configured)' : settings.CHAT_MODEL.join(', ')}`,
    `taste          ${shop.recommender.isTrained ? `learned from behaviour, version ${Math.max(...Object.values(shop.recommender.versions))}` : 'not trained yet (run: floorwalker train)'}`,
  ];
}

/**
 * Who may sign in has to begin somewhere: whoever reads what the server prints is its owner. The newest entry of the log is printed so that
 * it is kept where the log is not.
 */
const describeDesk = (
  address: string,
  setupToken: string | undefined,
  audit: AuditHead | undefined,
): string[] => [
  ...(setupToken === undefined
    ? []
    : [
        `desk           nobody may sign in yet; token ${setupToken} makes the administrator: ${new URL('/desk/', address).href}#setup=${setupToken}`,
      ]),
  ...(audit === undefined ? [] : [`audit log      newest entry ${audit.number}:${audit.hash}`]),
];
