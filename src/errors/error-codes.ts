/** What a code means outside: the HTTP status, a short title for operators, and the reply a shopper would read. */
export interface ErrorCodeMeaning {
  readonly status: number;
  readonly title: string;
  /** Key in the per-locale message files (`error-…`). */
  readonly reply: string;
}

/**
 * The one table of codes. Codes are never renamed and never reused; README lists the same codes (a test compares).
 * The status is the HTTP status of the problem document (RFC 9457).
 */
export const ERROR_CODES = {
  INVALID_ARGUMENT: { status: 400, title: 'A value is not allowed here', reply: 'error-invalid' },
  INVALID_JSON: { status: 400, title: 'The body is not valid JSON', reply: 'error-invalid' },
  VALIDATION_FAILED: {
    status: 400,
    title: 'The request does not have the expected shape',
    reply: 'error-invalid',
  },
  UNKNOWN_CONSENT_TEXT: {
    status: 400,
    title: 'No such text asked for consent',
    reply: 'error-invalid',
  },
  UNKNOWN_MARKET: { status: 400, title: 'The shop does not sell to this market', reply: 'error-invalid' },
  AUTHENTICATION_REQUIRED: { status: 401, title: 'A token is needed', reply: 'error-unavailable' },
  IDENTITY_INVALID: { status: 401, title: 'The customer token is not valid', reply: 'error-unavailable' },
  SIGN_IN_FAILED: { status: 401, title: 'Address or password is wrong', reply: 'error-unavailable' },
  FORBIDDEN: { status: 403, title: 'The role does not allow this', reply: 'error-unavailable' },
  NOT_FOUND: { status: 404, title: 'There is nothing here', reply: 'error-not-found' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'This method is not offered here', reply: 'error-invalid' },
  NOT_ACCEPTABLE: { status: 406, title: 'No offered format is accepted', reply: 'error-invalid' },
  CONFLICT: { status: 409, title: 'The request contradicts an earlier one', reply: 'error-invalid' },
  GATE_FAILED: { status: 409, title: 'Kept cases would not hold any more', reply: 'error-invalid' },
  WRITE_REFUSED: { status: 409, title: 'The shop does not allow this change', reply: 'error-invalid' },
  PRECONDITION_FAILED: {
    status: 412,
    title: 'Somebody else changed it meanwhile',
    reply: 'error-invalid',
  },
  PAYLOAD_TOO_LARGE: { status: 413, title: 'The body is too large', reply: 'error-too-long' },
  URI_TOO_LONG: { status: 414, title: 'The address is too long', reply: 'error-too-long' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'The content type is not supported', reply: 'error-invalid' },
  CATALOGUE_REFUSED: { status: 422, title: 'The catalogue was not published', reply: 'error-unavailable' },
  DOCUMENTS_REFUSED: { status: 422, title: 'The documents were not published', reply: 'error-unavailable' },
  FEED_UNSAFE: {
    status: 422,
    title: 'The feed holds constructs that are refused for safety',
    reply: 'error-unavailable',
  },
  BUDGET_EXCEEDED: {
    status: 429,
    title: 'The budget for language models is spent',
    reply: 'error-unavailable',
  },
  TOO_MANY_REQUESTS: { status: 429, title: 'Too many requests', reply: 'error-too-many' },
  INTERNAL: { status: 500, title: 'Something failed inside', reply: 'error-unavailable' },
  CONFIGURATION_INVALID: { status: 500, title: 'The configuration is not valid', reply: 'error-unavailable' },
  DATABASE_FAILED: { status: 500, title: 'The database failed', reply: 'error-unavailable' },
  DATA_CORRUPT: { status: 500, title: 'Stored data cannot be read', reply: 'error-unavailable' },
  COMMERCE_FAILED: { status: 502, title: "The shop's order system failed", reply: 'error-unavailable' },
  INDEX_FAILED: { status: 502, title: 'The search server failed', reply: 'error-unavailable' },
  MODEL_FAILED: { status: 502, title: 'The language model failed', reply: 'error-unavailable' },
  MODEL_INVALID_ANSWER: {
    status: 502,
    title: 'The language model answered in the wrong form',
    reply: 'error-unavailable',
  },
  MODEL_RATE_LIMITED: {
    status: 502,
    title: 'The language model refuses more requests for now',
    reply: 'error-unavailable',
  },
  COMMERCE_UNAVAILABLE: {
    status: 503,
    title: "The shop's order system cannot be reached",
    reply: 'error-unavailable',
  },
  DATA_IN_USE: { status: 503, title: 'Another process owns the data directory', reply: 'error-unavailable' },
  IDENTITY_UNAVAILABLE: {
    status: 503,
    title: 'The provider of identities cannot be reached',
    reply: 'error-unavailable',
  },
  INDEX_UNAVAILABLE: {
    status: 503,
    title: 'The search server cannot be reached',
    reply: 'error-unavailable',
  },
  NOT_READY: { status: 503, title: 'The server is not ready', reply: 'error-unavailable' },
  STORAGE_UNAVAILABLE: {
    status: 503,
    title: 'The database cannot be written to for now',
    reply: 'error-unavailable',
  },
  MODEL_UNAVAILABLE: {
    status: 503,
    title: 'The language model cannot be reached',
    reply: 'error-unavailable',
  },
  MODEL_TIMEOUT: {
    status: 504,
    title: 'The language model did not answer in time',
    reply: 'error-unavailable',
  },
  STORAGE_FULL: { status: 507, title: 'The disk of the database is full', reply: 'error-unavailable' },
} as const satisfies Record<string, ErrorCodeMeaning>;

export type ErrorCode = keyof typeof ERROR_CODES;
