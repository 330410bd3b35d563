import type { Request } from 'express';
import type { Visit } from '../desk/identity/identity-context.ts';
import type { Site } from '../desk/identity/passkeys.ts';
import { networkOf } from './caller.ts';
import type { DeskCookie } from './desk-cookie.ts';

/** A browser that signs in, or proves again who it is. */
export const visitOf = (cookie: DeskCookie, request: Request): Visit => ({
  from: networkOf(request.ip),
  cookie: cookie.read(request),
});

/** Where passkeys are good. Browsers take a host name, never an address in numbers: without `PUBLIC_URL` that is "localhost". */
export function siteOf(cookie: DeskCookie, request: Request): Site {
  const origin = cookie.ownOrigin(request);
  return { rpId: new URL(origin).hostname, origin };
}

export const DESK_PAGE = '/desk/';

/** The page where somebody chooses a password; the token stays in the browser, and out of logs. */
export const invitationLink = (origin: string, token: string): string =>
  `${origin}${DESK_PAGE}#invitation=${token}`;
