import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runRecommend } from '../../eval/suites/recommend.ts';
import { holdOut, tuneRecommend } from '../../eval/suites/tune-recommend.ts';

/** Twenty shoppers of two colours, each with all but one of the ten products of their colour. */
const COLOURS = ['red', 'blue'];
const lines = Array.from({ length: 20 }, (_, shopper) => {
  const items = Array.from({ length: 10 }, (__, item) => `${COLOURS[shopper % 2]}${item}`);
  return { shopper, missing: items[shopper >> 1] ?? '', items: items.toSpliced(shopper >> 1, 1) };
});

function writeLines(name: string, rows: readonly (readonly (string | number)[])[]): string {
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-tune-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const file = join(directory, name);
  writeFileSync(file, rows.map((row) => row.join(' ')).join('\n'));
  return file;
}
const writeTrain = () =>
  writeLines(
    'train.txt',
    lines.map(({ shopper, items }) => [shopper, ...items]),
  );

it.each(['rp3beta', 'ridge', 'blend'])(
  'finds the one product of their colour a shopper lacks by %s',
  async (algorithm) => {
    const test = writeLines(
      'test.txt',
      lines.map(({ shopper, missing }) => [shopper, missing]),
    );
    const { metrics, baselines } = await runRecommend({ train: writeTrain(), test, algorithm });
    expect(metrics['ndcg@20']).toBe(1);
    expect(baselines.popularity['ndcg@20']).toBeLessThan(1);
  },
);

it('parts every history in two without loss, the same for the same seed', () => {
  const all = new Map(lines.map(({ shopper, items }) => [String(shopper), items]));
  const { kept, heldOut } = holdOut(all, { heldOut: 0.3, seed: 7 });
  for (const [shopper, items] of all) {
    expect([...(kept.get(shopper) ?? []), ...(heldOut.get(shopper) ?? [])].sort()).toEqual(items.toSorted());
  }
  expect(holdOut(all, { heldOut: 0.3, seed: 7 })).toEqual({ kept, heldOut });
});

it.each([0, 1, Number.NaN])('refuses to hold out a share of %s', (heldOut) => {
  expect(() => holdOut(new Map(), { heldOut, seed: 1 })).toThrow(
    expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
  );
});

it('measures every setting on the training file alone', async () => {
  const settings = await tuneRecommend({ train: writeTrain(), heldOut: 0.2, seed: 1 });
  expect(new Set(settings.map(({ model }) => model))).toEqual(new Set(['rp3beta', 'ridge', 'blend']));
  for (const setting of settings) expect(setting['recall@20']).toBe(1);
});
