import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startTestServer } from '../support/http.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const [PRESENT, EARLIER, UNKNOWN] = ['0123456789ab', '111111111111', 'ffffffffffff'];
const LIST = [{ version: EARLIER, integrity: 'sha384-earlier', servedAt: '2026-11-01T00:00:00.000Z' }];

/** A server after an upgrade; of the version before it keeps its panel, compressed once. */
async function upgradedServer() {
  const widgetDirectory = temporaryDirectory();
  mkdirSync(join(widgetDirectory, 'widget', PRESENT), { recursive: true });
  writeFileSync(join(widgetDirectory, 'widget.js'), 'export const name = "present";');
  writeFileSync(join(widgetDirectory, 'widget', PRESENT, 'panel.js'), 'export const name = "present";');
  writeFileSync(join(widgetDirectory, 'widget.json'), JSON.stringify({ version: PRESENT }));
  const panel = `/widget/${EARLIER}/panel.js`;
  const kept = new Map([
    [panel, Buffer.from('export const name = "earlier";')],
    [`${panel}.br`, Buffer.from('compressed')],
  ]);
  const { url } = await startTestServer({
    widgetDirectory,
    earlierWidgets: { list: LIST, read: async (path) => kept.get(path) },
  });
  return (path: string, init?: RequestInit) => fetch(`${url}${path}`, init);
}

const plain = { headers: { 'Accept-Encoding': 'identity' } };

it('are served for ever, to every page, as the build left them', async () => {
  const ask = await upgradedServer();
  const answer = await ask(`/widget/${EARLIER}/panel.js`, plain);
  expect(await answer.text()).toContain('earlier');
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  const small = await ask(`/widget/${EARLIER}/panel.js`, {
    method: 'HEAD',
    headers: { 'Accept-Encoding': 'br' },
  });
  expect(small.headers.get('content-encoding')).toBe('br');
  expect(await (await ask(`/widget/${PRESENT}/panel.js`, plain)).text()).toContain('present');
});

it('are told beside the present one', async () => {
  const ask = await upgradedServer();
  const answer = await ask('/widget.json');
  expect(answer.headers.get('cache-control')).toBe('public, no-cache');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(await answer.json()).toEqual({
    version: PRESENT,
    earlier: [{ ...LIST[0], address: `/widget/${EARLIER}/widget.js` }],
  });
});

it('have the present loader for one that nobody has, which nothing keeps and which says what it is', async () => {
  const ask = await upgradedServer();
  const answer = await ask(`/widget/${UNKNOWN}/widget.js`, plain);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/javascript/);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  const text = await answer.text();
  expect(text).toContain(`console.warn("floorwalker: this server does not keep version ${UNKNOWN}`);
  expect(text).toContain('"present"');
});

it('are told as absent in every other file, with where to look', async () => {
  const ask = await upgradedServer();
  for (const path of [`/widget/${UNKNOWN}/panel.js`, `/widget/${EARLIER}/other.js`]) {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('cache-control')).not.toContain('immutable');
    expect(await answer.json()).toMatchObject({
      code: 'NOT_FOUND',
      detail: expect.stringContaining('/widget.json'),
    });
  }
  expect((await ask('/widget/nonsense/widget.js')).status).toBe(404);
  expect((await ask(`/widget/${UNKNOWN}/widget.js`, { method: 'POST' })).status).toBe(404);
});
