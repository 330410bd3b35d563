import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { diagnoseWidget } from '../../src/assembly/diagnose-widget.ts';
import { widgetShelf } from '../../src/assembly/widget-shelf.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const VERSION = '0123456789ab';

function keptVersion(content: string, published = content) {
  const directory = temporaryDirectory();
  const place = join(widgetShelf(directory), VERSION);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'panel.js'), content);
  const files = { 'panel.js': createHash('sha256').update(published).digest('hex') };
  const label = {
    version: VERSION,
    integrity: 'sha384-x',
    servedAt: '2026-11-01T00:00:00.000Z',
    bytes: 1,
    files,
  };
  writeFileSync(join(place, 'kept.json'), JSON.stringify(label));
  return directory;
}

function built() {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'widget.js'), '');
  return directory;
}

it('tells which versions are kept, and when each was last the present one', async () => {
  expect(await diagnoseWidget(temporaryDirectory(), built())).toEqual([
    { subject: 'widget', state: 'ok', detail: 'built' },
  ]);
  expect(await diagnoseWidget(keptVersion('panel'), built())).toEqual([
    { subject: 'widget', state: 'ok', detail: `built; kept versions: ${VERSION} (2026-11-01)` },
  ]);
});

it('tells what cannot be served, with what to do', async () => {
  expect(await diagnoseWidget(temporaryDirectory(), temporaryDirectory())).toEqual([
    { subject: 'widget', state: 'fault', detail: 'not built', remedy: 'npm run build:widget' },
  ]);
  const [, remark] = await diagnoseWidget(keptVersion('something else', 'panel'), built());
  expect(remark).toMatchObject({ state: 'remark', detail: `kept, but not as published: ${VERSION}` });
});
