import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readHistories, toMatrix } from '../../eval/suites/recommend/histories.ts';

const LINES = 'anna lamp chair\r\n\nben lamp\nanna desk lamp\nchloe';

function fileOf(bytes: string | Uint8Array): string {
  const file = join(mkdtempSync(join(tmpdir(), 'floorwalker-histories-')), 'train.txt');
  writeFileSync(file, bytes);
  return file;
}

describe('readHistories', () => {
  const expected = new Map([
    ['anna', ['lamp', 'chair', 'desk', 'lamp']],
    ['ben', ['lamp']],
    ['chloe', []],
  ]);

  it('joins the lines of a user, whatever ends them, and names every product once', async () => {
    const ids = new Map<string, string>();
    expect(await readHistories(fileOf(LINES), ids)).toEqual(expected);
    expect([...ids.keys()]).toEqual(['lamp', 'chair', 'desk']);
  });

  it('reads a packed file as the plain one', async () => {
    expect(await readHistories(fileOf(gzipSync(LINES)), new Map())).toEqual(expected);
  });

  it('reads an empty file as no histories', async () => {
    expect(await readHistories(fileOf(''), new Map())).toEqual(new Map());
  });
});

describe('toMatrix', () => {
  it('counts a product of a history once', () => {
    const { byShopper } = toMatrix([['lamp', 'desk', 'lamp'], []], ['desk', 'lamp']);
    expect([...byShopper.starts]).toEqual([0, 2, 2]);
    expect([...byShopper.columns]).toEqual([0, 1]);
    expect([...byShopper.values]).toEqual([1, 1]);
  });
});
