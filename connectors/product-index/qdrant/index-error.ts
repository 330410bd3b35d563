import {
  QdrantClientResourceExhaustedError,
  QdrantClientUnexpectedResponseError,
} from '@qdrant/js-client-rest';
import * as z from 'zod';
import { AssistantError } from '../../../src/errors/assistant-error.ts';

const TOO_MANY = 429;
const BUSY: ReadonlySet<number> = new Set([TOO_MANY, 502, 503, 504]);
const LONGEST_REASON = 200;

const refusal = z.object({ status: z.object({ error: z.string() }) });

/** What the client of Qdrant threw as one of our errors; `details.connection` is "lost" when no answer came at all. */
export function toIndexError(cause: unknown): AssistantError {
  if (cause instanceof SyntaxError || cause instanceof QdrantClientUnexpectedResponseError)
    return new AssistantError('INDEX_FAILED', 'Qdrant answered in another form than expected', { cause });
  const status = statusOf(cause);
  if (status === undefined)
    return new AssistantError('INDEX_UNAVAILABLE', 'Qdrant cannot be reached', {
      details: { connection: 'lost' },
      cause,
    });
  const refused = status === 401 || status === 403 ? 'Qdrant refuses the key' : 'Qdrant refused a request';
  const reason = reasonOf(cause);
  return new AssistantError(
    BUSY.has(status) ? 'INDEX_UNAVAILABLE' : 'INDEX_FAILED',
    `${refused} (status ${status})`,
    { details: { status, ...(reason === undefined ? {} : { reason }) }, cause },
  );
}

function statusOf(cause: unknown): number | undefined {
  // Of a 429 that says when to come back the client keeps no status.
  if (cause instanceof QdrantClientResourceExhaustedError) return TOO_MANY;
  return cause instanceof Error && 'status' in cause && typeof cause.status === 'number'
    ? cause.status
    : undefined;
}

/** The server's own words ("Index required but not found for ..."), for whoever runs it. */
function reasonOf(cause: unknown): string | undefined {
  const parsed = refusal.safeParse(cause instanceof Error && 'data' in cause ? cause.data : undefined);
  return parsed.success ? parsed.data.status.error.slice(0, LONGEST_REASON) : undefined;
}
