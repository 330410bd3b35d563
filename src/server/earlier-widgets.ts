import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import { AssistantError } from '../errors/assistant-error.ts';
import { compressedAssets } from './compressed-assets.ts';
import { shorten } from './problem.ts';
import { setAssetHeaders } from './set-asset-headers.ts';

/** A version of the widget that was served before the present one. */
export interface EarlierWidget {
  readonly version: string;
  /** Of its loader, for the attribute `integrity`. */
  readonly integrity: string;
  /** ISO 8601: the last start at which it was the present one. */
  readonly servedAt: string;
}

export interface EarlierWidgets {
  /** Latest first. */
  readonly list: readonly EarlierWidget[];
  /**
   * @param path "/widget/0123456789ab/panel.js", also with ".br" and ".gz".
   * @returns Undefined for what is not kept, and for what is not as it was published any more.
   */
  read(path: string): Promise<Buffer | undefined>;
}

const VERSION = /^[\da-f]{12}$/;

/**
 * What pages that pinned an earlier version go on with: its files for ever, as long as they are kept. A loader of a
 * version that nobody has is answered with the present one, which keeps nothing: a page that gave a hash refuses it,
 * any other works. Comes after the files of the present version.
 *
 * @param directory Holds the present `widget.js` and `widget.json`.
 */
export function earlierWidgets(directory: string, earlier: EarlierWidgets): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get('/widget.json', async (_request, response, next) => {
    const manifest = await readFile(join(directory, 'widget.json'), 'utf8').catch(() => undefined);
    if (manifest === undefined) return next();
    setAssetHeaders(response, 'widget.json');
    const list = earlier.list.map((each) => ({ ...each, address: `/widget/${each.version}/widget.js` }));
    response.json({ ...JSON.parse(manifest), earlier: list });
  });
  router.get('/widget/:version/:file', compressedAssets(earlier.read, setAssetHeaders), absent(directory));
  return router;
}

/** Of a loader, the present one, which says so in the console of the page; of anything else, that it is not there. */
const absent =
  (directory: string): RequestHandler<{ version: string; file: string }> =>
  async ({ params: { version, file } }, response, next) => {
    if (!VERSION.test(version)) return next();
    const loader =
      file === 'widget.js' ? await readFile(join(directory, file), 'utf8').catch(() => undefined) : undefined;
    if (loader === undefined)
      throw new AssistantError(
        'NOT_FOUND',
        `There is no ${shorten(file, 60)} of version ${version} of the widget; GET /widget.json tells the versions there are`,
      );
    setAssetHeaders(response, file);
    const note = `floorwalker: this server does not keep version ${version} of the widget; this is the present one`;
    response
      .set('Cache-Control', 'no-store')
      .type('text/javascript')
      .send(`console.warn(${JSON.stringify(note)});\n${loader}`);
  };
