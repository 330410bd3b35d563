import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  ConstantBackoff,
  circuitBreaker,
  handleWhen,
  retry,
} from 'cockatiel';
import { AssistantError, isAssistantError } from '../../../src/errors/assistant-error.ts';

export interface RequestGuardOptions {
  /** Requests in flight at once, default 16; further ones wait for a slot. */
  readonly maxConcurrent?: number;
  /** Requests that may wait for a slot, default 1,000; further ones are refused at once. */
  readonly maxWaiting?: number;
  /** Failures in a row that open the circuit, default 5. */
  readonly failuresToOpen?: number;
  /** How long an open circuit refuses before one request is let through as a probe, default 2,000. */
  readonly openMs?: number;
}

export interface RequestLimits {
  /** For everything until the answer: the wait for a slot, the attempts and the pause between them. */
  readonly timeoutMs: number;
  /** Whether a lost connection may be followed by a second attempt. */
  readonly repeatable: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface RequestGuard {
  /**
   * @throws {AssistantError} INDEX_UNAVAILABLE when the time is over, the circuit is open (`details.circuit`) or too many
   *   wait (`details.busy`); what the work throws. The caller's abort is passed on as it came.
   */
  run<T>(work: (signal: AbortSignal) => Promise<T>, limits: RequestLimits): Promise<T>;
  /** Whether the last request was answered and the next one would be sent. */
  isAvailable(): boolean;
}

const PAUSE_BEFORE_RETRY_MS = 50;
const SERVER_FAULT = 500;

/**
 * Requests to a server that may be slow or gone: so many at once, a deadline, one retry of what can be repeated after a lost
 * connection, and a circuit breaker on failures in a row, so that a shopper does not wait for a server that is known to be
 * down. A refusal (status 4xx) and the caller's own abort are no failure of the server.
 */
export function createRequestGuard(options: RequestGuardOptions = {}): RequestGuard {
  const { maxConcurrent = 16, maxWaiting = 1000, failuresToOpen = 5, openMs = 2000 } = options;
  const slots = bulkhead(maxConcurrent, maxWaiting);
  const breaker = circuitBreaker(handleWhen(countsAgainstServer), {
    halfOpenAfter: openMs,
    breaker: new ConsecutiveBreaker(failuresToOpen),
  });
  const retryOnce = retry(handleWhen(isLostConnection), {
    maxAttempts: 1,
    backoff: new ConstantBackoff(PAUSE_BEFORE_RETRY_MS),
  });
  let lastWasAnswered = true;

  async function attempt<T>(work: () => Promise<T>): Promise<T> {
    // A half-open breaker would make others wait for the probe; a shopper does not wait for that.
    if (breaker.state === CircuitState.HalfOpen) throw new BrokenCircuitError();
    try {
      const answer = await breaker.execute(work);
      lastWasAnswered = true;
      return answer;
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) lastWasAnswered = !isUnavailable(error);
      throw error;
    }
  }

  return {
    async run(work, { timeoutMs, repeatable, signal: caller }) {
      caller?.throwIfAborted();
      const deadline = AbortSignal.timeout(timeoutMs);
      const signal = caller === undefined ? deadline : AbortSignal.any([caller, deadline]);
      const once = () =>
        attempt(async () => {
          try {
            return await work(signal);
          } catch (error) {
            caller?.throwIfAborted();
            throw deadline.aborted ? timedOut(timeoutMs) : error;
          }
        });
      const inSlot = slots.execute(() => (repeatable ? retryOnce.execute(once, signal) : once()), signal);
      try {
        return await untilAborted(inSlot, signal);
      } catch (error) {
        caller?.throwIfAborted();
        throw deadline.aborted ? timedOut(timeoutMs) : toIndexError(error);
      }
    },
    isAvailable: () => lastWasAnswered && breaker.state === CircuitState.Closed,
  };
}

const isUnavailable = (error: unknown): boolean =>
  isAssistantError(error) && error.code === 'INDEX_UNAVAILABLE';

const countsAgainstServer = (error: unknown): boolean =>
  isUnavailable(error) || (isAssistantError(error) && Number(error.details.status) >= SERVER_FAULT);

const isLostConnection = (error: unknown): boolean =>
  isAssistantError(error) && error.details.connection === 'lost';

function toIndexError(error: unknown): unknown {
  if (error instanceof BrokenCircuitError)
    return new AssistantError(
      'INDEX_UNAVAILABLE',
      'Qdrant failed repeatedly and is left alone for a moment',
      {
        details: { circuit: 'open' },
      },
    );
  if (error instanceof BulkheadRejectedError)
    return new AssistantError('INDEX_UNAVAILABLE', 'Too many requests wait for Qdrant', {
      details: { busy: true },
    });
  return error;
}

const timedOut = (timeoutMs: number): AssistantError =>
  new AssistantError('INDEX_UNAVAILABLE', `Qdrant did not answer in ${timeoutMs} ms`, {
    details: { timeoutMs },
  });

/** The promise, or the signal's reason as soon as it aborts. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  return Promise.race([promise, aborted]).finally(() => signal.removeEventListener('abort', stop));
}
