import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { isAssistantError } from '../../../src/errors/assistant-error.ts';
import { readLimited } from './read-limited.ts';
import { failed, statusError, throttleWaitMs, toUnavailable } from './request-faults.ts';

export interface GraphqlPlace {
  /** Whole address of the API, version and all. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** For one request. */
  readonly timeoutMs: number;
}

export interface GraphqlRequest<T> {
  /** One operation, named. */
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of `data`. */
  readonly shape: z.ZodType<T>;
  readonly signal: AbortSignal;
}

/**
 * Requests to one of Shopify's APIs. All throw an AssistantError: COMMERCE_UNAVAILABLE when nobody answers in time or too much was asked,
 * COMMERCE_FAILED when it refuses (`details.status`, `details.codes`) or answers in another form. A caller's abort is passed on as it came.
 */
export interface GraphqlClient {
  /** Sent once more after a fault that may pass. */
  read<T>(request: GraphqlRequest<T>): Promise<T>;
  /** Sent once. */
  write<T>(request: GraphqlRequest<T>): Promise<T>;
}

const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** Longest wait before the second attempt of a read: somebody is waiting for the answer. */
const LONGEST_WAIT_MS = 2_000;
const USUAL_WAIT_MS = 200;

const envelope = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({
        message: z.string().default(''),
        extensions: z.object({ code: z.string().optional() }).nullish(),
      }),
    )
    .optional(),
  extensions: z
    .object({
      cost: z
        .object({
          requestedQueryCost: z.number().nullish(),
          throttleStatus: z.object({ currentlyAvailable: z.number(), restoreRate: z.number() }).nullish(),
        })
        .nullish(),
    })
    .nullish(),
});

/** GraphQL over HTTP as Shopify speaks it. No redirect is followed: the token goes nowhere else. */
export function createGraphqlClient({ url, headers, timeoutMs }: GraphqlPlace): GraphqlClient {
  async function send<T>({ document, variables, shape, signal }: GraphqlRequest<T>): Promise<T> {
    signal.throwIfAborted();
    const limit = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...headers },
      body: JSON.stringify({ query: document, variables }),
      redirect: 'manual',
      signal: AbortSignal.any([signal, limit]),
    })
      .then(async (answer) => ({ answer, text: await readLimited(answer, MAX_ANSWER_BYTES) }))
      .catch((cause: unknown) => {
        signal.throwIfAborted();
        if (isAssistantError(cause)) throw cause;
        throw toUnavailable(limit.aborted ? `did not answer in ${timeoutMs} ms` : 'cannot be reached', {
          cause,
          askNoMore: limit.aborted,
        });
      });
    if (response.answer.status !== 200) throw statusError(response.answer);
    return readData(response.text, shape);
  }

  return {
    write: send,
    async read(request) {
      try {
        return await send(request);
      } catch (error) {
        const waitMs = secondAttemptMs(error);
        if (waitMs === undefined) throw error;
        await wait(waitMs, undefined, { signal: request.signal }).catch(() =>
          request.signal.throwIfAborted(),
        );
        return await send(request);
      }
    },
  };
}

/** How long to wait before the same is asked again; undefined when it is not to be asked again. */
function secondAttemptMs(error: unknown): number | undefined {
  if (!isAssistantError(error) || error.code !== 'COMMERCE_UNAVAILABLE') return undefined;
  const { retryAfterMs = USUAL_WAIT_MS, askNoMore } = error.details as {
    readonly retryAfterMs?: number;
    readonly askNoMore?: boolean;
  };
  return askNoMore === true || retryAfterMs > LONGEST_WAIT_MS ? undefined : retryAfterMs;
}

function readData<T>(text: string, shape: z.ZodType<T>): T {
  const body = envelope.safeParse(parseJson(text));
  if (!body.success) throw failed('answered with something that is no GraphQL', { cause: body.error });
  const { data, errors = [], extensions } = body.data;
  if (errors.length > 0) {
    const codes = [...new Set(errors.map((error) => error.extensions?.code ?? 'UNKNOWN'))];
    if (codes.includes('THROTTLED'))
      throw toUnavailable('was asked too much', { retryAfterMs: throttleWaitMs(extensions?.cost) });
    const message = errors[0]?.message.slice(0, 200);
    throw failed(`refused the request (${codes.join(', ')})`, { codes, message });
  }
  const parsed = shape.safeParse(data);
  if (parsed.success) return parsed.data;
  throw failed('answered in another form than expected', { cause: parsed.error });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    // A page of HTML with status 200, as proxies and password pages answer.
    throw failed('answered with something that is no JSON', { cause });
  }
}
