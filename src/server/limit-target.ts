import type { RequestHandler } from 'express';
import { AssistantError } from '../errors/assistant-error.ts';

const LONGEST_TARGET = 8_192;

/** Refuses addresses that are too long or hold a broken percent escape, before any route looks at them. */
export function limitTarget(): RequestHandler {
  return (request, _response, next) => {
    if (request.originalUrl.length > LONGEST_TARGET) {
      throw new AssistantError('URI_TOO_LONG', `The address must have at most ${LONGEST_TARGET} characters`);
    }
    assertDecodable(request.path);
    next();
  };
}

function assertDecodable(path: string): void {
  try {
    decodeURIComponent(path);
  } catch (cause) {
    throw new AssistantError('INVALID_ARGUMENT', 'The address holds a bad percent escape', { cause });
  }
}
