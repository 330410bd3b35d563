import { readFileSync } from 'node:fs';
import { AssistantError } from '../errors/assistant-error.ts';

/** @throws {AssistantError} INVALID_ARGUMENT when it cannot be read, or is no UTF-8. */
export function readSynonymFile(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (cause) {
    const reason = cause instanceof TypeError ? 'it is no UTF-8' : describe(cause);
    throw new AssistantError('INVALID_ARGUMENT', `The synonyms ${file} cannot be read: ${reason}`, { cause });
  }
}

const describe = (cause: unknown): string => (cause instanceof Error ? cause.message : 'unknown fault');
