import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it, onTestFinished, vi } from 'vitest';
import { backupDirectory, restoreDirectory } from '../../connectors/database/backup-file.ts';
import { openService } from '../../src/assembly/open-service.ts';
import type { Attended } from '../../src/chat/person-desk.ts';
import { loadConfig } from '../../src/config/config.ts';
import { DEMO_CLOCK_MS } from '../support/demo-clock.ts';
import { demoService, talk } from '../support/demo-service.ts';
import { deskVisitor } from '../support/desk-visitor.ts';
import { reviewedShop } from '../support/reviewed-shop.ts';
import { serveProcess } from '../support/served-process.ts';

const { signal } = new AbortController();
const ANNA = { agentId: 'a-1', firstName: 'Anna' };
const HELD = { rules: [{ mode: 'review' as const }], holdSeconds: 60, afterwards: 'keep' as const };
const KILLS = 3;

function ownDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

it('holds on what an earlier process held, and tells the shopper when its time is over', async () => {
  const directory = join(ownDirectory(), 'data');
  await restoreDirectory(inject('demoBackup'), directory);
  let nowMs = DEMO_CLOCK_MS;
  const open = () =>
    openService({
      settings: loadConfig({ FLOORWALKER_EXPLORATION: 'off' }),
      ...{ directory, clock: () => nowMs, note: () => {}, signal },
    });
  const first = await open();
  await first.desk.settings.write('review', HELD, { by: ANNA }, signal);
  const { conversationId, say } = await talk(first);
  expect((await say('show me warm scarves')).review).toBeDefined();
  await first.close();

  nowMs += 61_000;
  const second = await open();
  onTestFinished(() => second.close());
  const entries = () => second.database.query.selectFrom('entries').select('kind').execute();
  await vi.waitFor(async () => expect(await entries()).toEqual([{ kind: 'lapsed' }]), { timeout: 20_000 });
  const draft = await second.desk.drafts.draftOf(conversationId);
  expect(draft?.state).toBe('lapsed');
  expect(draft?.proposed.products.length).toBeGreaterThan(0);
});

it('takes everything away that was held, with the conversation', async () => {
  const service = await demoService();
  onTestFinished(() => service.close());
  await service.desk.settings.write('review', HELD, { by: ANNA }, signal);
  const { conversationId, token, say } = await talk(service);
  await say('a scarf for my mother Wilhelmina');
  const drafts = () => service.database.query.selectFrom('drafts').selectAll().execute();
  expect(await drafts()).toHaveLength(1);
  await service.chat.forget({ conversationId, token });
  expect(await drafts()).toEqual([]);
});

it('sends a reply once or not at all when it is killed in the middle, and once when it is sent again', {
  timeout: 180_000,
}, async () => {
  const shop = await reviewedShop();
  await shop.review({ ...HELD, holdSeconds: 3_600 });
  const held = await Promise.all(Array.from({ length: KILLS }, () => shop.shopper()));
  const drafts = [];
  for (const talk of held) {
    await talk.say('show me warm scarves');
    drafts.push(await talk.draft());
  }
  const directory = ownDirectory();
  const file = join(directory, 'held.backup');
  await backupDirectory(shop.server.directory, file);
  await shop.close();
  const data = join(directory, 'data');
  await restoreDirectory(file, data);

  for (const [round, talk] of held.entries()) {
    const draft = drafts[round];
    const products = (draft?.proposed.products ?? []).map(({ productId }) => ({ productId })).toReversed();
    const body = {
      version: draft?.version,
      refinement: { products, banned: [] },
      clientMessageId: `k-${round}`,
    };
    const started = async () => {
      const served = await serveProcess(data);
      const anna = deskVisitor(served.url);
      await anna.signIn('anna@shop.example', shop.password);
      return { served, anna };
    };
    const path = `/v1/desk/conversations/${talk.conversationId}`;
    const first = await started();
    const cut = first.anna.post(`${path}/draft/send`, body).catch(() => undefined);
    setTimeout(() => first.served.child.kill('SIGKILL'), randomInt(1, 40));
    await cut;
    expect(await first.served.ended).toBe('SIGKILL');

    const second = await started();
    const entriesOf = async () => {
      const response = await fetch(`${second.served.url}/v1/conversations/${talk.conversationId}/entries`, {
        headers: talk.headers,
      });
      const { entries }: Attended = await response.json();
      return entries.filter(({ kind }) => kind === 'approved');
    };
    expect((await entriesOf()).length).toBeOneOf([0, 1]);
    const again = await second.anna.post(`${path}/draft/send`, body);
    expect(again.status, await again.clone().text()).toBe(200);
    const entries = await entriesOf();
    expect(entries).toEqual([await again.json()]);
    second.served.child.kill('SIGKILL');
    await second.served.ended;
  }
});
