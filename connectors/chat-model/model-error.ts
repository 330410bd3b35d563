import { AssistantError, isAssistantError } from '../../src/errors/assistant-error.ts';

/** What an error of the vendor's client shows, as far as it can be told without trusting it. */
interface VendorError {
  readonly status?: unknown;
  /** Where some clients keep the status. */
  readonly statusCode?: unknown;
  readonly headers?: unknown;
  readonly code?: unknown;
  readonly type?: unknown;
  readonly param?: unknown;
  readonly name?: unknown;
}

/** The endpoint understood the request and refuses it: another request may pass. */
const REFUSED: ReadonlySet<number> = new Set([400, 413, 422]);

/**
 * Turns an error of the vendor's client into one of ours, by status and never by text.
 *
 * The vendor's own words are left out, also as `cause`: endpoints echo keys and prompts in them. What remains are short
 * identifiers; the cause is kept where it comes from the runtime (a refused or cut connection).
 */
export function toModelError(error: unknown, { nowMs = Date.now() } = {}): AssistantError {
  if (isAssistantError(error)) return error;
  const vendor: VendorError = typeof error === 'object' && error !== null ? error : {};
  const status = vendor.status ?? vendor.statusCode;
  if (typeof status !== 'number') {
    if (error instanceof SyntaxError) {
      return new AssistantError(
        'MODEL_INVALID_ANSWER',
        'The model endpoint sent something that is not JSON',
        {
          details: { answer: '' },
        },
      );
    }
    if (isIdentifier(vendor.code) && !isSystemCode(vendor.code)) {
      return new AssistantError('MODEL_FAILED', 'The model endpoint reported an error', {
        details: identifiers(vendor),
      });
    }
    return new AssistantError(
      'MODEL_UNAVAILABLE',
      'The model endpoint cannot be reached, or cut the connection',
      {
        cause: rootCause(error),
      },
    );
  }
  const details = {
    status,
    ...identifiers(vendor),
    ...(REFUSED.has(status) ? { refused: true } : {}),
    ...retryAfter(vendor.headers, nowMs),
  };
  return status === 429
    ? new AssistantError('MODEL_RATE_LIMITED', 'The model endpoint refuses more requests for now', {
        details,
      })
    : new AssistantError('MODEL_FAILED', `The model endpoint answered with status ${status}`, { details });
}

function identifiers({ code, type, param }: VendorError): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ vendorCode: code, vendorType: type, param }).filter(
      (entry): entry is [string, string] => isIdentifier(entry[1]) && !/^(sk|key)[-_]/i.test(entry[1]),
    ),
  );
}

const isIdentifier = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z][a-z_.-]{0,39}$/i.test(value);

/** "ECONNRESET", "UND_ERR_SOCKET". */
const isSystemCode = (code: string): boolean => /^(E[A-Z]+|UND_ERR_[A-Z_]+)$/.test(code);

function rootCause(error: unknown): unknown {
  let innermost = error;
  for (
    let depth = 0;
    depth < 5 && innermost instanceof Error && innermost.cause instanceof Error;
    depth += 1
  ) {
    innermost = innermost.cause;
  }
  return innermost;
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3). */
function retryAfter(headers: unknown, nowMs: number): { retryAfterMs?: number } {
  const value = headers instanceof Headers ? headers.get('retry-after') : null;
  if (value === null) return {};
  const seconds = Number(value);
  const waitMs = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(value) - nowMs;
  return Number.isFinite(waitMs) ? { retryAfterMs: Math.max(0, waitMs) } : {};
}
