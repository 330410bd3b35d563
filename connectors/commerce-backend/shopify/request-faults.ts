import { AssistantError } from '../../../src/errors/assistant-error.ts';

interface Diagnosis {
  readonly cause?: unknown;
  readonly [detail: string]: unknown;
}

/** COMMERCE_FAILED: Shopify answered, with a fault that does not pass by itself. */
export const failed = (what: string, diagnosis: Diagnosis = {}): AssistantError =>
  toError('COMMERCE_FAILED', what, diagnosis);

/** COMMERCE_UNAVAILABLE: nobody knows what became of the request. `retryAfterMs`: when to ask again; `askNoMore`: not in this turn. */
export const toUnavailable = (what: string, diagnosis: Diagnosis = {}): AssistantError =>
  toError('COMMERCE_UNAVAILABLE', what, diagnosis);

function toError(
  code: 'COMMERCE_FAILED' | 'COMMERCE_UNAVAILABLE',
  what: string,
  { cause, ...details }: Diagnosis,
): AssistantError {
  return new AssistantError(code, `Shopify ${what}`, { details, ...(cause === undefined ? {} : { cause }) });
}

const TOO_MANY_REQUESTS = 429;
/** Shopify's own: it takes the requests for an attack, for a while. */
const SECURITY_REJECTION = 430;

/** What a status other than 200 means. */
export function statusError({ status, headers }: Pick<Response, 'status' | 'headers'>): AssistantError {
  if (status === TOO_MANY_REQUESTS || status >= 500) {
    const retryAfterMs = readRetryAfter(headers.get('retry-after'));
    return toUnavailable(`answered with status ${status}`, {
      status,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
  }
  if (status === SECURITY_REJECTION)
    return toUnavailable('takes our requests for an attack', { status, askNoMore: true });
  if (status === 401 || status === 403) return failed('refuses the access token', { status });
  if (status >= 300 && status < 400)
    return failed('points to another address: use the myshopify.com one', { status });
  if (status === 404) return failed('knows no such shop, or no such version of its API', { status });
  return failed(`answered with status ${status}`, { status });
}

function readRetryAfter(header: string | null): number | undefined {
  const seconds = header === null ? Number.NaN : Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds * 1_000) : undefined;
}

/** Until the bucket holds what the query costs, by the rate at which it fills. */
export function throttleWaitMs(
  cost:
    | {
        readonly requestedQueryCost?: number | null | undefined;
        readonly throttleStatus?:
          | { readonly currentlyAvailable: number; readonly restoreRate: number }
          | null
          | undefined;
      }
    | null
    | undefined,
): number {
  const { requestedQueryCost, throttleStatus } = cost ?? {};
  if (!throttleStatus || throttleStatus.restoreRate <= 0) return 1_000;
  const missing = (requestedQueryCost ?? 0) - throttleStatus.currentlyAvailable;
  return Math.max(100, Math.ceil((missing / throttleStatus.restoreRate) * 1_000));
}
