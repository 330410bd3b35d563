import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { PRODUCTS, REPLY } from './widget-contestants.ts';

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.json': 'application/json' };

/** What went over the wire since it was reset. */
export interface Traffic {
  requests: number;
  /** Of scripts, as brotli, which is what goes over the wire; and what gzip would have made of them. */
  brotli: number;
  gzip: number;
}

/** Serves the pages, the scripts as brotli, and a chat that answers at once. */
export async function openSite(options: { readonly widget: string; readonly packages: string }) {
  const compressed = new Map<string, { readonly brotli: Buffer; readonly gzip: number }>();
  const traffic: Traffic = { requests: 0, brotli: 0, gzip: 0 };
  let html = '';
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    if (pathname === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    traffic.requests += 1;
    if (pathname === '/') response.writeHead(200, { 'Content-Type': 'text/html' }).end(html);
    else if (pathname.startsWith('/v1/')) answerChat(pathname, request.method, response);
    else sendScript(pathname, response);
  });
  const sendScript = (pathname: string, response: ServerResponse) => {
    const [, inPackages] = /^\/packages\/(.+)$/.exec(pathname) ?? [];
    const root = inPackages === undefined ? options.widget : join(options.packages, 'node_modules');
    const file = join(root, normalize(`/${inPackages ?? pathname}`));
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const content = compressed.get(file) ?? compress(readFileSync(file));
    compressed.set(file, content);
    traffic.brotli += content.brotli.length;
    traffic.gzip += content.gzip;
    response
      .writeHead(200, {
        'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
        'Content-Encoding': 'br',
        'Cache-Control': 'public, max-age=600',
      })
      .end(content.brotli);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    traffic,
    show(page: string) {
      html = page;
      Object.assign(traffic, { requests: 0, brotli: 0, gzip: 0 });
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** As a build would, so that nobody pays for compressing while it is measured. */
const compress = (content: Buffer) => ({
  brotli: brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  gzip: gzipSync(content, { level: 9 }).length,
});

function answerChat(pathname: string, method: string | undefined, response: ServerResponse): void {
  if (method === 'POST' && pathname === '/v1/conversations') {
    const greeting = { text: 'Hello. I am an automated assistant.', language: 'en' };
    sendJson(response, 201, { conversationId: 'c-1', token: 't-1', greeting });
  } else if (method === 'POST' && pathname.endsWith('/messages')) {
    const messageId = randomUUID();
    const turn = {
      messageId,
      language: 'en',
      text: REPLY,
      products: PRODUCTS,
      chips: [],
      commands: [],
      claims: [],
    };
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    const events = {
      'reply-start': { messageId, language: 'en' },
      'products-available': { products: PRODUCTS },
      'reply-delta': { text: REPLY },
      'reply-end': turn,
    };
    for (const [index, [name, data]] of Object.entries(events).entries())
      response.write(`id: ${index}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
    response.end();
  } else sendJson(response, 404, { status: 404, code: 'NOT_FOUND' });
}

const sendJson = (response: ServerResponse, status: number, content: unknown): void => {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(content));
};
