import type { InteractionType } from '../domain/interaction.ts';
import type { InteractionColumns } from './interaction-columns.ts';
import { type SparseRows, transpose } from './interaction-matrix.ts';
import { type RowOptions, rowsByShopper, typeOf } from './shopper-rows.ts';
import { at } from './typed-arrays.ts';

/** Products of days and days of products; all values are 1. */
export interface DayTable {
  readonly byDay: SparseRows;
  readonly byProduct: SparseRows;
}

/** What one shopper did on one day (UTC), for all of them; shopper by shopper. */
export interface ShopperDays {
  /** By day: position of its shopper. */
  readonly shopperOf: Int32Array;
  /** Bought, or put into the basket and left there. */
  readonly taken: DayTable;
  /** Looked at, or taken. */
  readonly looked: DayTable;
}

const DAY_MS = 86_400_000;
/** Longer days are of resellers and robots; their pairs say nothing and cost the most. */
const MOST_PRODUCTS = 50;
const TAKING: ReadonlySet<InteractionType> = new Set(['add-to-cart', 'purchase']);

/** @param options Rows without a shopper are nobody's day; of a day its 50 products touched last count. */
export function collectShopperDays(log: InteractionColumns, options: RowOptions): ShopperDays {
  const shopperOf: number[] = [];
  const taken = createTableBuilder();
  const looked = createTableBuilder();
  for (const newestFirst of rowsByShopper(log, options)) {
    for (const products of daysOf(log, newestFirst.reverse())) {
      const entries = [...products].slice(-MOST_PRODUCTS).sort(([left], [right]) => left - right);
      shopperOf.push(at(log.shopper, newestFirst[0] ?? 0));
      looked.append(entries);
      taken.append(entries.filter(([, isTaken]) => isTaken));
    }
  }
  return {
    shopperOf: Int32Array.from(shopperOf),
    taken: taken.finish(log.productIds.length),
    looked: looked.finish(log.productIds.length),
  };
}

function createTableBuilder() {
  const starts = [0];
  const columns: number[] = [];
  return {
    append(entries: readonly (readonly [product: number, isTaken: boolean])[]): void {
      for (const [product] of entries) columns.push(product);
      starts.push(columns.length);
    },
    finish(productCount: number): DayTable {
      const byDay = {
        starts: Int32Array.from(starts),
        columns: Int32Array.from(columns),
        values: new Float32Array(columns.length).fill(1),
      };
      return { byDay, byProduct: transpose(byDay, productCount) };
    },
  };
}

/** Position of the product to whether it was taken, in the order of the last touch. */
type Touched = Map<number, boolean>;

/** @param rows Of one shopper, oldest first. */
function* daysOf(log: InteractionColumns, rows: Int32Array): Generator<Touched> {
  const dayOf = (row: number) => Math.floor(at(log.occurredAtMs, row) / DAY_MS);
  let products: Touched = new Map();
  for (const [index, row] of rows.entries()) {
    touch(products, at(log.product, row), typeOf(log, row));
    const next = rows[index + 1];
    if (next !== undefined && dayOf(next) === dayOf(row)) continue;
    yield products;
    products = new Map();
  }
}

function touch(products: Touched, product: number, type: InteractionType): void {
  const wasTaken = products.get(product) === true;
  products.delete(product);
  products.set(product, TAKING.has(type) || (wasTaken && type !== 'remove-from-cart'));
}
