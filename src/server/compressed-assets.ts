import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RequestHandler, Response } from 'express';

/** The scripts of the widget, which the build left compressed beside each of them. */
const SCRIPT = /^\/(?:widget\/[\da-f]{12}\/)?[\w-]+\.js$/;
/** Smallest first. */
const FORMS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/**
 * Answers with what the build compressed, once and better than there is time for on a request; whatever it did not is
 * left to the next handler.
 *
 * @param setHeaders Of the file that was asked for.
 */
export function compressedAssets(
  directory: string,
  setHeaders: (response: Response, file: string) => void,
): RequestHandler {
  return async (request, response, next) => {
    const { method, path } = request;
    const form = FORMS.find(([encoding]) => request.acceptsEncodings(encoding) === encoding);
    const file = join(directory, path);
    const isOurs = ['GET', 'HEAD'].includes(method) && SCRIPT.test(path) && form !== undefined;
    const content = isOurs ? await readFile(`${file}${form[1]}`).catch(() => undefined) : undefined;
    if (form === undefined || content === undefined) {
      next();
      return;
    }
    setHeaders(response, file);
    response
      .vary('Accept-Encoding')
      .type('text/javascript')
      .set('Content-Encoding', form[0])
      // Of what it holds: a file's time may be that of an older version.
      .set('ETag', `"${createHash('sha256').update(content).digest('base64url')}"`)
      .send(content);
  };
}
