import { describe, expect, it } from 'vitest';
import { qdrantIndexAt, startQdrant } from '../../../support/fake-qdrant/qdrant-index.ts';
import { startFakeQdrant } from '../../../support/fake-qdrant/start-fake-qdrant.ts';
import { document } from '../../../support/index-documents.ts';

const { signal } = new AbortController();
const everything = { market: 'US', filters: [] };

describe('a Qdrant that fails', () => {
  it('cannot be reached', async () => {
    const server = await startFakeQdrant();
    await server.close();
    const index = qdrantIndexAt(server.url);

    await expect(index.version(signal)).rejects.toMatchObject({ code: 'INDEX_UNAVAILABLE' });
    await expect(index.replaceAll([document('a', {})])).rejects.toMatchObject({ code: 'INDEX_UNAVAILABLE' });
    expect(index.isAvailable()).toBe(false);
  });

  it.each([
    [401, 'INDEX_FAILED'],
    [403, 'INDEX_FAILED'],
    [400, 'INDEX_FAILED'],
    [500, 'INDEX_FAILED'],
    [429, 'INDEX_UNAVAILABLE'],
    [503, 'INDEX_UNAVAILABLE'],
  ])('tells status %i as %s', async (status, code) => {
    const server = await startQdrant();
    const index = qdrantIndexAt(server.url);
    await index.replaceAll([document('a', {})]);
    server.mode = { kind: 'status', status };

    await expect(index.count([everything], signal)).rejects.toMatchObject({ code, details: { status } });
    server.mode = { kind: 'good' };
    expect(await index.count([everything], signal)).toEqual([1]);
    expect(index.isAvailable()).toBe(true);
  });

  it('sends the key, and is refused without it', async () => {
    const server = await startQdrant({ apiKey: 'secret' });

    expect(await qdrantIndexAt(server.url, { apiKey: 'secret' }).version(signal)).toBe('1.16.0');
    await expect(qdrantIndexAt(server.url).version(signal)).rejects.toMatchObject({
      code: 'INDEX_FAILED',
      message: expect.not.stringContaining('secret'),
    });
  });

  it('gives up on a silent server when the time is over, and at once for an aborted signal', async () => {
    const server = await startQdrant();
    const index = qdrantIndexAt(server.url, { timeoutMs: 2_500 });
    await index.replaceAll([document('a', {})]);
    server.mode = { kind: 'silent' };

    await expect(index.count([everything], signal)).rejects.toMatchObject({
      code: 'INDEX_UNAVAILABLE',
      details: { timeoutMs: 2_500 },
    });
    const stop = new AbortController();
    const counting = index.count([everything], stop.signal);
    stop.abort();
    await expect(counting).rejects.toMatchObject({ name: 'AbortError' });
  });

  it.each(['1.11.3', '0.9.0', 'none'])('refuses a server of version %s', async (version) => {
    const server = await startQdrant({ version });

    await expect(qdrantIndexAt(server.url).version(signal)).rejects.toMatchObject({
      code: 'INDEX_FAILED',
      details: { version, oldest: '1.12' },
      message: expect.stringContaining(version),
    });
  });
});

describe('the address of a Qdrant', () => {
  it.each(['/search', '/search/'])('keeps the path "%s" before the API', async (path) => {
    const server = await startQdrant();

    await expect(qdrantIndexAt(`${server.url}${path}`).version(signal)).rejects.toMatchObject({
      details: { status: 404 },
    });
    expect(server.requests).toEqual(['GET /search/']);
  });
});
