import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runNextItem } from '../../eval/suites/next-item.ts';

const LENGTH = 40;

/** Everybody walks the same ring from another place, so that only the order tells what comes next. */
const ring = Array.from({ length: LENGTH }, (_, start) =>
  [`u${start}`, ...Array.from({ length: 5 }, (_, step) => `p${(start + step) % LENGTH}`)].join(' '),
).join('\n');

describe('the suite of next products', () => {
  let folder = '';
  const write = async (name: string, bytes: string | Buffer) => {
    await writeFile(join(folder, name), bytes);
    return join(folder, name);
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sequences-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('foretells every step of a walk whose order is known', async () => {
    const { data, metrics, baselines } = await runNextItem({ sequences: await write('ring.txt', ring) });

    expect(data).toEqual({ file: 'ring.txt', shoppers: LENGTH, items: LENGTH, tested: LENGTH });
    expect(metrics['hr@10']).toBe(1);
    expect(metrics['ndcg@10']).toBe(1);
    expect(metrics['hr@10Margin']).toBe(0);
    expect(baselines.tuning['ndcg@10']).toBe(1);
    expect(baselines.rp3beta['ndcg@10']).toBeLessThan(1);
    expect(baselines.popularity['hr@10']).toBeLessThan(0.5);
  });

  it('reads a packed file as it reads a plain one', async () => {
    const plain = await runNextItem({ sequences: await write('same.txt', ring) });
    const packed = await runNextItem({ sequences: await write('same.txt.gz', gzipSync(ring)) });

    expect({ ...packed.metrics, fitSeconds: 0 }).toEqual({ ...plain.metrics, fitSeconds: 0 });
  });

  it('does not learn from the product it tests: what was never seen before cannot be found', async () => {
    const { metrics } = await runNextItem({ sequences: await write('new.txt', 'u a b x\nv a b y\nw a b z') });

    expect(metrics['hr@10']).toBe(0);
  });

  it('counts a product taken again as missed, and tests nobody who took one only', async () => {
    const { data, metrics } = await runNextItem({
      sequences: await write('again.txt', 'u a b a\nv a b a\nw c'),
    });

    expect(data.tested).toBe(2);
    expect(metrics['hr@10']).toBe(0);
  });

  it('refuses a file in which nothing comes next', async () => {
    const sequences = await write('short.txt', 'u a\nv b\n');

    await expect(runNextItem({ sequences })).rejects.toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
    );
  });
});
