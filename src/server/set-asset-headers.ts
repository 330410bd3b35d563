import type { Response } from 'express';
import { setRoutePattern } from './request-log.ts';

/** Named after what they hold, or below the version of the widget. */
const NEVER_CHANGED = /[/\\](?:assets|widget[/\\][\da-f]{12})[/\\]/;

/**
 * Scripts and pictures may be used by the shop's own pages, wherever they are.
 *
 * @param file Its path, or its address.
 */
export function setAssetHeaders(response: Response, file: string): void {
  const hashed = NEVER_CHANGED.test(file);
  setRoutePattern(response, 'asset');
  response.set({
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'public, no-cache',
  });
}
