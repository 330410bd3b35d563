import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SignJWT } from 'jose';
import { pino } from 'pino';
import { keepRecords } from '../../../../connectors/commerce-backend/embedded/keep-records.ts';
import { openSqliteDatabase } from '../../../../connectors/database/sqlite.ts';
import { openService } from '../../../../src/assembly/open-service.ts';
import { importCatalogue } from '../../../../src/catalog/publish-catalogue.ts';
import { loadConfig } from '../../../../src/config/config.ts';
import type { Product } from '../../../../src/domain/product.ts';
import type { Turn } from '../../../../src/domain/turn.ts';
import { AssistantError } from '../../../../src/errors/assistant-error.ts';
import type { CatalogueSource } from '../../../../src/ports/catalogue-source.ts';
import type { CommerceBackend } from '../../../../src/ports/commerce-backend.ts';
import type { Database } from '../../../../src/ports/database.ts';
import { createServer } from '../../../../src/server/create-server.ts';
import { TAU_MARKET, type TauRetail } from '../tau-retail.ts';

const RULES = fileURLToPath(new URL('../rules.yaml', import.meta.url));
const SECRET = 'a-secret-of-the-shop-that-is-measured';
/** Deadlines play no part: orders of tau_retail bear no dates. */
const NOW_MS = Date.UTC(2026, 0, 1);
const HOUR_SECONDS = 3_600;

/** A shop of tau_retail behind HTTP, and what it has stored. */
export interface ServedOrders extends AsyncDisposable {
  readonly url: string;
  /** Where its orders are kept. */
  readonly backend: CommerceBackend;
  /** A conversation over HTTP with whom the shop has proved. @param customerId Absent: a visitor. */
  talk(customerId?: string): Promise<Talk>;
  /** As if nothing had been written. */
  reset(): Promise<void>;
}

export interface Talk {
  /** @throws {AssistantError} INTERNAL for every answer but 200. */
  say(text: string): Promise<Turn>;
  /** The same message under the same key, as a client does that was cut off. */
  sayAs(key: string, text: string): Promise<Turn>;
}

/** @param settings Further ones: a model. */
export async function serveOrders(
  shop: TauRetail,
  settings: Readonly<Record<string, string>> = {},
): Promise<ServedOrders> {
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-orders-chat-'));
  const { signal } = new AbortController();
  const clock = () => NOW_MS;
  await publish(directory, shop.products, signal);
  const loaded = loadConfig({ ...SETTINGS, ...settings });
  const service = await openService({ settings: loaded, directory, clock, note: () => {}, signal });
  const server = createServer({
    ...service,
    onlineState: service.behaviour.online.size,
    settings: loaded,
    logger: pino({ level: 'silent' }),
    clock,
    widgetDirectory: directory,
    version: '0.0.0',
  });
  const { url } = await server.listen();
  const reset = () => restore(service.database, shop);
  await reset();
  return {
    url,
    backend: service.commerce,
    reset,
    talk: async (customerId) => await startTalk(url, customerId),
    async [Symbol.asyncDispose]() {
      await server.close(0);
      await service.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

const SETTINGS = {
  FLOORWALKER_PORT: '0',
  FLOORWALKER_LOG_LEVEL: 'silent',
  FLOORWALKER_EXPLORATION: 'off',
  FLOORWALKER_CUSTOMER_TOKEN_SECRET: SECRET,
  FLOORWALKER_ORDER_RULES: RULES,
  FLOORWALKER_LIMIT_REQUESTS_PER_MINUTE: '1000000000',
  FLOORWALKER_LIMIT_CONVERSATIONS_PER_HOUR: '1000000000',
  FLOORWALKER_LIMIT_MESSAGES_PER_MINUTE: '1000000000',
};

async function publish(directory: string, products: readonly Product[], signal: AbortSignal): Promise<void> {
  const database = await openSqliteDatabase({ directory });
  try {
    const source = sourceOf(products);
    await importCatalogue({ source, database, origin: 'import', clock: () => NOW_MS, force: true, signal });
  } finally {
    await database.close();
  }
}

async function restore(database: Database, { accounts, orders }: TauRetail): Promise<void> {
  const records = [...accounts.map((account) => ({ account })), ...orders.map((order) => ({ order }))];
  await database.transaction(async (query) => {
    for (const table of ['customerAccounts', 'orders', 'promisedPieces', 'commerceWrites'] as const)
      await query.deleteFrom(table).execute();
    await keepRecords(query, records, NOW_MS);
  });
}

function sourceOf(products: readonly Product[]): CatalogueSource {
  return {
    format: 'tau-retail',
    async *read() {
      for (const [index, product] of products.entries())
        yield { kind: 'product', value: { product, line: index + 1 } };
    },
    progress: () => ({ readBytes: 0 }),
  };
}

async function startTalk(url: string, customerId: string | undefined): Promise<Talk> {
  const proof = customerId === undefined ? {} : { customerToken: await signToken(customerId) };
  const start = { locale: 'en-US', market: TAU_MARKET, ...proof };
  const { conversationId, token } = (await post(`${url}/v1/conversations`, start)) as {
    conversationId: string;
    token: string;
  };
  const messages = `${url}/v1/conversations/${conversationId}/messages`;
  const authorization = `Bearer ${token}`;
  return {
    say: async (text) => (await post(messages, { text }, { authorization })) as Turn,
    sayAs: async (key, text) =>
      (await post(messages, { text }, { authorization, 'idempotency-key': key })) as Turn,
  };
}

const signToken = async (customerId: string): Promise<string> =>
  await new SignJWT({ sub: customerId, aud: 'floorwalker' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(Math.floor(NOW_MS / 1_000) + HOUR_SECONDS)
    .sign(new TextEncoder().encode(SECRET));

async function post(
  url: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const answer = await response.text();
  if (!response.ok)
    throw new AssistantError('INTERNAL', `${url} answered ${response.status}: ${answer.slice(0, 300)}`);
  return JSON.parse(answer);
}
