import { get, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { DeskFeed } from '../../../../src/desk/desk-feed.ts';
import { signedInDesk } from '../../../support/signed-in-desk.ts';

/** A feed that always has something new: so many bytes of it. */
function endless(bytes: number) {
  const readers = { open: 0, asked: 0 };
  const news: DeskFeed = {
    present: () => [],
    listenPresent: () => {},
    read() {
      readers.open += 1;
      return {
        close: () => {
          readers.open -= 1;
        },
        async next() {
          readers.asked += 1;
          const filling = { ada: [{ agentId: 'a', firstName: 'x'.repeat(bytes), isEditing: false }] };
          return { id: `one.${readers.asked}`, events: [{ type: 'presence', viewers: filling }] };
        },
      };
    },
  };
  return { readers, news };
}

describe('the stream of the desk', () => {
  it('asks for no more while a reader takes nothing, and goes on when they do', async () => {
    const { readers, news } = endless(400_000);
    const { url, admin } = await signedInDesk({ desk: { news } });
    const request = get(`${url}/v1/desk/stream`, { headers: admin.headers() });
    const response = await new Promise<IncomingMessage>((resolve) => request.once('response', resolve));
    response.pause();
    let seen = -1;
    while (readers.asked !== seen) {
      seen = readers.asked;
      await wait(1_500);
    }
    let taken = 0;
    response.on('data', (chunk: Buffer) => {
      taken += chunk.length;
    });
    response.resume();
    await expect.poll(() => readers.asked, { timeout: 10_000 }).toBeGreaterThan(seen + 2);
    expect(taken).toBeGreaterThan(0);
    request.destroy();
    await expect.poll(() => readers.open, { timeout: 10_000 }).toBe(0);
  }, 60_000);

  it('ends when who reads it is signed out', async () => {
    const { url, as } = await signedInDesk();
    const ben = await as('agent', 'Ben');
    const response = await fetch(`${url}/v1/desk/stream`, { headers: ben.headers() });
    const text = response.text();
    await ben.send('DELETE', '/v1/desk/session');
    expect(await text).toContain('event: presence');
  });

  it('is opened twenty times by one agent, and not more often', async () => {
    const { url, admin } = await signedInDesk();
    const leaving = new AbortController();
    const open = () => fetch(`${url}/v1/desk/stream`, { headers: admin.headers(), signal: leaving.signal });
    const answers = await Promise.all(Array.from({ length: 20 }, open));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    const refused = await open();
    expect([refused.status, (await refused.json()).code]).toEqual([429, 'TOO_MANY_REQUESTS']);
    leaving.abort();
    await expect.poll(async () => (await admin.get('/v1/desk/queue?tab=mine')).status).toBe(200);
  });
});
