import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import type { CommerceShop } from '../commerce-shop.ts';
import { createAdmin } from './admin.ts';
import { ADMIN_SCHEMA } from './admin-schema.ts';
import { execute, SchemaFault } from './execute.ts';
import { type FakeVariant, fakeVariants } from './fake-shop.ts';
import { type GraphqlOperation, type GraphqlValue, parseGraphql } from './parse-graphql.ts';
import { createStorefront, type FakeCart } from './storefront.ts';
import { STOREFRONT_SCHEMA } from './storefront-schema.ts';

/** How a request is answered. */
export type FakeShopifyMode =
  | { readonly kind: 'good' }
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** GraphQL errors with status 200. */
  | { readonly kind: 'errors'; readonly code: string; readonly cost?: object }
  /** A page with status 200. */
  | { readonly kind: 'html' }
  | { readonly kind: 'silent' }
  /** More bytes than anybody reads. */
  | { readonly kind: 'endless' }
  /** The connection ends: before anything is done, or when all is done and before it is told. */
  | { readonly kind: 'cut'; readonly when: 'before' | 'after' };

export interface FakeShopify {
  readonly url: string;
  /** Names of operations, in the order they came. */
  readonly operations: string[];
  readonly variants: readonly FakeVariant[];
  readonly carts: ReadonlyMap<string, FakeCart>;
  /** Orders, and what the app may do with them. */
  readonly admin: Pick<ReturnType<typeof createAdmin>, 'orders' | 'scopes' | 'delayCancellations'>;
  /** How an operation is answered; "good" to begin with. */
  modeOf: (operation: GraphqlOperation) => FakeShopifyMode;
}

export const FAKE_STOREFRONT_TOKEN = 'storefront-token';
export const FAKE_ADMIN_TOKEN = 'admin-token';
export const FAKE_VERSION = '2026-07';

const GOOD: FakeShopifyMode = { kind: 'good' };

/** Shopify's two GraphQL APIs over a real socket, with a shop in it; closed when the test ends. */
export async function startFakeShopify(shop: CommerceShop): Promise<FakeShopify> {
  const operations: string[] = [];
  const variants = fakeVariants(shop);
  const storefront = createStorefront(variants);
  const admin = createAdmin(shop, variants);
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const fake: FakeShopify = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    operations,
    variants,
    carts: storefront.carts,
    admin,
    modeOf: () => GOOD,
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const reply = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
      void response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(body));
    const api = apiOf(request);
    if (typeof api === 'number') return reply(api, { errors: 'Not found or not allowed' });
    const { query, variables } = (await json(request)) as {
      query: string;
      variables: Record<string, GraphqlValue>;
    };
    const operation = parseGraphql(query, variables);
    operations.push(operation.name);
    const mode = fake.modeOf(operation);
    switch (mode.kind) {
      case 'status':
        return reply(mode.status, { errors: 'as the test wants' }, mode.headers);
      case 'errors':
        return reply(200, {
          errors: [{ message: 'as the test wants', extensions: { code: mode.code } }],
          extensions: { cost: mode.cost },
        });
      case 'html':
        return void response
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<!doctype html><p>Password');
      case 'silent':
        return;
      case 'endless':
        response.writeHead(200);
        return void (function more() {
          while (response.write(' '.repeat(65_536)));
          if (!response.destroyed) response.once('drain', more);
        })();
      case 'cut':
        if (mode.when === 'after') run(api, operation);
        return void response.destroy();
      case 'good':
        return reply(200, run(api, operation));
    }
  }

  function run(api: Api, operation: GraphqlOperation): unknown {
    try {
      const { schema, resolvers } = apis[api];
      return { data: execute(operation, schema, resolvers(operation)) };
    } catch (error) {
      if (!(error instanceof SchemaFault)) throw error;
      return { errors: [{ message: error.message, extensions: { code: 'undefinedField' } }] };
    }
  }

  const apis = {
    storefront: { schema: STOREFRONT_SCHEMA, resolvers: storefront.resolvers },
    admin: { schema: ADMIN_SCHEMA, resolvers: admin.resolvers },
  };
  return fake;
}

type Api = 'storefront' | 'admin';

/** Or the status that refuses it. */
function apiOf({ method, url, headers }: IncomingMessage): Api | number {
  if (method !== 'POST') return 404;
  if (url === `/api/${FAKE_VERSION}/graphql.json`)
    return headers['x-shopify-storefront-access-token'] === FAKE_STOREFRONT_TOKEN ? 'storefront' : 401;
  if (url === `/admin/api/${FAKE_VERSION}/graphql.json`)
    return headers['x-shopify-access-token'] === FAKE_ADMIN_TOKEN ? 'admin' : 401;
  return 404;
}
