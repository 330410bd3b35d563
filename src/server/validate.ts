import type * as z from 'zod';
import { AssistantError } from '../errors/assistant-error.ts';
import { type FieldError, shorten } from './problem.ts';

const MOST_ERRORS = 20;

/** @throws {AssistantError} VALIDATION_FAILED with `details.errors`: at most 20 pointers (RFC 6901) and what is wrong there. */
export function validate<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap(toFieldErrors).slice(0, MOST_ERRORS);
  const [first] = errors;
  throw new AssistantError(
    'VALIDATION_FAILED',
    first === undefined
      ? 'The request does not have the expected shape'
      : `${first.pointer || 'The body'}: ${first.message}`,
    { details: { errors } },
  );
}

/** An unknown key is reported where it stands, one error per key. */
function toFieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const paths =
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  const message = issue.code === 'unrecognized_keys' ? 'This key is not known here' : issue.message;
  return paths.map((path) => ({
    pointer: shorten(toPointer(path), 160),
    code: issue.code,
    message: shorten(message, 160),
  }));
}

const toPointer = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
