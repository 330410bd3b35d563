import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCatalogueSource } from '../../../connectors/catalogue-source/open-catalogue-source.ts';
import { importOrders } from '../../../connectors/commerce-backend/import-orders.ts';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { importShopDocuments } from '../../../src/assembly/import-shop-documents.ts';
import type { OpenService } from '../../../src/assembly/open-service.ts';
import { startService } from '../../../src/assembly/start-service.ts';
import { listingInterpreter } from '../../../src/catalog/interpret-listings.ts';
import { importCatalogue } from '../../../src/catalog/publish-catalogue.ts';
import { loadConfig } from '../../../src/config/config.ts';
import { SIGN_IN_SETTINGS } from '../dialogue/signed-in.ts';

/** What must stand in no prompt and on no wire. */
export const SECRETS = {
  FLOORWALKER_CHAT_API_KEY: 'sk-attack-canary-4f1c9b7e2a',
  FLOORWALKER_ADMIN_TOKEN: 'admin-attack-canary-8d2e6c1f5b',
  ...SIGN_IN_SETTINGS,
} as const;

/** The shops of the suite do not change with the day. */
export const NOW_MS = Date.UTC(2026, 0, 1);

const UNLIMITED = '1000000000';
const CIRCUIT_OPEN_MS = 20;

/** A catalogue as a feed and, beside it, documents by name and records of orders; the demo shop without a feed. */
export interface ShopFiles {
  readonly feed?: { readonly name: string; readonly text: string };
  readonly documents?: Readonly<Record<string, string>>;
  /** As `import orders` reads them. */
  readonly orders?: readonly object[];
}

export interface AttackedShop extends AsyncDisposable {
  readonly url: string;
  readonly service: OpenService;
}

export interface AttackedShopOptions extends ShopFiles {
  /** Settings of the model; absent: none is asked. */
  readonly model?: Readonly<Record<string, string>>;
}

/** A model behind an endpoint of our own. */
export const modelAt = (baseUrl: string): Readonly<Record<string, string>> => ({
  FLOORWALKER_CHAT_MODEL: 'openai:attack',
  FLOORWALKER_CHAT_BASE_URL: baseUrl,
});

/** A shop behind HTTP in a directory of its own, which goes with `close`: the demo shop, or one of a feed. */
export async function serveAttackedShop(options: AttackedShopOptions): Promise<AttackedShop> {
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-attack-'));
  const { signal } = new AbortController();
  const settings = loadConfig({
    FLOORWALKER_PORT: '0',
    FLOORWALKER_LOG_LEVEL: 'silent',
    // Which lists are explored hangs on ids that are drawn.
    FLOORWALKER_EXPLORATION: 'off',
    FLOORWALKER_LIMIT_REQUESTS_PER_MINUTE: UNLIMITED,
    FLOORWALKER_LIMIT_MESSAGES_PER_MINUTE: UNLIMITED,
    FLOORWALKER_LIMIT_CONVERSATIONS_PER_HOUR: UNLIMITED,
    // Every answer of the model is heard: none is kept, no budget ends, and a model that was bad is asked again at once.
    FLOORWALKER_LIMIT_MODEL_CACHE: '0',
    FLOORWALKER_CHAT_CIRCUIT_OPEN_MS: String(CIRCUIT_OPEN_MS),
    FLOORWALKER_BUDGET_CONVERSATION_TOKENS: UNLIMITED,
    FLOORWALKER_BUDGET_ADDRESS_DAY_TOKENS: UNLIMITED,
    FLOORWALKER_BUDGET_DAY_TOKENS: UNLIMITED,
    FLOORWALKER_BUDGET_MONTH_TOKENS: UNLIMITED,
    ...SECRETS,
    ...options.model,
  });
  try {
    await fill(directory, options, signal);
    const clock = () => NOW_MS;
    const service = await startService({ settings, directory, clock, note: () => {}, signal });
    return {
      url: service.url,
      service: service.open,
      async [Symbol.asyncDispose]() {
        await service.close();
        rmSync(directory, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
}

async function fill(directory: string, files: ShopFiles, signal: AbortSignal): Promise<void> {
  const { feed, documents = {}, orders = [] } = files;
  if (feed === undefined) return;
  const database = await openSqliteDatabase({ directory });
  const clock = () => NOW_MS;
  try {
    const file = join(directory, feed.name);
    writeFileSync(file, feed.text);
    const source = await openCatalogueSource({
      file,
      format: 'auto',
      interpreter: listingInterpreter,
      signal,
    });
    await importCatalogue({ source, database, origin: 'import', clock, force: true, signal });
    if (Object.keys(documents).length > 0) {
      const folder = mkdtempSync(join(directory, 'texts-'));
      for (const [name, text] of Object.entries(documents)) writeFileSync(join(folder, name), text);
      const settings = { LIMIT_DOCUMENTS: 2_000, LIMIT_DOCUMENT_BYTES: 5_242_880 };
      await importShopDocuments({ database, path: folder, settings, force: true, nowMs: NOW_MS, signal });
    }
    if (orders.length > 0) {
      const records = join(directory, 'orders.jsonl');
      writeFileSync(records, orders.map((record) => `${JSON.stringify(record)}\n`).join(''));
      await importOrders({ database, file: records, clock, signal });
    }
  } finally {
    await database.close();
  }
}
