import type { Listing } from '../../src/ports/listing-interpreter.ts';
import { openTable, type TableRow, tooLong } from './delimited.ts';
import type { FeedFile } from './feed-file.ts';
import type { Feed, FeedEntry } from './feed-source.ts';
import { groupRows } from './group-rows.ts';

/** Columns every product export of Shopify has; they tell the format. */
export const SHOPIFY_COLUMNS = ['Handle', 'Title', 'Option1 Name', 'Option1 Value'] as const;

type Item =
  | { readonly kind: 'row'; readonly row: TableRow }
  | { readonly kind: 'fault'; readonly fault: FeedEntry };

/**
 * The product CSV of Shopify: rows of one handle are one product, wherever they stand; the first row tells the
 * product, every row with a price or an option value is a variant, rows with only a picture are none. Prices have a
 * point and no currency.
 *
 * @see https://help.shopify.com/en/manual/products/import-export/using-csv
 */
export async function shopifyFeed(file: FeedFile, signal: AbortSignal): Promise<Feed> {
  const table = await openTable(file, ',', signal);

  async function* items(reading: AbortSignal): AsyncGenerator<Item> {
    for await (const row of table.rows(reading)) {
      if (row.tooLong) yield { kind: 'fault', fault: tooLong(row.line) };
      else yield { kind: 'row', row };
    }
  }
  return {
    format: 'shopify',
    file,
    passes: 2,
    decimalSign: '.',
    async *entries(reading) {
      const groups = groupRows(
        () => items(reading),
        (item) => (item.kind === 'row' ? item.row.cell('Handle')?.trim() : undefined),
      );
      for await (const group of groups) {
        const rows = group.flatMap((item) => (item.kind === 'row' ? [item.row] : []));
        for (const item of group) if (item.kind === 'fault') yield item.fault;
        const listings = toListings(rows);
        if (listings.length > 0) yield { kind: 'listings', listings };
      }
    },
  };
}

function toListings(rows: readonly TableRow[]): Listing[] {
  const head = rows.find((row) => row.cell('Title') !== undefined) ?? rows[0];
  if (head === undefined) return [];
  const handle = head.cell('Handle')?.trim();
  const withheld = readWithheld(head);
  const shared = readShared(head);
  const options = readOptionNames(head);
  const variants = rows.filter((row) => row === head || isVariant(row));
  const category = readCategory(head);
  return variants.map((row): Listing => {
    const chosen = options.flatMap((name, position): [string, string][] => {
      const value = row.cell(`Option${position + 1} Value`)?.trim();
      return name === '' || value === undefined || isNoChoice(name, value) ? [] : [[name, value]];
    });
    const price = row.cell('Variant Price');
    const listPrice = row.cell('Variant Compare At Price');
    return {
      line: row.line,
      ...(handle === undefined ? {} : { groupId: handle, ...variantId(handle, chosen) }),
      ...shared,
      ...cellsOf(row, { sku: 'Variant SKU', gtin: 'Variant Barcode' }),
      ...(price === undefined ? {} : { price }),
      ...(listPrice === undefined ? {} : { listPrice }),
      ...readStock(row),
      ...imageOf(row, head),
      category,
      attributes: [...chosen, ...readAttributes(head)],
      ...(withheld === undefined ? {} : { withheld }),
    };
  });
}

const isVariant = (row: TableRow) =>
  row.cell('Variant Price') !== undefined ||
  row.cell('Option1 Value') !== undefined ||
  row.cell('Variant SKU') !== undefined;

/** How Shopify writes a product without choices. */
const isNoChoice = (name: string, value: string) => name === 'Title' && value === 'Default Title';

/** Built from the options: SKUs are neither unique nor always given, and rows have no id of their own. */
function variantId(handle: string, chosen: readonly (readonly [string, string])[]): { id: string } {
  const values = chosen.map(([, value]) => value.toLowerCase().replace(/\s+/g, '-'));
  return { id: values.length === 0 ? handle : `${handle}:${values.join(':')}` };
}

function readOptionNames(head: TableRow): string[] {
  return [1, 2, 3].map((position) => head.cell(`Option${position} Name`)?.trim() ?? '');
}

function readShared(head: TableRow): Partial<Listing> {
  return cellsOf(head, { title: 'Title', description: 'Body (HTML)', brand: 'Vendor', url: 'URL' });
}

function cellsOf(row: TableRow, columns: Readonly<Record<string, string>>): Partial<Listing> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([field, column]) => {
      const cell = row.cell(column);
      return cell === undefined ? [] : [[field, cell]];
    }),
  );
}

function readCategory(head: TableRow): string[] {
  const path = head.cell('Product Category') ?? head.cell('Google Shopping / Google Product Category');
  const levels =
    path === undefined || /^\d+$/.test(path.trim()) ? [] : path.split('>').map((level) => level.trim());
  const type = head.cell('Type')?.trim() ?? head.cell('Custom Product Type')?.trim();
  return type === undefined || levels.at(-1)?.toLowerCase() === type.toLowerCase()
    ? levels
    : [...levels, type];
}

function readAttributes(head: TableRow): [string, string][] {
  const columns: Readonly<Record<string, string>> = {
    tags: 'Tags',
    gender: 'Google Shopping / Gender',
    'age-group': 'Google Shopping / Age Group',
  };
  return Object.entries(columns).flatMap(([name, column]): [string, string][] => {
    const cell = head.cell(column);
    return cell === undefined ? [] : [[name, cell]];
  });
}

/** Without a tracker nothing is counted and it can be had; "continue" sells beyond what is counted. */
function readStock(row: TableRow): Pick<Listing, 'stock' | 'availability'> {
  const tracked = row.cell('Variant Inventory Tracker') !== undefined;
  const quantity = row.cell('Variant Inventory Qty');
  if (!tracked || quantity === undefined) return { availability: 'in_stock' };
  if (row.cell('Variant Inventory Policy')?.trim().toLowerCase() === 'continue')
    return { availability: 'in_stock', stock: quantity };
  return { stock: quantity };
}

function imageOf(row: TableRow, head: TableRow): { imageUrl?: string } {
  const imageUrl = row.cell('Variant Image') ?? row.cell('Image Src') ?? head.cell('Image Src');
  return imageUrl === undefined ? {} : { imageUrl };
}

function readWithheld(head: TableRow): Listing['withheld'] {
  const status = head.cell('Status')?.trim().toLowerCase();
  if (status === 'draft' || status === 'archived') {
    return { code: `status-${status}`, reason: `The shop keeps it back: its status is ${status}` };
  }
  if (head.cell('Published')?.trim().toLowerCase() === 'false') {
    return { code: 'not-published', reason: 'The shop keeps it back: it is not published' };
  }
  return undefined;
}
