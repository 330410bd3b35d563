import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { AssistantError } from '../errors/assistant-error.ts';

/**
 * The bearer token of a request (RFC 6750, section 2.1).
 *
 * @returns undefined without an Authorization header.
 * @throws {AssistantError} AUTHENTICATION_REQUIRED when the header is there and holds no bearer token.
 */
export function bearerToken(request: Request): string | undefined {
  const header = request.headers.authorization;
  if (header === undefined) return undefined;
  const token = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(header)?.[1];
  if (token === undefined || token.length > 4_096) throw authenticationRequired();
  return token;
}

/**
 * Whether the browser asks that nobody be profiled.
 *
 * @see https://www.w3.org/TR/gpc/ (the Sec-GPC header field).
 */
export const optsOut = (request: Request): boolean => request.get('Sec-GPC') === '1';

export function authenticationRequired(): AssistantError {
  return new AssistantError(
    'AUTHENTICATION_REQUIRED',
    'Send "Authorization: Bearer <token>" with a valid token',
  );
}

/** Who is counted by rate limits when nobody is named: an IPv4 address, or the /56 of an IPv6 address. */
export const addressKey = (request: Request): string => ipKeyGenerator(request.ip ?? 'unknown');

/** Whose budget for language models a message draws on: an IPv4 address, or the /64 of an IPv6 address. */
export function addressPrefix({ ip }: Pick<Request, 'ip'>): { readonly addressPrefix?: string } {
  return ip === undefined ? {} : { addressPrefix: ipKeyGenerator(ip, 64) };
}

/** A one-way name of a caller: of the token, else of the address with the browser. Safe to store. */
export function callerScope(request: Request, token: string | undefined): string {
  const identity = token ?? `${addressKey(request)} ${request.headers['user-agent'] ?? ''}`;
  return sha256(`${token === undefined ? 'address' : 'token'} ${identity}`);
}

/** An address as logs keep it: the network, not the device. */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return 'unknown';
  const mapped = address.replace(/^::ffff:/, '');
  return mapped.includes(':')
    ? `${mapped.split(':').slice(0, 3).join(':')}::/48`
    : `${mapped.split('.').slice(0, 3).join('.')}.0/24`;
}

export const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
