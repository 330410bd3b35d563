import type { Request, Response } from 'express';
import { AssistantError } from '../errors/assistant-error.ts';

/** The version as an ETag. */
export function tellVersion(response: Response, { version }: { readonly version: number }): void {
  response.set('ETag', `"${version}"`);
}

/**
 * The version that a change was made on.
 *
 * @param path Of the resource, for the message.
 * @returns undefined when any version may be replaced.
 * @throws {AssistantError} PRECONDITION_FAILED when it is none that we ever gave.
 */
export function readIfMatch(request: Request, path: string): number | undefined {
  const header = request.get('If-Match')?.trim();
  if (header === undefined || header === '*') return undefined;
  const version = /^"(\d{1,15})"$/.exec(header)?.[1];
  if (version === undefined)
    throw new AssistantError('PRECONDITION_FAILED', `If-Match must be the ETag of GET ${path}`);
  return Number(version);
}
