import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startTestServer } from '../support/http.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

/** A server over pages as they are built; shops may frame the shop page. */
async function builtPages() {
  const widgetDirectory = temporaryDirectory();
  mkdirSync(join(widgetDirectory, 'desk', 'assets'), { recursive: true });
  writeFileSync(join(widgetDirectory, 'index.html'), '<!doctype html><title>Shop</title>');
  writeFileSync(join(widgetDirectory, 'desk', 'index.html'), '<!doctype html><title>Desk</title>');
  writeFileSync(join(widgetDirectory, 'desk', 'assets', 'index-abc.js'), 'export {}');
  const { url } = await startTestServer({
    widgetDirectory,
    settings: { FLOORWALKER_ALLOWED_ORIGINS: 'https://shop.example' },
  });
  return (path: string) => fetch(`${url}${path}`);
}

describe('the page of the desk', () => {
  it('is the same at every address below it, and asked for again each time', async () => {
    const ask = await builtPages();
    for (const path of ['/desk', '/desk/', '/desk/queue', '/desk/conversations/c1']) {
      const response = await ask(path);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('<title>Desk</title>');
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('is framed by nobody, also where the shop may be, and tells no host where it is', async () => {
    const ask = await builtPages();
    const { headers } = await ask('/desk/queue');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect((await ask('/')).headers.get('content-security-policy')).toContain('https://shop.example');
  });

  it('has parts that never change, and none that were not built', async () => {
    const ask = await builtPages();
    expect((await ask('/desk/assets/index-abc.js')).headers.get('cache-control')).toContain('immutable');
    expect((await ask('/desk/assets/missing.js')).status).toBe(404);
    expect((await ask('/desk/missing.js')).status).toBe(404);
  });
});
