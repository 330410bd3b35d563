import { join } from 'node:path';
import express, { type RequestHandler, type Response, Router } from 'express';
import { AssistantError } from '../errors/assistant-error.ts';
import { compressedAssets } from './compressed-assets.ts';
import { setRoutePattern } from './request-log.ts';

const DAY_SECONDS = 86_400;
/** Named after what they hold, or below the version of the widget. */
const NEVER_CHANGED = /[/\\](?:assets|widget[/\\][\da-f]{12})[/\\]/;

export interface PagesOptions {
  /** Holds `index.html`, `widget.js` and `assets/`, as built. */
  readonly directory: string;
  readonly headers: RequestHandler;
  /** Draws the picture of a demo product (SVG). */
  readonly drawImage?: (productId: string) => Promise<string | undefined>;
}

/**
 * The browser's side: the shop page at `/` and `/products/:productId`, the same with the panel open at `/chat`, how to
 * embed the widget at `/docs/widget`, the
 * widget (`/widget.js`, the same below its version, and `/widget.json`, which says which that is), their assets, and the
 * pictures of the demo shop. Files whose addresses hold a hash or a version never change; all others are asked for again.
 */
export function pages(options: PagesOptions): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const builtPage =
    (file: string): RequestHandler =>
    (_request, response, next) => {
      setRoutePattern(response, 'page');
      response.set('Cache-Control', 'no-cache');
      response.sendFile(join(options.directory, file), (error) => {
        if (error && !response.headersSent) next(notBuilt());
      });
    };
  router.get(['/', '/chat', '/basket', '/products/:productId'], options.headers, builtPage('index.html'));
  router.get('/docs/widget', options.headers, builtPage('docs/widget.html'));
  router.get('/demo/images/:file', drawDemoImage(options.drawImage));
  router.use(
    compressedAssets(options.directory, setAssetHeaders),
    express.static(options.directory, { index: false, redirect: false, setHeaders: setAssetHeaders }),
  );
  return router;
}

/** Scripts and pictures may be used by the shop's own pages, wherever they are. */
function setAssetHeaders(response: Response, file: string): void {
  const hashed = NEVER_CHANGED.test(file);
  setRoutePattern(response, 'asset');
  response.set({
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'public, no-cache',
  });
}

function drawDemoImage(draw: PagesOptions['drawImage']): RequestHandler<{ file: string }> {
  return async (request, response) => {
    setRoutePattern(response, '/demo/images/{file}');
    const productId = /^(.{1,200})\.svg$/u.exec(request.params.file)?.[1];
    const picture = productId === undefined ? undefined : await draw?.(productId);
    if (picture === undefined) throw new AssistantError('NOT_FOUND', 'There is no such picture');
    response
      .set({
        'Content-Type': 'image/svg+xml; charset=utf-8',
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'Cache-Control': `public, max-age=${DAY_SECONDS}`,
      })
      .send(picture);
  };
}

function notBuilt(): AssistantError {
  return new AssistantError('NOT_FOUND', 'The shop page was not built; run "npm run build:widget"');
}
