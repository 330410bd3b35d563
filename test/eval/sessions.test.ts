import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSessions } from '../../eval/suites/sessions.ts';

const ROOMS = 30;

/** Visitors keep to one room of four products, and every room is visited alike: only the visit tells what comes next. */
const visitOf = (room: number, products: readonly number[]) =>
  [`v${room}-${products.join('')}`, ...products.map((product) => `p${room}-${product}`)].join(' ');
const rooms = Array.from({ length: ROOMS }, (_, room) => room);

describe('the suite of visits', () => {
  let folder = '';
  const write = async (name: string, lines: readonly string[]) => {
    await writeFile(join(folder, name), lines.join('\n'));
    return join(folder, name);
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'visits-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('finds in the visits of a room what comes next in another visit of it', async () => {
    const train = rooms.flatMap((room) => [visitOf(room, [0, 1, 2]), visitOf(room, [2, 3, 0])]);
    const { data, metrics, baselines } = await runSessions({
      train: await write('train.txt', train),
      test: await write(
        'test.txt',
        rooms.map((room) => visitOf(room, [3, 1, 2])),
      ),
    });

    expect(data).toEqual({ file: 'test.txt', visits: 2 * ROOMS, items: 4 * ROOMS, tested: 2 * ROOMS });
    expect(metrics['hr@20']).toBeGreaterThanOrEqual(0.5);
    expect(metrics['hr@20']).toBeGreaterThan(baselines.popularity['hr@20']);
    expect(metrics['mrr@20']).toBeGreaterThan(baselines.popularity['mrr@20']);
  });

  it('finds a return only when the list may remind of it', async () => {
    const files = {
      train: await write('past.txt', ['v a b c']),
      test: await write('return.txt', ['w a b a']),
    };

    expect((await runSessions(files)).metrics['hr@20']).toBe(0.5);
    expect((await runSessions({ ...files, reminders: true })).metrics['hr@20']).toBe(1);
  });

  it('counts a product that no earlier visit has as missed', async () => {
    const files = { train: await write('old.txt', ['v a b']), test: await write('unseen.txt', ['w a z b']) };
    const { data, metrics } = await runSessions(files);

    expect(data.tested).toBe(2);
    expect(metrics['hr@20']).toBe(0.5);
  });

  it('refuses test visits in which nothing comes next', async () => {
    const files = { train: await write('some.txt', ['v a b']), test: await write('single.txt', ['w a']) };

    await expect(runSessions(files)).rejects.toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
  });
});
