import express, { type Request, type RequestHandler } from 'express';
import { AssistantError } from '../errors/assistant-error.ts';
import { parseStrictJson } from './strict-json.ts';

/** Reads the bytes of a body, unpacked, up to a limit. The size after unpacking counts. */
export function bodyReader(limitBytes: number): RequestHandler {
  return express.raw({ type: () => true, limit: limitBytes, inflate: true });
}

/** The bytes that `bodyReader` left; empty when there was no body. */
export function bodyBytes(request: Request): Buffer {
  const body: unknown = request.body;
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

/**
 * @param optional A request without content type and without body is an empty object.
 * @throws {AssistantError} UNSUPPORTED_MEDIA_TYPE unless it is JSON in UTF-8; INVALID_JSON.
 */
export function readJsonBody(request: Request, { optional }: { readonly optional: boolean }): unknown {
  const bytes = bodyBytes(request);
  const contentType = request.headers['content-type'];
  if (optional && bytes.length === 0 && contentType === undefined) return {};
  assertJsonType(contentType);
  return parseStrictJson(decodeUtf8(bytes));
}

function assertJsonType(contentType: string | undefined): void {
  const [type = '', ...parameters] = (contentType ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  const isUtf8 = charset === undefined || /^"?utf-?8"?$/.test(charset);
  if (type !== 'application/json' || !isUtf8) {
    throw new AssistantError(
      'UNSUPPORTED_MEDIA_TYPE',
      'Send the body as "Content-Type: application/json" in UTF-8',
    );
  }
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AssistantError('INVALID_JSON', 'The body is not valid UTF-8', { cause });
  }
}
