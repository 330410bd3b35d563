import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { sendRaw, startTestServer } from '../support/http.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const VERSION = '0123456789ab';

async function serveWidget() {
  const widgetDirectory = temporaryDirectory();
  mkdirSync(join(widgetDirectory, 'widget', VERSION), { recursive: true });
  for (const file of ['widget.js', `widget/${VERSION}/panel.js`]) {
    const code = `export const name = '${file}';`.padEnd(4_000, ' ');
    writeFileSync(join(widgetDirectory, file), code);
    writeFileSync(join(widgetDirectory, `${file}.br`), brotliCompressSync(code));
    writeFileSync(join(widgetDirectory, `${file}.gz`), gzipSync(code));
  }
  writeFileSync(join(widgetDirectory, 'widget.json'), '{}');
  return await startTestServer({ widgetDirectory });
}

it('are sent as the build left them, in the best form that the browser reads', async () => {
  const { url } = await serveWidget();
  for (const [accepted, sent] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0, identity', null],
  ] as const) {
    const response = await fetch(`${url}/widget.js`, { headers: { 'Accept-Encoding': accepted } });
    expect(response.headers.get('content-encoding')).toBe(sent);
    expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(response.headers.get('vary')).toContain('Accept-Encoding');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect((await response.text()).trim()).toBe("export const name = 'widget.js';");
  }
});

it('are kept for ever below their version, and asked for again without', async () => {
  const { url, port } = await serveWidget();
  const cached = async (path: string) => (await fetch(`${url}${path}`)).headers.get('cache-control');
  expect(await cached(`/widget/${VERSION}/panel.js`)).toBe('public, max-age=31536000, immutable');
  expect(await cached('/widget.js')).toBe('public, no-cache');
  expect(await cached('/widget.json')).toBe('public, no-cache');
  const first = await fetch(`${url}/widget.js`, { headers: { 'Accept-Encoding': 'br' } });
  const tag = first.headers.get('etag') ?? '';
  const asked = `GET /widget.js HTTP/1.1\r\nHost: a\r\nAccept-Encoding: br, gzip\r\nConnection: close\r\n`;
  expect(await sendRaw(port, `${asked}If-None-Match: ${tag}\r\n\r\n`)).toMatch(/^HTTP\/1.1 304/);
  expect(await sendRaw(port, `${asked}If-None-Match: "another"\r\n\r\n`)).toMatch(/^HTTP\/1.1 200/);
});

it('are told as absent when they are, whatever is accepted', async () => {
  const { url } = await serveWidget();
  for (const path of [`/widget/${VERSION}/other.js`, '/widget/ba9876543210/panel.js']) {
    const response = await fetch(`${url}${path}`);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-encoding')).not.toBe('br');
    expect(response.headers.get('cache-control')).not.toContain('immutable');
    expect(await response.json()).toMatchObject({ code: 'NOT_FOUND' });
  }
});
