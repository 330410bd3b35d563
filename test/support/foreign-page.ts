import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { startTestServer, type TestServerOptions } from './http.ts';

export interface ForeignPage {
  /** Of the page, on another origin than the assistant's. */
  readonly address: string;
  readonly origin: string;
}

/**
 * Serves one page, at every path, on an origin of its own, closed when the test ends.
 *
 * @param html Asked for on every request.
 */
export async function serveForeignPage(
  html: () => string,
  headers: Readonly<Record<string, string>> = {},
): Promise<ForeignPage> {
  const server = createServer((request, response) => {
    const isPage = request.headers.accept?.includes('text/html') === true;
    response.writeHead(isPage ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
    response.end(isPage ? html() : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${port}`;
  return { origin, address: `${origin}/a-page` };
}

/** A foreign page whose origin may use the assistant, unless `isAllowed` is false. */
export async function serveEmbedding(options: {
  readonly html: (assistant: string) => string;
  readonly headers?: (assistant: string) => Readonly<Record<string, string>>;
  readonly isAllowed?: boolean;
  readonly server: TestServerOptions;
}) {
  const { html, headers = () => ({}), isAllowed = true } = options;
  let assistant = '';
  const pageHeaders: Record<string, string> = {};
  const page = await serveForeignPage(() => html(assistant), pageHeaders);
  const served = await startTestServer({
    ...options.server,
    settings: isAllowed ? { FLOORWALKER_ALLOWED_ORIGINS: page.origin } : {},
  });
  assistant = served.url;
  Object.assign(pageHeaders, headers(assistant));
  return { ...page, assistant };
}
