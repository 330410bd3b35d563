import { QdrantClient } from '@qdrant/js-client-rest';
import * as z from 'zod';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import { createRequestGuard, type RequestGuardOptions, type RequestLimits } from './guard-requests.ts';
import { toIndexError } from './index-error.ts';
import { toServerAddress } from './server-address.ts';

export interface QdrantServer extends RequestGuardOptions {
  /** http or https; port 6333 unless it names another. A path stands before those of the API. */
  readonly url: string;
  readonly apiKey?: string;
  /** For one request that reads. */
  readonly timeoutMs: number;
  /** For one request that changes something. */
  readonly writeTimeoutMs: number;
}

type Api = ReturnType<QdrantClient['api']>;
type Send = (api: Api, init: RequestInit) => Promise<{ readonly data: unknown }>;

/**
 * Requests whose results have the expected shape. All throw an AssistantError: INDEX_UNAVAILABLE when nobody answers in
 * time, the server is too busy, or it is left alone after repeated failures; INDEX_FAILED when it refuses
 * (`details.status`) or answers in another form. A caller's abort is passed on as it came.
 */
export interface Caller {
  /** Sent once more when the connection is lost. */
  read<T>(shape: z.ZodType<T>, send: Send, signal?: AbortSignal): Promise<T>;
  write<T>(shape: z.ZodType<T>, send: Send): Promise<T>;
  /** The server's version. @throws {AssistantError} also INDEX_FAILED when it is too old. */
  version(signal?: AbortSignal): Promise<string>;
  /** Whether the last request was answered and the next one would be sent. */
  isAvailable(): boolean;
}

/** Facets came with 1.12, the youngest of the requests made here. */
const OLDEST: readonly [number, number] = [1, 12];
const LONGEST_VERSION = 20;

const envelope = z.object({ result: z.unknown() });
const versionShape = z.object({ version: z.string() });

export function createCaller(server: QdrantServer): Caller {
  const api = connect(server);
  const guard = createRequestGuard(server);
  const { timeoutMs, writeTimeoutMs } = server;

  const call = <T>(shape: z.ZodType<T>, send: Send, limits: RequestLimits): Promise<T> =>
    guard.run(async (signal) => {
      const { data } = await send(api, { signal }).catch((error: unknown) => {
        throw toIndexError(error);
      });
      return parse(shape, data);
    }, limits);

  return {
    read: async (shape, send, signal) => {
      const { result } = await call(envelope, send, { timeoutMs, repeatable: true, signal });
      return parse(shape, result);
    },
    write: async (shape, send) => {
      const { result } = await call(envelope, send, { timeoutMs: writeTimeoutMs, repeatable: false });
      return parse(shape, result);
    },
    version: async (signal) => {
      const limits = { timeoutMs, repeatable: true, signal };
      const { version } = await call(versionShape, (sent, init) => sent.root({}, init), limits);
      assertVersion(version);
      return version;
    },
    isAvailable: guard.isAvailable,
  };
}

function connect({ url, apiKey }: QdrantServer): Api {
  const client = new QdrantClient({
    ...toServerAddress(url),
    // The client's own timeout takes the place of a caller's signal, and its version check writes to the console.
    timeout: Number.POSITIVE_INFINITY,
    checkCompatibility: false,
    ...(apiKey === undefined ? {} : { headers: { 'api-key': apiKey } }),
  });
  return client.api();
}

function parse<T>(shape: z.ZodType<T>, data: unknown): T {
  const parsed = shape.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new AssistantError('INDEX_FAILED', 'Qdrant answered in another form than expected', {
    cause: parsed.error,
  });
}

function assertVersion(version: string): void {
  const [, major, minor] = /^(\d+)\.(\d+)\./.exec(version) ?? [];
  const [oldestMajor, oldestMinor] = OLDEST;
  const present = Number(major) * 1000 + Number(minor);
  if (present >= oldestMajor * 1000 + oldestMinor) return;
  const given = version.slice(0, LONGEST_VERSION);
  const oldest = OLDEST.join('.');
  throw new AssistantError('INDEX_FAILED', `Qdrant ${given} is too old: ${oldest} or younger is needed`, {
    details: { version: given, oldest },
  });
}
