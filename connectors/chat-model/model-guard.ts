import { type CallGuard, createCallGuard } from './call-guard.ts';

export interface ModelGuardOptions {
  /** Shared by everything that asks the same model; else one is made of the following. */
  readonly guard?: CallGuard;
  /** Calls in flight at once. */
  readonly maxConcurrent?: number;
  /** Failures in a row that open the circuit, and how long it stays open before one probe. */
  readonly failuresToOpen?: number;
  readonly circuitOpenMs?: number;
}

/** The guard of one model. */
export function createModelGuard(options: Omit<ModelGuardOptions, 'guard'>): CallGuard {
  return createCallGuard({
    maxConcurrent: options.maxConcurrent ?? 32,
    ...(options.failuresToOpen === undefined ? {} : { failuresToOpen: options.failuresToOpen }),
    ...(options.circuitOpenMs === undefined ? {} : { openMs: options.circuitOpenMs }),
  });
}
