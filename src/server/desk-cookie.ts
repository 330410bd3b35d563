import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { Settings } from '../config/config.ts';
import { AssistantError } from '../errors/assistant-error.ts';

const LONGEST_MS = 12 * 3_600_000;
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The cookie of the desk: out of reach of scripts, sent to our own pages alone. */
export interface DeskCookie {
  read(request: Request): string | undefined;
  set(response: Response, value: string): void;
  clear(response: Response): void;
  /**
   * A browser says from which page a change comes; one from elsewhere is refused, whatever cookie it has.
   *
   * @throws {AssistantError} FORBIDDEN.
   */
  assertOwnPage(request: Request): void;
}

/**
 * @param settings With an https address of its own the cookie is bound to this host (`__Host-`) and travels encrypted alone.
 * @see https://www.rfc-editor.org/rfc/rfc6265 and draft-ietf-httpbis-rfc6265bis, section 4.1.3.2 (the `__Host-` prefix).
 */
export function createDeskCookie({ PUBLIC_URL }: Pick<Settings, 'PUBLIC_URL'>): DeskCookie {
  const secure = PUBLIC_URL?.startsWith('https:') === true;
  const name = secure ? '__Host-floorwalker-desk' : 'floorwalker-desk';
  const options = { httpOnly: true, sameSite: 'strict', secure, path: '/' } as const;
  return {
    read: (request) => parseCookie(request.headers.cookie ?? '')[name],
    set: (response, value) => void response.cookie(name, value, { ...options, maxAge: LONGEST_MS }),
    clear: (response) => void response.clearCookie(name, options),
    assertOwnPage(request) {
      if (SAFE_METHODS.has(request.method)) return;
      const own =
        PUBLIC_URL === undefined
          ? `${request.protocol}://${request.get('Host')}`
          : new URL(PUBLIC_URL).origin;
      if (request.get('Origin') !== own)
        throw new AssistantError('FORBIDDEN', `Changes are taken from pages of ${own} alone`);
    },
  };
}
