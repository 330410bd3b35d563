import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { AssistantError } from '../errors/assistant-error.ts';
import { compressedAssets } from './compressed-assets.ts';
import { type EarlierWidgets, earlierWidgets } from './earlier-widgets.ts';
import { setRoutePattern } from './request-log.ts';
import { setAssetHeaders } from './set-asset-headers.ts';

const DAY_SECONDS = 86_400;
/** Below the desk, what is no file: the page itself reads from the address what to show. */
const DESK_PLACE = /^\/desk\/(?!assets\/)[^.]*$/;

export interface PagesOptions {
  /** Holds `index.html`, `widget.js`, `assets/` and `desk/`, as built. */
  readonly directory: string;
  readonly headers: RequestHandler;
  /** Of the desk's page. */
  readonly deskHeaders: RequestHandler;
  /** Versions of the widget that pages may have pinned. */
  readonly earlierWidgets: EarlierWidgets;
  /** Draws the picture of a demo product (SVG). */
  readonly drawImage?: (productId: string) => Promise<string | undefined>;
}

/**
 * The browser's side: the shop page at `/` and `/products/:productId`, the same with the panel open at `/chat`, how to
 * embed the widget at `/docs/widget`, the desk of the shop's own people at `/desk` and all below it, the
 * widget (`/widget.js`, the same below its version, earlier versions, and `/widget.json`, which says which there are), their assets, and the
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
  router.get(['/desk', DESK_PLACE], options.deskHeaders, builtPage('desk/index.html'));
  router.get('/demo/images/:file', drawDemoImage(options.drawImage));
  const built = (path: string) => readFile(join(options.directory, path)).catch(() => undefined);
  const earlier = earlierWidgets(options.directory, options.earlierWidgets);
  router.use(
    compressedAssets(built, setAssetHeaders),
    // Answers /widget.json, too, which the build left without them.
    earlier,
    express.static(options.directory, { index: false, redirect: false, setHeaders: setAssetHeaders }),
  );
  return router;
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
