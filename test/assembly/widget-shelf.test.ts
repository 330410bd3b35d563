import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  inspectWidgetShelf,
  openWidgetShelf,
  type WidgetShelfOptions,
  widgetShelf,
} from '../../src/assembly/widget-shelf.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const versionOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
const PANEL_BYTES = 1_000;

/** A shop that is upgraded to one build of the widget after the other, a day between them. */
function upgradedShop(limits: Partial<WidgetShelfOptions['settings']> = {}) {
  const directory = temporaryDirectory();
  const notes: string[] = [];
  let day = 0;
  const start = async (name: string) => {
    const widgetDirectory = temporaryDirectory();
    const version = versionOf(name);
    const files = join(widgetDirectory, 'widget', version);
    mkdirSync(files, { recursive: true });
    writeFileSync(join(files, 'panel.js'), name.padEnd(PANEL_BYTES));
    writeFileSync(join(files, 'panel.js.br'), `${name}, smaller`);
    writeFileSync(
      join(widgetDirectory, 'widget.json'),
      JSON.stringify({ version, integrity: `sha384-${name}`, files: {} }),
    );
    day += 1;
    return await openWidgetShelf({
      directory,
      widgetDirectory,
      settings: { LIMIT_WIDGET_VERSIONS: 20, LIMIT_WIDGET_BYTES: 1_000_000, ...limits },
      clock: () => Date.UTC(2026, 10, day),
      note: (text) => void notes.push(text),
    });
  };
  return { start, directory, notes, shelf: widgetShelf(directory) };
}

const panelOf = (name: string, ending = '') => `/widget/${versionOf(name)}/panel.js${ending}`;

it('keeps what was served before, latest first, each with its hash', async () => {
  const { start } = upgradedShop();
  expect((await start('one')).list).toEqual([]);
  await start('two');
  const { list, read } = await start('three');
  expect(list).toEqual([
    { version: versionOf('two'), integrity: 'sha384-two', servedAt: '2026-11-02T00:00:00.000Z' },
    { version: versionOf('one'), integrity: 'sha384-one', servedAt: '2026-11-01T00:00:00.000Z' },
  ]);
  expect(String(await read(panelOf('one'))).trim()).toBe('one');
  expect(String(await read(panelOf('one', '.br')))).toBe('one, smaller');
});

it('reads nothing but the files of a version that is kept', async () => {
  const { start } = upgradedShop();
  await start('one');
  const { read } = await start('two');
  const version = versionOf('one');
  for (const path of [
    panelOf('three'),
    `/widget/${version}/other.js`,
    `/widget/${version}/kept.json`,
    `/widget/${version}/../${version}/panel.js`,
    `/widget/${version}/__proto__`,
    `/widget/${version}/constructor.js`,
    'panel.js',
  ])
    expect([path, await read(path)]).toEqual([path, undefined]);
});

it('lets go of the oldest by number and by bytes, never of the present one', async () => {
  const few = upgradedShop({ LIMIT_WIDGET_VERSIONS: 2 });
  for (const name of ['one', 'two', 'three']) await few.start(name);
  const versions = (await few.start('four')).list.map(({ version }) => version);
  expect(versions).toEqual([versionOf('three'), versionOf('two')]);
  expect(readdirSync(few.shelf).sort()).toEqual(['four', 'three', 'two'].map(versionOf).sort());

  const small = upgradedShop({ LIMIT_WIDGET_BYTES: 2 * PANEL_BYTES });
  for (const name of ['one', 'two', 'three']) await small.start(name);
  expect((await small.start('four')).list).toHaveLength(1);

  const none = upgradedShop({ LIMIT_WIDGET_VERSIONS: 0 });
  await none.start('one');
  expect((await none.start('two')).list).toEqual([]);
  expect(readdirSync(none.shelf)).toEqual([versionOf('two')]);
});

it('is as new when a version comes back', async () => {
  const { start } = upgradedShop({ LIMIT_WIDGET_VERSIONS: 1 });
  await start('one');
  await start('two');
  expect((await start('one')).list.map(({ version }) => version)).toEqual([versionOf('two')]);
  const { list, read } = await start('three');
  expect(list.map(({ version }) => version)).toEqual([versionOf('one')]);
  expect(String(await read(panelOf('one'))).trim()).toBe('one');
});

it('serves nothing that is not as it was published, and says so', async () => {
  const { start, shelf, directory, notes } = upgradedShop();
  await start('one');
  const { read } = await start('two');
  writeFileSync(join(shelf, versionOf('one'), 'panel.js'), 'something else'.padEnd(PANEL_BYTES));
  expect(await read(panelOf('one'))).toBeUndefined();
  expect(String(await read(panelOf('one', '.br')))).toBe('one, smaller');
  expect(notes).toEqual([expect.stringContaining('not as it was published')]);
  const seen = (await inspectWidgetShelf(directory)).map(({ version, isWhole }) => [version, isWhole]);
  expect(seen).toEqual([
    [versionOf('two'), true],
    [versionOf('one'), false],
  ]);
});

it('gets over a start that was cut short, and over a label that cannot be read', async () => {
  const { start, shelf } = upgradedShop();
  await start('one');
  mkdirSync(join(shelf, `coming-${versionOf('two')}`));
  writeFileSync(join(shelf, `coming-${versionOf('two')}`, 'panel.js'), 'tw');
  writeFileSync(join(shelf, versionOf('one'), 'kept.json'), '{"version":');
  expect((await start('two')).list).toEqual([]);
  expect(readdirSync(shelf)).toEqual([versionOf('two')]);
  const { read } = await start('three');
  expect(String(await read(panelOf('two'))).trim()).toBe('two');
});

it('opens the shop also where nothing can be kept, or nothing was built', async () => {
  const { start, shelf, notes, directory } = upgradedShop();
  writeFileSync(shelf, 'in the way');
  expect((await start('one')).list).toEqual([]);
  expect(notes).toEqual([expect.stringContaining('could not be kept')]);
  expect(readFileSync(shelf, 'utf8')).toBe('in the way');
  rmSync(shelf);
  const unbuilt = await openWidgetShelf({
    directory,
    widgetDirectory: temporaryDirectory(),
    settings: { LIMIT_WIDGET_VERSIONS: 20, LIMIT_WIDGET_BYTES: 1 },
    clock: () => 0,
    note: (text) => void notes.push(text),
  });
  expect(unbuilt.list).toEqual([]);
  expect(notes).toHaveLength(1);
});
