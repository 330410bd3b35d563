import { readFileSync } from 'node:fs';
import { AssistantError } from '../errors/assistant-error.ts';

/**
 * @param what The file holds, for the message: "synonyms".
 * @throws {AssistantError} INVALID_ARGUMENT when it cannot be read, or is no UTF-8.
 */
export function readTextFile(file: string, what: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (cause) {
    const reason = cause instanceof TypeError ? 'it is no UTF-8' : describe(cause);
    throw new AssistantError('INVALID_ARGUMENT', `The ${what} ${file} cannot be read: ${reason}`, { cause });
  }
}

const describe = (cause: unknown): string => (cause instanceof Error ? cause.message : 'unknown fault');
