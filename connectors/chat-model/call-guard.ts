import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  retry,
} from 'cockatiel';
import { AssistantError, isAssistantError } from '../../src/errors/assistant-error.ts';
import { createExtraCalls } from './extra-calls.ts';
import { createFailureBreaker } from './failure-breaker.ts';

export interface CallGuardOptions {
  /** Calls in flight at once; twice as many may wait. */
  readonly maxConcurrent: number;
  /** Calls that may wait for a slot; default twice `maxConcurrent`. */
  readonly maxWaiting?: number;
  /** Failures in a row that open the circuit; so do half of the last twenty calls. */
  readonly failuresToOpen?: number;
  /** How long an open circuit refuses before one probe is let through. */
  readonly openMs?: number;
}

interface CallLimits {
  /** For everything until the call is answered: waiting for a slot, attempts and pauses between them. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** An answered call whose end is still to come (a stream). */
interface Lease<T> {
  readonly value: T;
  /**
   * Frees the slot and the connection; an error counts against the endpoint. The first call counts.
   *
   * @returns When the circuit knows of it.
   */
  settle(error?: unknown): Promise<void>;
}

export interface CallGuard {
  run<T>(work: (signal: AbortSignal) => Promise<T>, limits: CallLimits): Promise<T>;
  lease<T>(open: (signal: AbortSignal) => Promise<T>, limits: CallLimits): Promise<Lease<T>>;
  /** False while the circuit refuses; true again when the next call would be the probe. */
  isAvailable(): boolean;
  /** Aborts what is in flight and refuses from then on. */
  close(): void;
}

/** Longest Retry-After that is waited for. */
const LONGEST_RETRY_AFTER_MS = 5_000;
const PAUSE_BEFORE_RETRY_MS = 100;
/** Retries for a call, and how many of them are kept for the next trouble. */
const RETRIES = { share: 0.1, most: 10 };

/**
 * Calls to an endpoint we do not own: a deadline over all attempts, one retry where it can help (refused connection,
 * 429 with a short Retry-After, 5xx; never after an answer began; one for ten calls in the long run), a bulkhead, and a circuit breaker
 * on failures in a row or half of the last calls. Between the first failure and the next success only so many calls are tried at once as
 * are left until the circuit opens, so that an outage costs the endpoint no more calls than that.
 * An expected refusal (`details.refused`) and the caller's own abort are no failure of the endpoint.
 */
export function createCallGuard(options: CallGuardOptions): CallGuard {
  const openMs = options.openMs ?? 15_000;
  const failuresToOpen = options.failuresToOpen ?? 5;
  const failures = createFailureBreaker(failuresToOpen);
  const slots = bulkhead(options.maxConcurrent, options.maxWaiting ?? options.maxConcurrent * 2);
  // A probe that was given up proves nothing; the library would take it for a success.
  const counts = (error: unknown) =>
    countsAgainstEndpoint(error) || (breaker.state === CircuitState.HalfOpen && wasAborted(error));
  const breaker = circuitBreaker(handleWhen(counts), { halfOpenAfter: openMs, breaker: failures });
  let undecided = 0;
  let probeAllowedAtMs = 0;
  breaker.onBreak(() => {
    probeAllowedAtMs = performance.now() + openMs;
  });
  const retriesLeft = createExtraCalls(RETRIES);
  const live = new Set<AbortController>();
  let closed = false;

  const isAvailable = (): boolean =>
    !closed &&
    (breaker.state === CircuitState.Closed ||
      (breaker.state === CircuitState.Open && performance.now() >= probeAllowedAtMs));

  /** After a failure, no more are tried at once than may still fail: else all that are asked before the circuit opens would be. */
  const isInDoubt = (): boolean => failures.inARow() > 0 && undecided >= failuresToOpen - failures.inARow();

  /** Opens under the breaker and keeps its verdict open until `ended`. */
  function attempt<T>(
    open: () => Promise<T>,
    ended: Promise<void>,
    judged: (verdict: Promise<void>) => void,
  ): Promise<T> {
    const opened = Promise.withResolvers<T>();
    // A half-open breaker would make others wait for the probe; a shopper does not wait for that.
    const { state } = breaker;
    if (state === CircuitState.HalfOpen || (state === CircuitState.Closed && isInDoubt())) {
      opened.reject(new BrokenCircuitError());
    } else {
      undecided += 1;
      const verdict = breaker.execute(async () => {
        opened.resolve(await open());
        await ended;
      });
      const decided = verdict.catch(opened.reject).finally(() => {
        undecided -= 1;
      });
      judged(decided);
    }
    return opened.promise;
  }

  async function lease<T>(open: (signal: AbortSignal) => Promise<T>, limits: CallLimits): Promise<Lease<T>> {
    if (closed) throw new AssistantError('MODEL_UNAVAILABLE', 'The model connection was closed');
    const controller = new AbortController();
    const giveUp = () => controller.abort(givenUp(limits.signal));
    limits.signal.addEventListener('abort', giveUp, { once: true });
    if (limits.signal.aborted) giveUp();
    const deadlineMs = performance.now() + limits.timeoutMs;
    const timer = setTimeout(() => controller.abort(timedOut(limits.timeoutMs)), limits.timeoutMs);
    live.add(controller);

    const ended = Promise.withResolvers<void>();
    ended.promise.catch(() => undefined); // heard by the breaker only while an attempt is open
    let verdict = Promise.resolve();
    const settle = async (error?: unknown): Promise<void> => {
      if (error === undefined) ended.resolve();
      else ended.reject(error);
      clearTimeout(timer);
      limits.signal.removeEventListener('abort', giveUp);
      live.delete(controller);
      controller.abort(abortedByCaller());
      await verdict;
    };

    retriesLeft.earn();
    const opened = Promise.withResolvers<T>();
    const retries = retry(
      handleWhen((error) => performance.now() + pauseBeforeRetry(error) < deadlineMs && retriesLeft.take()),
      {
        maxAttempts: 1,
        backoff: new DelegateBackoff(({ result }) =>
          pauseBeforeRetry('error' in result ? result.error : undefined),
        ),
      },
    );
    const once = () =>
      attempt(
        () => untilAborted(open(controller.signal), controller.signal),
        ended.promise,
        (judged) => {
          verdict = judged;
        },
      );
    slots
      .execute(async () => {
        opened.resolve(await retries.execute(once, controller.signal));
        await ended.promise.catch(() => undefined);
      }, controller.signal)
      .catch(opened.reject);
    try {
      const value = await untilAborted(opened.promise, controller.signal);
      clearTimeout(timer);
      return { value, settle };
    } catch (error) {
      const failure = controller.signal.aborted ? controller.signal.reason : toGuardError(error);
      await settle(failure);
      throw failure;
    }
  }

  return {
    lease,
    async run(work, limits) {
      const { value, settle } = await lease(work, limits);
      await settle();
      return value;
    },
    isAvailable,
    close() {
      closed = true;
      for (const controller of live) controller.abort(abortedByCaller());
    },
  };
}

/** Milliseconds to wait before the one retry; Infinity when a retry cannot help. */
function pauseBeforeRetry(error: unknown): number {
  if (!isAssistantError(error) || wasAborted(error)) return Number.POSITIVE_INFINITY;
  const { status, retryAfterMs } = error.details;
  const transient =
    error.code === 'MODEL_RATE_LIMITED' ||
    error.code === 'MODEL_UNAVAILABLE' ||
    (error.code === 'MODEL_FAILED' && typeof status === 'number' && status >= 500);
  if (!transient) return Number.POSITIVE_INFINITY;
  if (typeof retryAfterMs !== 'number') return PAUSE_BEFORE_RETRY_MS;
  return retryAfterMs <= LONGEST_RETRY_AFTER_MS ? retryAfterMs : Number.POSITIVE_INFINITY;
}

function countsAgainstEndpoint(error: unknown): boolean {
  return !isAssistantError(error) || !(wasAborted(error) || error.details.refused === true);
}

const wasAborted = (error: unknown): boolean => isAssistantError(error) && error.details.aborted === true;

function toGuardError(error: unknown): unknown {
  if (error instanceof BrokenCircuitError) {
    return new AssistantError(
      'MODEL_UNAVAILABLE',
      'The model failed repeatedly and is left alone for a while',
      {
        details: { circuit: 'open' },
      },
    );
  }
  if (error instanceof BulkheadRejectedError) {
    return new AssistantError('MODEL_UNAVAILABLE', 'Too many calls wait for the model', {
      details: { busy: true },
    });
  }
  return error;
}

const timedOut = (timeoutMs: number): AssistantError =>
  new AssistantError('MODEL_TIMEOUT', `The model did not answer in ${timeoutMs} ms`, {
    details: { timeoutMs },
  });

const abortedByCaller = (): AssistantError =>
  new AssistantError('MODEL_UNAVAILABLE', 'The call to the model was given up', {
    details: { aborted: true },
  });

/** Why a caller wants no answer any more: its time is over, or it left. Neither counts against the endpoint. */
export function givenUp({ reason }: AbortSignal): AssistantError {
  if (isAssistantError(reason)) return reason;
  if (!(reason instanceof DOMException) || reason.name !== 'TimeoutError') return abortedByCaller();
  return new AssistantError('MODEL_TIMEOUT', 'The time for asking models was over', {
    details: { aborted: true },
  });
}

/** The promise, or the signal's reason as soon as it aborts. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  return Promise.race([promise, aborted]).finally(() => signal.removeEventListener('abort', stop));
}
