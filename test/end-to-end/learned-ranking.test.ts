import { expect, it, onTestFinished } from 'vitest';
import { createRandom } from '../../src/domain/random.ts';
import { DEMO_CLOCK_MS } from '../support/demo-clock.ts';
import { demoService } from '../support/demo-service.ts';

const WORDS = ['boots', 'shirt', 'lamp', 'chair', 'tent', 'jacket', 'bag', 'scarf', 'shoes', 'rug'];
const LISTS = 600;
const MINUTE_MS = 60_000;

/** How likely a shopper who looks at a product chooses it. @param rank Of its popularity in the list, from 0. */
type Taste = (rank: number) => number;

/** Nobody said so: the three most popular of a list are chosen. To the weights that is worth a fraction of the words. */
const likesTheCrowd: Taste = (rank) => (rank < 3 ? 1 : 0.02);
const likesAnything: Taste = () => 0.5;

const popularityOf = ({ features }: { readonly features: string }): number =>
  JSON.parse(features).popularity ?? 0;

/** The demo shop with shoppers who read lists from the top and choose by taste; lists are served and logged as always. */
async function openShop(taste: Taste) {
  let nowMs = DEMO_CLOCK_MS;
  const service = await demoService({}, () => nowMs);
  onTestFinished(() => service.close());
  const { signal } = new AbortController();
  const search = async (query: string) => {
    const place = { market: 'US', locale: 'en-US' } as const;
    const request = { ...place, query, limit: 10, filters: {}, sort: 'relevance' } as const;
    return (await service.departments.search(request, signal)).products;
  };
  for (let list = 0; list < LISTS; list += 1) {
    nowMs += MINUTE_MS;
    await search(`${WORDS[list % WORDS.length]}${list % 3 === 0 ? ' gift' : ''}`);
  }
  await service.behaviour.impressions.flush();
  const random = createRandom(11);
  const rows = await service.database.query.selectFrom('impressions').selectAll().execute();
  const lists = Map.groupBy(rows, ({ messageId }) => messageId);
  const chosen = rows.filter((row) => {
    const above = (lists.get(row.messageId) ?? []).filter((other) => popularityOf(other) > popularityOf(row));
    return random() < 1 / row.position && random() < taste(above.length);
  });
  await service.database.transaction(async (query) => {
    for (const [index, { messageId, productId, shownAtMs }] of chosen.entries()) {
      const times = { occurredAtMs: shownAtMs, receivedAtMs: shownAtMs };
      const who = { shopperId: null, sessionId: null, market: 'US' };
      await query
        .insertInto('interactions')
        .values({
          interactionId: `i${index}`,
          type: 'click',
          productId,
          quantity: 1,
          listId: messageId,
          ...times,
          ...who,
        })
        .execute();
    }
  });
  return { service, search };
}

it('learns what is chosen and was never said, ranks by it from the next list on with parts that add up, and is taken back', async () => {
  const { service, search } = await openShop(likesTheCrowd);
  const { desk } = service.weights;
  const before = await search('lamp');
  const version = service.shop.current().rankingVersion;
  const report = await desk.learn();
  expect(report).toMatchObject({ adopted: true });
  expect(report.difference?.low).toBeGreaterThan(0);

  const after = await search('lamp');
  expect(after.map(({ productId }) => productId)).not.toEqual(before.map(({ productId }) => productId));
  expect(service.shop.current().rankingVersion).toMatch(/ ranker:(linear|trees)-1/);
  for (const { score = 0, parts = [] } of after) {
    expect(parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 6);
    expect(parts.some(({ signal }) => signal.startsWith('learned:'))).toBe(true);
  }
  const { rankers } = await desk.read();
  expect(rankers).toMatchObject([{ version: 1, inForce: true, report: { adopted: true } }]);

  const changed = await desk.replace({ changes: { every: { taste: 0.21 } } });
  expect(changed.rankers).toMatchObject([{ inForce: false }]);
  expect(service.shop.current().rankingVersion).not.toContain('ranker:');
  expect((await desk.rollBack({})).rankers).toMatchObject([{ inForce: true }]);

  await desk.rollBackRanker();
  expect(service.shop.current().rankingVersion).toBe(version);
  expect(await search('lamp')).toEqual(before);
  await expect(desk.rollBackRanker()).rejects.toMatchObject({ code: 'CONFLICT' });
});

it('changes nothing when what is chosen is chance', async () => {
  const { service, search } = await openShop(likesAnything);
  const before = await search('lamp');
  const report = await service.weights.desk.learn();
  expect(report).toMatchObject({ adopted: false, reason: expect.stringContaining('not surely better') });
  expect(report.lists).toBeGreaterThan(200);
  expect(await search('lamp')).toEqual(before);
});
