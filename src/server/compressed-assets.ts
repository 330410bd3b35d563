import { createHash } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

/** The scripts of the widget, which the build left compressed beside each of them. */
const SCRIPT = /^\/(?:widget\/[\da-f]{12}\/)?[\w-]+\.js$/;
/** Smallest first; whoever reads neither gets the script as it is. */
const FORMS = [
  ['br', '.br'],
  ['gzip', '.gz'],
  ['identity', ''],
] as const;

/**
 * Answers with what the build compressed, once and better than there is time for on a request; whatever it did not is
 * left to the next handler.
 *
 * @param read The file at an address; undefined where there is none.
 * @param setHeaders Of the address that was asked for.
 */
export function compressedAssets(
  read: (path: string) => Promise<Buffer | undefined>,
  setHeaders: (response: Response, path: string) => void,
): RequestHandler {
  return async (request, response, next) => {
    const { method, path } = request;
    const [encoding, ending] =
      FORMS.find(([form]) => request.acceptsEncodings(form) === form) ?? (['identity', ''] as const);
    const isOurs = ['GET', 'HEAD'].includes(method) && SCRIPT.test(path);
    const content = isOurs ? await read(`${path}${ending}`) : undefined;
    if (content === undefined) {
      next();
      return;
    }
    setHeaders(response, path);
    response
      .vary('Accept-Encoding')
      .type('text/javascript')
      // Of what it holds: a file's time may be that of an older version.
      .set('ETag', `"${createHash('sha256').update(content).digest('base64url')}"`);
    if (encoding !== 'identity') response.set('Content-Encoding', encoding);
    response.send(content);
  };
}
