import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { ImportReport } from '../../../catalog/import-report.ts';
import type { CatalogueFault, CatalogueHealth, FaultCost } from '../../../domain/desk/catalogue-health.ts';
import { productText } from '../../../domain/product.ts';
import type { Database, Query } from '../../../ports/database.ts';
import type { Shop } from '../../shop.ts';
import { costOfFaults } from './cost-of-faults.ts';
import { type FoundFault, findFaults } from './find-faults.ts';
import { readRecordedLists } from './recorded-lists.ts';

/** What is wrong with the catalogue, and what that costs in answers. Made anew when it is asked for, at most every five minutes. */
export type ReadCatalogueHealth = (signal: AbortSignal) => Promise<CatalogueHealth>;

export interface CatalogueHealthOptions {
  readonly database: Pick<Database, 'query'>;
  readonly shop: () => Shop;
  readonly clock: () => number;
}

const KEPT_MS = 300_000;
const MOST_TURNS = 500;
const MOST_FAULTS = 100;
const MOST_EXAMPLES = 25;
const READ_AT_ONCE = 100;
const MOST_ISSUES = 100;

export function createCatalogueHealth({
  database,
  shop,
  clock,
}: CatalogueHealthOptions): ReadCatalogueHealth {
  let kept: { readonly by: Shop; readonly untilMs: number; readonly health: CatalogueHealth } | undefined;
  return async (signal) => {
    const by = shop();
    if (kept?.by === by && kept.untilMs > clock()) return kept.health;
    const health = await makeHealth(database.query, by, clock(), signal);
    kept = { by, untilMs: clock() + KEPT_MS, health };
    return health;
  };
}

async function makeHealth(
  query: Query,
  shop: Shop,
  nowMs: number,
  signal: AbortSignal,
): Promise<CatalogueHealth> {
  const version = await shop.store.version();
  const publishedAtMs = version?.publishedAtMs ?? nowMs;
  const ground = { markets: shop.markets, publishedAtMs, nowMs };
  const { faults, products } = await findFaults(shop.store.all(), ground);
  const recorded = await readRecordedLists(query, MOST_TURNS);
  const costs = await costOfFaults(shop, faults, recorded, products, signal);
  const dearest = [...costs].sort(byCost).slice(0, MOST_FAULTS);
  return {
    products,
    ...(version === undefined ? {} : { publishedAt: new Date(publishedAtMs).toISOString() }),
    lists: recorded.lists,
    faults: await withExamples(shop, dearest),
    imported: await lastImport(query),
  };
}

type Costly = readonly [FoundFault, FaultCost];

const byCost = ([left, leftCost]: Costly, [right, rightCost]: Costly): number =>
  (rightCost.leftOut ?? 0) - (leftCost.leftOut ?? 0) ||
  right.productIds.length - left.productIds.length ||
  (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1);

async function withExamples(shop: Shop, faults: readonly Costly[]): Promise<CatalogueFault[]> {
  const some = faults.map(([{ productIds }]) => productIds.slice(0, MOST_EXAMPLES));
  const products = await readNamed(shop, [...new Set(some.flat())]);
  return faults.map(([{ productIds, ...fault }, cost], index) => ({
    ...fault,
    products: productIds.length,
    examples: (some[index] ?? []).flatMap((productId) => {
      const product = products.get(productId);
      if (product === undefined) return [];
      return [{ productId, ...product }];
    }),
    cost,
  }));
}

/** What products are called and where they are; a few at once, others run in between. */
async function readNamed(
  { store }: Pick<Shop, 'store'>,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly title: string; readonly url?: string }>> {
  const named = new Map<string, { readonly title: string; readonly url?: string }>();
  for (let from = 0; from < productIds.length; from += READ_AT_ONCE) {
    await letOthersRun();
    const products = await store.products(productIds.slice(from, from + READ_AT_ONCE));
    for (const [productId, product] of products) {
      const { title } = productText(product, product.language);
      named.set(productId, { title, ...(product.url === undefined ? {} : { url: product.url }) });
    }
  }
  return named;
}

async function lastImport(query: Query): Promise<CatalogueHealth['imported']> {
  const row = await query
    .selectFrom('catalogueVersions')
    .select('report')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const report = JSON.parse(row?.report ?? '{}') as Partial<ImportReport>;
  return {
    rejected: report.rejectedTotal ?? 0,
    rejectedByCode: report.rejectedByCode ?? {},
    warningsByCode: report.warningsByCode ?? {},
    issues: [...(report.rejected ?? []), ...(report.warnings ?? [])].slice(0, MOST_ISSUES),
  };
}
