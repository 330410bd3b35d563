import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { DATABASE_FILE } from '../../connectors/database/sqlite.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { postJson, startConversation } from '../support/http.ts';

const readiness = async ({ url }: DemoServer) => {
  const response = await fetch(`${url}/readyz`);
  const { components } = await response.json();
  return { status: response.status, detail: components.database.detail };
};

it('a database that somebody else holds refuses what would be lost, answers what is only read, and recovers by itself', async () => {
  const server = await demoServer();
  onTestFinished(() => server.close());
  const { path, headers } = await startConversation(server.url, { locale: 'en-US', market: 'US' });
  const say = (text: string) => postJson(`${path}/messages`, { text }, headers);
  expect((await say('a warm scarf')).status).toBe(200);

  const other = new DatabaseSync(join(server.directory, DATABASE_FILE));
  onTestFinished(() => {
    if (other.isOpen) other.close();
  });
  other.exec('BEGIN IMMEDIATE');
  const refused = await Promise.all([
    say('a blue one'),
    postJson(`${server.url}/v1/conversations`, { locale: 'en-US' }),
  ]);
  for (const response of refused) {
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(await response.json()).toMatchObject({ code: 'STORAGE_UNAVAILABLE', status: 503 });
  }
  expect(await readiness(server)).toMatchObject({ status: 503, detail: expect.stringContaining('locked') });
  expect((await fetch(`${server.url}/livez`)).status).toBe(200);
  expect((await fetch(`${server.url}/v1/search?q=scarf&market=US&locale=en-US`)).status).toBe(200);

  other.close();
  await expect
    .poll(() => readiness(server), { timeout: 10_000 })
    .toEqual({ status: 200, detail: 'embedded SQLite' });
  const answered = await say('a blue one');
  expect(answered.status).toBe(200);
  expect((await answered.json()).products.length).toBeGreaterThan(0);
  const { messages } = await (await fetch(`${path}/messages`, { headers })).json();
  expect(messages).toHaveLength(2);
});
