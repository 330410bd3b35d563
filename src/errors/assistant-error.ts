import { ERROR_CODES, type ErrorCode } from './error-codes.ts';

export interface AssistantErrorOptions {
  /** What diagnoses it. No secrets, no whole requests, no message text of a shopper. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** The only error class of the product: a code for programs, a message for operators. */
export class AssistantError extends Error {
  override readonly name = 'AssistantError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, options: AssistantErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }

  get status(): number {
    return ERROR_CODES[this.code].status;
  }
}

export function isAssistantError(error: unknown): error is AssistantError {
  return error instanceof AssistantError;
}
