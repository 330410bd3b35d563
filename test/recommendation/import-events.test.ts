import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/ports/database.ts';
import { type ImportEventsOptions, importEvents } from '../../src/recommendation/import-events.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { NOW_MS, openShop, viewed } from './open-shop.ts';

function fileOf(content: string | Uint8Array): string {
  const file = join(temporaryDirectory(), 'events');
  writeFileSync(file, content);
  return file;
}

const load = (database: Database, file: string, changes: Partial<ImportEventsOptions> = {}) =>
  importEvents({
    database,
    file,
    isKnownProduct: (id) => id.startsWith('p'),
    clock: () => NOW_MS,
    ...changes,
  });

const lines = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => JSON.stringify(viewed(`p${index}`)));

describe('importEvents', () => {
  it('reports rejected lines by their number and keeps the rest', async () => {
    const text = [
      ...lines(2),
      '{broken',
      '',
      JSON.stringify({ type: 'nonsense' }),
      ...lines(3).slice(2),
    ].join('\n');
    const report = await load(await openShop([]), fileOf(text));

    expect(report).toMatchObject({ events: 5, accepted: 3, interactions: 3, rejectedTotal: 2 });
    expect(report.rejected.map(({ line }) => line)).toEqual([3, 5]);
  });

  it('reads gzip, and importing again adds nothing', async () => {
    const database = await openShop([]);
    const file = fileOf(gzipSync(lines(1_234).join('\r\n')));
    const progress: number[] = [];
    const report = await load(database, file, { onProgress: (state) => progress.push(state.lines) });

    expect(report).toMatchObject({ events: 1_234, accepted: 1_234, interactions: 1_234 });
    expect(progress).toEqual([500, 1_000]);
    expect(await load(database, file)).toMatchObject({ accepted: 1_234, interactions: 0 });
  });

  it('keeps line separators inside of strings', async () => {
    const report = await load(
      await openShop([]),
      fileOf(JSON.stringify(viewed('p1', { traits: { note: 'a\u2028b' } }))),
    );
    expect(report).toMatchObject({ events: 1, accepted: 1 });
  });

  it('refuses an endless line without keeping it, and goes on', async () => {
    const report = await load(await openShop([]), fileOf(`${'x'.repeat(3_000_000)}\n${lines(1)[0]}`));
    expect(report).toMatchObject({ accepted: 1, rejected: [{ line: 1 }] });
  });

  it('needs the consent of the event or the word of the shop', async () => {
    const file = fileOf(JSON.stringify(viewed('p1', { context: {} })));
    const shoppersIn = async (changes: Partial<ImportEventsOptions>) => {
      const database = await openShop([]);
      await load(database, file, changes);
      return await database.query.selectFrom('interactions').select('shopperId').execute();
    };
    expect(await shoppersIn({})).toMatchObject([{ shopperId: null }]);
    expect(await shoppersIn({ consented: true })).toMatchObject([{ shopperId: 'customer:ann' }]);
  });

  it('refuses a missing file and a file that breaks off', async () => {
    const database = await openShop([]);
    await expect(load(database, '/nowhere')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const cut = gzipSync(lines(2_000).join('\n')).subarray(0, 2_000);
    await expect(load(database, fileOf(cut))).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});
