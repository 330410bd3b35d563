import cors from 'cors';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Settings } from '../config/config.ts';

export type OriginSettings = Pick<Settings, 'ALLOWED_ORIGINS' | 'PUBLIC_URL'>;

/** Headers of every answer: no script, no frame, no sniffing. Pages widen what they need. */
export function apiHeaders(settings: OriginSettings): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    strictTransportSecurity: settings.PUBLIC_URL?.startsWith('https:') === true,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
}

/**
 * Headers of our own pages: own scripts and styles only, trusted types, pictures from the catalogue's hosts, and
 * frames only on the shop's own origins.
 */
export function pageHeaders(settings: OriginSettings): RequestHandler {
  return pageHeadersWith(settings, {
    frameAncestors: ["'self'", ...settings.ALLOWED_ORIGINS],
    referrerPolicy: 'strict-origin-when-cross-origin',
  });
}

function pageHeadersWith(
  settings: OriginSettings,
  page: {
    readonly frameAncestors: readonly string[];
    readonly referrerPolicy: 'no-referrer' | 'strict-origin-when-cross-origin';
  },
): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'https:'],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: [...page.frameAncestors],
        requireTrustedTypesFor: ["'script'"],
        // The shop page and the widget are separate bundles, each with its own templates.
        trustedTypes: ['lit-html', "'allow-duplicates'"],
      },
    },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    strictTransportSecurity: settings.PUBLIC_URL?.startsWith('https:') === true,
    referrerPolicy: { policy: page.referrerPolicy },
    xFrameOptions: false,
  });
}

/** Headers of the desk's pages: as of our others, but in no frame, and never named to other hosts. */
export function deskPageHeaders(settings: OriginSettings): RequestHandler {
  return pageHeadersWith(settings, { frameAncestors: ["'none'"], referrerPolicy: 'no-referrer' });
}

/**
 * Lets pages of the listed origins read answers: exact matches only, nothing reflected, `null` never, no cookies.
 * Other origins get no header, so their browsers keep the answer from them.
 */
export function crossOrigin(settings: OriginSettings): RequestHandler {
  const own = settings.PUBLIC_URL === undefined ? [] : [new URL(settings.PUBLIC_URL).origin];
  return cors({
    origin: [...settings.ALLOWED_ORIGINS.filter((origin) => origin !== 'null' && origin !== '*'), ...own],
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: [
      'Authorization',
      'Content-Type',
      'Idempotency-Key',
      'Last-Event-ID',
      'X-Conversation-Id',
      'X-Request-Id',
    ],
    exposedHeaders: ['X-Request-Id', 'Retry-After', 'Idempotency-Replayed'],
    maxAge: 600,
  });
}
