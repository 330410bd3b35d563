import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Schemas } from '@qdrant/js-client-rest';
import type * as z from 'zod';
import { Collection } from './collection.ts';
import { Refusal } from './refusal.ts';
import * as schemas from './schemas.ts';

/** How the double answers from now on. */
export type FakeQdrantMode =
  | { readonly kind: 'good' }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterSeconds?: number }
  | { readonly kind: 'silent' }
  /** The connection ends before an answer, or in the middle of one. */
  | { readonly kind: 'cut'; readonly when: 'before' | 'within' }
  /** JSON that is none. */
  | { readonly kind: 'garbled' }
  /** Products are written, so many of the first of a request; then it fails. */
  | { readonly kind: 'breaks-off'; readonly after: number };

export interface FakeQdrant {
  readonly url: string;
  /** "POST /collections/a/points/query/batch", in the order they came. */
  readonly requests: string[];
  /** The same with their bodies. */
  readonly exchanges: { readonly request: string; readonly body: unknown }[];
  mode: FakeQdrantMode;
  /** The status some requests are refused with, whatever the mode; none to begin with. */
  refuse: (request: string) => number | undefined;
  /** What a request waits for before it is looked at; nothing to begin with. */
  hold: (request: string) => Promise<void> | undefined;
  /** What becomes of a result on its way out; itself to begin with. */
  alter: (request: string, result: unknown) => unknown;
  readonly collections: Map<string, Collection>;
  readonly aliases: Map<string, string>;
  close(): Promise<void>;
}

export interface FakeQdrantOptions {
  readonly apiKey?: string;
  readonly version?: string;
}

/**
 * The REST requests the driver makes, answered exactly and by a full scan, over a real socket. Stricter than a server:
 * unknown fields, unknown addresses and filters on keys without an index are refused.
 */
