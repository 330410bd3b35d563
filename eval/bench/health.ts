import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { openService } from '../../src/assembly/open-service.ts';
import { importCatalogue } from '../../src/catalog/publish-catalogue.ts';
import { createCatalogueHealth } from '../../src/chat/desk/reports/catalogue-health.ts';
import { loadConfig } from '../../src/config/config.ts';
import type { CatalogueHealth } from '../../src/domain/desk/catalogue-health.ts';
import type { CatalogueSource, SourceItem } from '../../src/ports/catalogue-source.ts';
import { manyProducts } from './many-products.ts';
import { type Measured, measured } from './measured.ts';
import { CONVERSATIONS } from './turn-conversations.ts';

export interface HealthBench {
  readonly bench: 'health';
  readonly run: {
    readonly products: number;
    /** That conversations had, and that the cost of faults is told by. */
    readonly lists: number;
    readonly faults: number;
    /** Of the rounds, the median one and the longest piece of any. */
    readonly healthMs: number;
    readonly processorMs: number;
    readonly blockedMs: number;
    readonly blockedProcessorMs: number;
  };
  readonly seconds: number;
}

const ROUNDS = 3;
/** One product in so many tells nothing of itself but its name and its price. */
const SILENT = 7;

/** What is wrong with a large catalogue, asked of a shop that had conversations. */
export async function benchHealth(options: {
  readonly products: number;
  readonly turns: number;
  readonly note: (text: string) => void;
}): Promise<HealthBench> {
  const { products, turns, note } = options;
  const startedMs = performance.now();
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-bench-'));
  const { signal } = new AbortController();
  try {
    note(`Importing ${products} products ...`);
    await importShop(directory, products, signal);
    note(`Having ${turns} turns ...`);
    const shop = { settings: loadConfig({}), directory, clock: Date.now, note: () => {}, signal };
    const service = await openService(shop);
    try {
      await converse(service, turns, signal);
      const rounds: Measured<CatalogueHealth>[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        // A new one each time: it keeps what it found for a while.
        const read = createCatalogueHealth({
          ...{ database: service.database, shop: service.shop.current, clock: Date.now },
        });
        rounds.push(await measured(() => read(signal)));
      }
      return { bench: 'health', run: toRun(rounds), seconds: (performance.now() - startedMs) / 1_000 };
    } finally {
      await service.close();
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function importShop(directory: string, products: number, signal: AbortSignal): Promise<void> {
  const database = await openSqliteDatabase({ directory });
  const source = withSilent(manyProducts(products, Date.now()));
  await importCatalogue({ source, database, origin: 'import', clock: Date.now, signal });
  await database.close();
}

const withSilent = (source: CatalogueSource): CatalogueSource => ({
  ...source,
  async *read(signal): AsyncIterable<SourceItem> {
    let read = 0;
    for await (const item of source.read(signal)) {
      read += 1;
      if (item.kind !== 'product' || read % SILENT !== 0) {
        yield item;
        continue;
      }
      const { brand: _, ...product } = item.value.product;
      yield { ...item, value: { ...item.value, product: { ...product, attributes: {} } } };
    }
  },
});

async function converse(
  { chat }: Pick<Awaited<ReturnType<typeof openService>>, 'chat'>,
  turns: number,
  signal: AbortSignal,
): Promise<void> {
  for (let said = 0; said < turns; )
    for (const { locale, says } of CONVERSATIONS) {
      const { conversationId, token } = await chat.start({ locale });
      for (const text of says) await chat.handle({ conversationId, token, text }, { signal });
      said += says.length;
      if (said >= turns) return;
    }
}

function toRun(rounds: readonly Measured<CatalogueHealth>[]): HealthBench['run'] {
  const median = rounds.toSorted((left, right) => left.elapsedMs - right.elapsedMs)[rounds.length >> 1];
  const most = (of: (round: Measured<unknown>) => number) => Math.max(0, ...rounds.map(of));
  return {
    products: median?.value.products ?? 0,
    lists: median?.value.lists ?? 0,
    faults: median?.value.faults.length ?? 0,
    healthMs: median?.elapsedMs ?? 0,
    processorMs: median?.processorMs ?? 0,
    blockedMs: most(({ blockedMs }) => blockedMs),
    blockedProcessorMs: most(({ blockedProcessorMs }) => blockedProcessorMs),
  };
}
