import { expect, it } from 'vitest';
import { importedShop } from '../../support/imported-shop.ts';
import { run, runJson } from '../../support/run-program.ts';

const QUIET = { FLOORWALKER_LOG_LEVEL: 'silent' };

it('prints the address it chose and what runs, and closes when it is told to', async () => {
  const stop = new AbortController();
  const directory = await importedShop();
  const { code, body } = await runJson(['serve', '--port', '0', '--data', directory], {
    environment: QUIET,
    signal: stop.signal,
    onOutput: () => stop.abort('SIGTERM'),
  });
  expect(code).toBe(0);
  const { url } = body;
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/);
  expect(body).toMatchObject({ shop: `${url}/`, chat: `${url}/chat`, interface: `${url}/openapi.json` });
  expect(body.engines.join('\n')).toContain('2 products');
});

it('says in words what it serves', async () => {
  const stop = new AbortController();
  const { stdout } = await run(['serve', '--port', '0', '--data', await importedShop()], {
    environment: QUIET,
    signal: stop.signal,
    onOutput: () => stop.abort('SIGTERM'),
  });
  expect(stdout).toMatch(/^Floorwalker is open\n {2}shop page +http:/);
  expect(stdout).toContain('no model configured');
});

it('fails with the settings to change when it cannot listen', async () => {
  const { code, stderr } = await run(['serve', '--host', '192.0.2.1', '--data', await importedShop()], {
    environment: QUIET,
  });
  expect([code, stderr]).toEqual([1, expect.stringMatching(/192\.0\.2\.1.*--host or --port/)]);
});