export async function startFakeQdrant(options: FakeQdrantOptions = {}): Promise<FakeQdrant> {
  const collections = new Map<string, Collection>();
  const aliases = new Map<string, string>();
  const requests: string[] = [];
  const exchanges: FakeQdrant['exchanges'] = [];
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const fake: FakeQdrant = {
    url: `http://127.0.0.1:${portOf(server)}`,
    requests,
    exchanges,
    mode: { kind: 'good' },
    refuse: () => undefined,
    hold: () => undefined,
    alter: (_request, result) => result,
    collections,
    aliases,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake');
    const path = decodeURIComponent(pathname);
    const name = `${request.method} ${path}`;
    requests.push(name);
    const reply = (status: number, body: unknown, headers: Record<string, string> = {}) => {
      const text = JSON.stringify(body);
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      if (fake.mode.kind === 'garbled') response.end(text.slice(1));
      else if (fake.mode.kind !== 'cut') response.end(text);
      else response.write(text.slice(0, text.length / 2), () => response.destroy());
    };
    try {
      if (options.apiKey !== undefined && request.headers['api-key'] !== options.apiKey)
        throw new Refusal(401, 'Must provide an API key or an Authorization bearer token');
      const { mode } = fake;
      if (mode.kind === 'silent') return;
      if (mode.kind === 'cut' && mode.when === 'before') return void response.destroy();
      const refusal = fake.refuse(name);
      if (refusal !== undefined) throw new Refusal(refusal, 'as the test wants');
      if (mode.kind === 'status') {
        const { status, retryAfterSeconds: seconds } = mode;
        const headers: Record<string, string> = seconds === undefined ? {} : { 'retry-after': `${seconds}` };
        return reply(status, refusalBody('as the test wants'), headers);
      }
      if (name === 'GET /')
        return reply(200, {
          title: 'qdrant',
          version: options.version ?? '1.16.0',
        } satisfies Schemas['VersionInfo']);
      const body =
        request.method === 'GET' || request.headers['content-type'] === undefined ? {} : await json(request);
      await fake.hold(name);
      exchanges.push({ request: name, body });
      const result = fake.alter(name, route(name, searchParams, body));
      reply(200, { result, status: 'ok', time: 0 });
    } catch (error) {
      const { status, message } = error instanceof Refusal ? error : new Refusal(500, String(error));
      reply(status, refusalBody(message));
    }
  }

  function route(name: string, search: URLSearchParams, body: unknown): unknown {
    switch (name) {
      case 'GET /collections':
        return {
          collections: [...collections.keys()].map((collection) => ({ name: collection })),
        } satisfies Schemas['CollectionsResponse'];
      case 'GET /aliases':
        return {
          aliases: [...aliases].map(([alias_name, collection_name]) => ({ alias_name, collection_name })),
        } satisfies Schemas['CollectionsAliasesResponse'];
      case 'POST /collections/aliases':
        return updateAliases(read(schemas.updateAliases, body));
    }
    const [, method = '', collection = '', operation = ''] =
      /^(\S+) \/collections\/([^/]+)(?:\/(.+))?$/.exec(name) ?? [];
    if (method === 'PUT' && operation === '') return create(collection, read(schemas.createCollection, body));
    if (method === 'DELETE' && operation === '') return drop(collection);
    const held = collections.get(aliases.get(collection) ?? collection);
    if (held === undefined) throw new Refusal(404, `Not found: Collection \`${collection}\` doesn't exist!`);
    const isWaiting = search.get('wait') === 'true';
    if (search.size > (isWaiting ? 1 : 0)) throw new Refusal(400, `Unknown parameters ${search}`);
    switch (`${method} ${operation}`) {
      case 'PUT index':
        return waited(isWaiting, held.createIndex(read(schemas.createIndex, body)));
      case 'PUT points':
        return waited(isWaiting, upsert(held, read(schemas.upsert, body)));
      case 'POST points/delete':
        return waited(isWaiting, held.delete(read(schemas.deletePoints, body)));
      case 'PUT points/vectors':
        return waited(isWaiting, held.updateVectors(read(schemas.updateVectors, body)));
      case 'POST points/vectors/delete':
        return waited(isWaiting, held.deleteVectors(read(schemas.deleteVectors, body)));
      case 'POST points':
        return held.get(read(schemas.getPoints, body));
      case 'POST points/count':
        return held.count(read(schemas.count, body));
      case 'POST points/scroll':
        return held.scroll(read(schemas.scroll, body));
      case 'POST points/query/batch':
        return read(schemas.queryBatch, body).searches.map((query) => held.query(query));
      case 'POST facet':
        return held.facet(read(schemas.facet, body));
    }
    throw new Refusal(404, `There is no ${name}`);
  }

  function upsert(held: Collection, { points }: z.infer<typeof schemas.upsert>): Schemas['UpdateResult'] {
    if (fake.mode.kind !== 'breaks-off') return held.upsert({ points });
    held.upsert({ points: points.slice(0, fake.mode.after) });
    throw new Refusal(500, 'Service internal error: out of space');
  }

  function create(collection: string, body: z.infer<typeof schemas.createCollection>): boolean {
    if (collections.has(collection) || aliases.has(collection))
      throw new Refusal(409, `Wrong input: Collection \`${collection}\` already exists!`);
    collections.set(collection, new Collection(body));
    return true;
  }

  function drop(collection: string): boolean {
    for (const [alias, target] of aliases) if (target === collection) aliases.delete(alias);
    return collections.delete(collection);
  }

  function updateAliases({ actions }: z.infer<typeof schemas.updateAliases>): boolean {
    for (const action of actions) {
      if ('delete_alias' in action) {
        if (!aliases.delete(action.delete_alias.alias_name)) throw new Refusal(404, 'Not found: Alias');
        continue;
      }
      const { alias_name, collection_name } = action.create_alias;
      if (!collections.has(collection_name)) throw new Refusal(404, `Not found: ${collection_name}`);
      if (collections.has(alias_name)) throw new Refusal(409, `Collection ${alias_name} already exists`);
      aliases.set(alias_name, collection_name);
    }
    return true;
  }

  return fake;
}

const refusalBody = (error: string) => ({ status: { error }, time: 0 }) satisfies Schemas['ErrorResponse'];

function read<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new Refusal(400, `Format error in JSON body: ${parsed.error.message}`);
}

/** A change that was not waited for may not be seen by the next request, so the double wants it waited for. */
function waited(isWaiting: boolean, result: Schemas['UpdateResult']): Schemas['UpdateResult'] {
  if (!isWaiting) throw new Refusal(400, 'A change must be waited for');
  return result;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
