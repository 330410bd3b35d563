import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { Settings } from '../config/config.ts';
import { AssistantError } from '../errors/assistant-error.ts';

const LONGEST_MS = 12 * 3_600_000;
/** As long as what is asked of the browser is good. */
const PASSKEY_MS = 5 * 60_000;
const OPEN_ID_MS = 10 * 60_000;
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A cookie out of reach of scripts. */
interface HeldCookie {
  read(request: Request): string | undefined;
  set(response: Response, value: string): void;
  clear(response: Response): void;
}

/** The cookies of the desk, and the pages they come from. */
export interface DeskCookie extends HeldCookie {
  /** Of a browser that was asked for a passkey and has not answered. */
  readonly passkeyAttempt: HeldCookie;
  /** Of a browser that was sent to the provider of identities. It comes back from a foreign page, so that this one is sent then. */
  readonly openIdAttempt: HeldCookie;
  /** Where our own pages are. */
  ownOrigin(request: Request): string;
  /**
   * A browser says from which page a change comes; one from elsewhere is refused, whatever cookie it has.
   *
   * @throws {AssistantError} FORBIDDEN.
   */
  assertOwnPage(request: Request): void;
}

/**
 * @param settings With an https address of its own the cookies are bound to this host (`__Host-`) and travel encrypted alone; without one
 *   they do so where a trusted proxy says that the browser came by https.
 * @see https://www.rfc-editor.org/rfc/rfc6265 and draft-ietf-httpbis-rfc6265bis, section 4.1.3.2 (the `__Host-` prefix).
 */
export function createDeskCookie({ PUBLIC_URL }: Pick<Settings, 'PUBLIC_URL'>): DeskCookie {
  const secure = PUBLIC_URL?.startsWith('https:') === true;
  const isSecure = ({ req }: Response): boolean => secure || req.secure;
  const hold = (name: string, maxAge: number, sameSite: 'strict' | 'lax'): HeldCookie => {
    const fullName = secure ? `__Host-${name}` : name;
    const options = { httpOnly: true, sameSite, path: '/' } as const;
    return {
      read: (request) => parseCookie(request.headers.cookie ?? '')[fullName],
      set: (response, value) =>
        void response.cookie(fullName, value, { ...options, secure: isSecure(response), maxAge }),
      clear: (response) => void response.clearCookie(fullName, { ...options, secure: isSecure(response) }),
    };
  };
  const ownOrigin = (request: Request) =>
    PUBLIC_URL === undefined ? `${request.protocol}://${request.get('Host')}` : new URL(PUBLIC_URL).origin;

  return {
    ...hold('floorwalker-desk', LONGEST_MS, 'strict'),
    passkeyAttempt: hold('floorwalker-desk-passkey', PASSKEY_MS, 'strict'),
    openIdAttempt: hold('floorwalker-desk-open-id', OPEN_ID_MS, 'lax'),
    ownOrigin,
    assertOwnPage(request) {
      if (SAFE_METHODS.has(request.method)) return;
      const own = ownOrigin(request);
      if (request.get('Origin') !== own)
        throw new AssistantError('FORBIDDEN', `Changes are taken from pages of ${own} alone`);
    },
  };
}
