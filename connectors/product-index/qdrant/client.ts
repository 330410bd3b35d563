import { QdrantClient, type Schemas } from '@qdrant/js-client-rest';
import { AssistantError } from '../../../src/errors/assistant-error.ts';

export interface QdrantAddress {
  /** http or https; port 6333 unless it names another. */
  readonly url: string;
  readonly apiKey?: string;
}

type Api = ReturnType<QdrantClient['api']>;
type Call<T> = (api: Api, init: RequestInit) => Promise<{ readonly data: T }>;

export interface Caller {
  /**
   * One request. The caller's abort is passed on as it came.
   *
   * @throws {AssistantError} INDEX_UNAVAILABLE when nobody answers in time, or the server is too busy;
   *   INDEX_FAILED when it refuses, with `details.status`.
   */
  call<T>(send: Call<{ readonly result?: T }>, timeoutMs: number, signal?: AbortSignal): Promise<T>;
  /** The server's version. @throws {AssistantError} as `call`; INDEX_FAILED when it is too old. */
  version(timeoutMs: number, signal?: AbortSignal): Promise<string>;
  /** Whether the last request was answered. */
  isAvailable(): boolean;
}

/** Facets came with 1.12, the youngest of the requests made here. */
const OLDEST: readonly [number, number] = [1, 12];
const BUSY: ReadonlySet<number> = new Set([429, 502, 503, 504]);

export function createCaller({ url, apiKey }: QdrantAddress): Caller {
  const client = new QdrantClient({
    url,
    // The client's own timeout takes the place of a caller's signal, and its version check writes to the console.
    timeout: Number.POSITIVE_INFINITY,
    checkCompatibility: false,
    ...(apiKey === undefined ? {} : { headers: { 'api-key': apiKey } }),
  });
  const api = client.api();
  let available = true;

  async function send<T>(request: Call<T>, timeoutMs: number, signal?: AbortSignal): Promise<T> {
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      const { data } = await request(api, {
        signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
      });
      available = true;
      return data;
    } catch (cause) {
      signal?.throwIfAborted();
      const error = toAssistantError(cause, deadline.aborted ? timeoutMs : undefined);
      available = error.code !== 'INDEX_UNAVAILABLE';
      throw error;
    }
  }

  return {
    async call(request, timeoutMs, signal) {
      const { result } = await send(request, timeoutMs, signal);
      if (result !== undefined && result !== null) return result;
      throw new AssistantError('INDEX_FAILED', 'Qdrant answered without a result');
    },
    async version(timeoutMs, signal) {
      const { version } = await send<Schemas['VersionInfo']>(
        (api, init) => api.root({}, init),
        timeoutMs,
        signal,
      );
      assertVersion(version);
      return version;
    },
    isAvailable: () => available,
  };
}

function assertVersion(version: unknown): asserts version is string {
  const [, major, minor] = /^(\d+)\.(\d+)\./.exec(String(version)) ?? [];
  const [oldestMajor, oldestMinor] = OLDEST;
  const present = Number(major) * 1000 + Number(minor);
  if (present >= oldestMajor * 1000 + oldestMinor) return;
  throw new AssistantError('INDEX_FAILED', `Qdrant ${OLDEST.join('.')} or younger is needed`, {
    details: { version: String(version).slice(0, 20) },
  });
}

function toAssistantError(cause: unknown, elapsedMs: number | undefined): AssistantError {
  if (elapsedMs !== undefined)
    return new AssistantError('INDEX_UNAVAILABLE', `Qdrant did not answer in ${elapsedMs} ms`, {
      details: { timeoutMs: elapsedMs },
      cause,
    });
  const status = statusOf(cause);
  if (status === undefined)
    return new AssistantError('INDEX_UNAVAILABLE', 'Qdrant cannot be reached', { cause });
  const refused = status === 401 || status === 403 ? 'Qdrant refuses the key' : 'Qdrant refused a request';
  return new AssistantError(
    BUSY.has(status) ? 'INDEX_UNAVAILABLE' : 'INDEX_FAILED',
    `${refused} (status ${status})`,
    { details: { status }, cause },
  );
}

function statusOf(cause: unknown): number | undefined {
  return cause instanceof Error && 'status' in cause && typeof cause.status === 'number'
    ? cause.status
    : undefined;
}
