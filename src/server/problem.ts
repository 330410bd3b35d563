import * as z from 'zod';
import { AssistantError, isAssistantError } from '../errors/assistant-error.ts';
import { ERROR_CODES, type ErrorCode } from '../errors/error-codes.ts';
import { gateReportSchema } from './schemas/case.ts';

export const PROBLEM_CONTENT_TYPE = 'application/problem+json; charset=utf-8';

const MOST_ERRORS = 20;
const MOST_DETAIL_CHARACTERS = 300;

/** What is wrong with one value of a request: where (RFC 6901), what kind, and what to change. */
const fieldErrorSchema = z.object({ pointer: z.string(), code: z.string(), message: z.string() });
export type FieldError = z.infer<typeof fieldErrorSchema>;

/** The body of every failure (RFC 9457). */
export const problemSchema = z
  .object({
    type: z
      .string()
      .meta({ description: 'A stable URI of the kind of problem: "urn:floorwalker:problem:<code>"' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'One sentence on what to change; nothing internal' }),
    code: z.enum(Object.keys(ERROR_CODES)),
    requestId: z.string(),
    errors: z.array(fieldErrorSchema).max(MOST_ERRORS).optional(),
    refusal: z
      .string()
      .optional()
      .meta({ description: "Of WRITE_REFUSED: which rule of the shop, as 'out-of-stock'" }),
    gate: gateReportSchema
      .optional()
      .meta({ description: 'Of GATE_FAILED: which cases would not hold any more, and what of them' }),
    current: z
      .unknown()
      .optional()
      .meta({ description: 'Of a CONFLICT at the desk: what it is now, to make the change on' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem document' });
export type Problem = z.infer<typeof problemSchema>;

/** The URI of a code. A URN: it names the problem and promises no page. */
const problemType = (code: ErrorCode): string =>
  `urn:floorwalker:problem:${code.toLowerCase().replaceAll('_', '-')}`;

/**
 * What the outside may know of a failure. A fault of the caller (4xx) says what to change; a fault of ours (5xx)
 * says only its kind, whatever the error's message holds.
 */
export function toProblem(error: unknown, requestId: string): Problem {
  const known = isAssistantError(error) ? error : toAssistantError(error);
  const { status, title } = ERROR_CODES[known.code];
  const { refusal, current } = known.details;
  const gate = gateReportSchema.safeParse(known.details.gate);
  const fieldErrors = z.array(fieldErrorSchema).safeParse(known.details.errors);
  return {
    type: problemType(known.code),
    title,
    status,
    detail: status < 500 ? shorten(known.message, MOST_DETAIL_CHARACTERS) : `${title}.`,
    code: known.code,
    requestId,
    ...(fieldErrors.success && { errors: fieldErrors.data.slice(0, MOST_ERRORS) }),
    ...(typeof refusal === 'string' && { refusal }),
    ...(gate.success && { gate: gate.data }),
    ...(status < 500 && current !== undefined && { current }),
  };
}

/** Seconds a caller should wait, when the error knows. */
export function retryAfterSeconds(error: unknown): number | undefined {
  const seconds = isAssistantError(error) ? error.details.retryAfterSeconds : undefined;
  return typeof seconds === 'number' ? Math.max(1, Math.ceil(seconds)) : undefined;
}

/** One line without control characters, cut with an ellipsis. */
export function shorten(text: string, characters: number): string {
  const line = text.replaceAll(/\p{C}+/gu, ' ').trim();
  return line.length <= characters ? line : `${[...line].slice(0, characters - 1).join('')}…`;
}

/** Faults that the HTTP libraries raise carry a status (http-errors); every other one is ours. */
function toAssistantError(error: unknown): AssistantError {
  const status = httpStatus(error);
  const code = status === undefined ? 'INTERNAL' : (CODE_OF_STATUS[status] ?? 'INVALID_ARGUMENT');
  return new AssistantError(code, status === undefined ? 'Something failed inside' : DETAIL[code], {
    cause: error,
  });
}

function httpStatus(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

const CODE_OF_STATUS: Readonly<Record<number, 'NOT_FOUND' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE'>> =
  {
    404: 'NOT_FOUND',
    413: 'PAYLOAD_TOO_LARGE',
    415: 'UNSUPPORTED_MEDIA_TYPE',
  };

const DETAIL = {
  INTERNAL: 'Something failed inside',
  INVALID_ARGUMENT: 'The request could not be read: check its address, its length and its encoding',
  NOT_FOUND: 'There is nothing at this address',
  PAYLOAD_TOO_LARGE: 'The body is larger than this route takes',
  UNSUPPORTED_MEDIA_TYPE: 'Send JSON in UTF-8, as it is or compressed with gzip, deflate or br',
} as const;
