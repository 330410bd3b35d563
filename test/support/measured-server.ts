import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startService } from '../../src/assembly/start-service.ts';
import { loadConfig } from '../../src/config/config.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { DEMO_CLOCK_MS } from './demo-clock.ts';
import type { DemoServer } from './demo-server.ts';
import { MEASURED } from './measured-shop.ts';
import { run } from './run-program.ts';

const MEASURES = ['memory', 'storage', 'weight', 'capacity', 'width', 'height', 'depth', 'length', 'pages'];

/** The shop of mixed units, imported from a table and behind HTTP on a free port; `close` removes its directory. */
export async function measuredServer(): Promise<DemoServer> {
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-'));
  const [table, map] = [join(directory, 'shop.csv'), join(directory, 'map.json')];
  const rows = MEASURED.map(({ productId, texts, category, attributes }) => [
    productId,
    texts.en?.title ?? '',
    category.join(' > '),
    '50.00',
    ...MEASURES.map((measure) => attributes[measure]?.[0] ?? ''),
  ]);
  const header = ['Id', 'Title', 'Category', 'Price', ...MEASURES];
  writeFileSync(table, [header, ...rows].map((row) => row.join(';')).join('\n'));
  writeFileSync(
    map,
    JSON.stringify({
      id: 'Id',
      title: 'Title',
      category: 'Category',
      price: 'Price',
      currency: { value: 'USD' },
      attributes: Object.fromEntries(MEASURES.map((measure) => [measure, measure])),
    }),
  );
  const imported = await run(['import', 'catalog', table, '--map', map, '--data', directory]);
  if (imported.code !== 0) throw new AssistantError('INTERNAL', imported.stderr);
  const settings = loadConfig({ FLOORWALKER_PORT: '0', FLOORWALKER_LOG_LEVEL: 'silent' });
  const { signal } = new AbortController();
  const clock = () => DEMO_CLOCK_MS;
  const service = await startService({ settings, directory, clock, note: () => {}, signal });
  return {
    url: service.url,
    directory,
    engines: service.engines,
    async close() {
      await service.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
