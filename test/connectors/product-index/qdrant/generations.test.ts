import { describe, expect, it } from 'vitest';
import { qdrantIndexAt, startQdrant } from '../../../support/fake-qdrant/qdrant-index.ts';
import { document } from '../../../support/index-documents.ts';

const { signal } = new AbortController();
const everything = { market: 'US', filters: [] };

describe('Qdrant collections', () => {
  it('switches the alias to the new collection and drops the old one', async () => {
    const server = await startQdrant();
    const index = qdrantIndexAt(server.url, { collection: 'shop' });
    await index.replaceAll([document('old', {})]);
    const before = server.aliases.get('shop');
    await index.replaceAll([document('new', {})]);

    expect(server.aliases.get('shop')).not.toBe(before);
    expect([...server.collections.keys()]).toEqual([server.aliases.get('shop')]);
  });

  it('drops what an earlier process left behind, and nothing of another shop', async () => {
    const server = await startQdrant();
    await qdrantIndexAt(server.url, { collection: 'shop' }).replaceAll([document('left', {})]);
    await qdrantIndexAt(server.url, { collection: 'shop-eu' }).replaceAll([document('other', {})]);
    await qdrantIndexAt(server.url, { collection: 'shop' }).replaceAll([document('now', {})]);

    expect(new Set(server.collections.keys())).toEqual(new Set(server.aliases.values()));
    expect([...server.aliases.keys()].sort()).toEqual(['shop', 'shop-eu']);
  });

  it('keeps the image in force, and no other, when a new one cannot be built', async () => {
    const server = await startQdrant();
    const index = qdrantIndexAt(server.url, { collection: 'shop' });
    await index.replaceAll([document('old', {})]);
    async function* breaking() {
      yield* Array.from({ length: 250 }, (_, number) => document(`new-${number}`, {}));
      server.mode = { kind: 'status', status: 500 };
    }

    await expect(index.replaceAll(breaking())).rejects.toMatchObject({
      code: 'INDEX_FAILED',
      details: { status: 500 },
    });
    server.mode = { kind: 'good' };
    expect(await index.count([everything], signal)).toEqual([1]);
    expect(index.size()).toBe(1);
    await index.replaceAll([document('newest', {})]);
    expect(server.collections.size).toBe(1);
  });

  it('sets the alias again when somebody took it away', async () => {
    const server = await startQdrant();
    const index = qdrantIndexAt(server.url, { collection: 'shop' });
    await index.replaceAll([document('old', {})]);
    server.aliases.clear();

    expect(await index.count([everything], signal)).toEqual([1]);
    await index.replaceAll([document('new', {})]);
    expect(server.aliases.has('shop')).toBe(true);
  });

  it('says so when its collection is gone, and builds another', async () => {
    const server = await startQdrant();
    const index = qdrantIndexAt(server.url, { collection: 'shop' });
    await index.replaceAll([document('old', {})]);
    server.collections.clear();
    server.aliases.clear();

    await expect(index.count([everything], signal)).rejects.toMatchObject({
      code: 'INDEX_FAILED',
      details: { status: 404 },
    });
    expect(index.isAvailable()).toBe(false);
    await index.replaceAll([document('new', {})]);
    expect(await index.count([everything], signal)).toEqual([1]);
    expect(index.isAvailable()).toBe(true);
  });

  it('keeps a collection until the last who reads it is done', async () => {
    const server = await startQdrant();
    const index = qdrantIndexAt(server.url, { collection: 'shop' });
    await index.replaceAll([document('old', {})]);
    const answer = Promise.withResolvers<void>();
    server.hold = (request) => (request.endsWith('/points/count') ? answer.promise : undefined);
    const counting = index.count([everything], signal);
    await index.replaceAll([document('new', {}), document('newer', {})]);
    expect(server.collections.size).toBe(2);
    answer.resolve();

    expect(await counting).toEqual([1]);
    await index.delete([]);
    expect(server.collections.size).toBe(1);
    expect(await index.count([everything], signal)).toEqual([2]);
  });

  it('cleans up after a process that died while it filled', async () => {
    const server = await startQdrant();
    async function* dying() {
      yield* Array.from({ length: 250 }, (_, number) => document(`new-${number}`, {}));
      server.mode = { kind: 'cut', when: 'before' };
    }
    await expect(qdrantIndexAt(server.url, { collection: 'shop' }).replaceAll(dying())).rejects.toMatchObject(
      { code: 'INDEX_UNAVAILABLE' },
    );
    server.mode = { kind: 'good' };
    expect([server.collections.size, server.aliases.size]).toEqual([1, 0]);
    await qdrantIndexAt(server.url, { collection: 'shop' }).replaceAll([document('a', {})]);

    expect([...server.collections.keys()]).toEqual([server.aliases.get('shop')]);
  });

  it('is the old one or the new one, however the switch of the alias fails', async () => {
    const server = await startQdrant();
    const index = qdrantIndexAt(server.url, { collection: 'shop' });
    await index.replaceAll([document('old', {})]);
    const before = server.aliases.get('shop');
    server.refuse = (request) => (request === 'POST /collections/aliases' ? 500 : undefined);

    await expect(index.replaceAll([document('new', {}), document('newer', {})])).rejects.toMatchObject({
      code: 'INDEX_FAILED',
    });
    expect(server.aliases.get('shop')).toBe(before);
    expect([...server.collections.keys()]).toEqual([before]);
    expect(await index.count([everything], signal)).toEqual([1]);
  });
});
