import * as z from 'zod';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { Listing } from '../../src/ports/listing-interpreter.ts';
import { FEED_ENCODINGS } from './feed-encoding.ts';

const column = z.string().min(1).max(200);
const constant = z.strictObject({ value: z.union([z.string(), z.number()]) });
/** A column, or a constant. */
const field = z.union([column, constant]);
const attribute = z.union([
  field,
  /** A column whose codes are the shop's own: `{"column": "sex", "values": {"F": "women"}}`. */
  z.strictObject({ column, values: z.record(z.string(), z.string()) }),
]);

const FIELDS = [
  'id',
  'title',
  'description',
  'price',
  'currency',
  'brand',
  'availability',
  'stock',
  'imageUrl',
  'url',
  'groupId',
  'variantId',
  'listPrice',
  'salePrice',
  'saleFrom',
  'saleUntil',
  'language',
  'gtin',
  'sku',
  'mpn',
  'listedAt',
  'shipping',
] as const;
type FieldName = (typeof FIELDS)[number];

const fieldShape = Object.fromEntries(FIELDS.map((name) => [name, field.optional()])) as Record<
  FieldName,
  z.ZodOptional<typeof field>
>;

const mapSchema = z.strictObject({
  ...fieldShape,
  id: field,
  title: field,
  price: field,
  /** One column that holds a path, or one column for each level from the root. */
  category: z.union([field, z.array(field).min(1).max(10)]).optional(),
  categorySeparator: z.string().min(1).max(10).optional(),
  attributes: z.record(z.string().min(1).max(60), attribute).optional(),
  decimalSign: z.enum(['.', ',']).optional(),
  encoding: z.enum(FEED_ENCODINGS).optional(),
  /** For JSON that holds several lists: the name of the products' one. */
  list: z.string().optional(),
});

/** How the columns of a table, or the fields of JSON objects, become a listing. */
export type FeedMap = z.infer<typeof mapSchema>;

/**
 * @throws {AssistantError} VALIDATION_FAILED with `details.problems`: all faults of the map together.
 */
export function parseMap(map: unknown): FeedMap {
  const parsed = mapSchema.safeParse(map);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'map'}: ${issue.message}`);
  throw new AssistantError('VALIDATION_FAILED', `The map is not valid. ${problems.join('; ')}`, {
    details: { problems },
  });
}

/** Every column a map names. */
export function columnsOf(map: FeedMap): string[] {
  const fields: unknown[] = [
    ...FIELDS.map((name) => map[name]),
    ...(Array.isArray(map.category) ? map.category : [map.category]),
    ...Object.values(map.attributes ?? {}).map((own) =>
      typeof own === 'object' && 'column' in own ? own.column : own,
    ),
  ];
  return [...new Set(fields.filter((name) => typeof name === 'string'))];
}

/** A value of a row by the name of its column; several where the format has lists. */
export type ReadColumn = (name: string) => readonly (string | number)[];

/** Applies a map to one row. Columns a row does not have are simply not given. */
export function toListing(map: FeedMap, line: number, read: ReadColumn): Listing {
  const values = (own: z.infer<typeof field> | undefined): readonly (string | number)[] =>
    own === undefined ? [] : typeof own === 'string' ? read(own) : [own.value];
  const value = (name: FieldName) => values(map[name])[0];
  const text = (name: FieldName) => {
    const found = value(name);
    return found === undefined ? undefined : String(found);
  };
  const given: Partial<Record<string, unknown>> = {};
  for (const name of TEXT_FIELDS) given[name] = text(name);
  for (const name of AMOUNT_FIELDS) given[name] = value(name);
  const shipping = value('shipping');
  const listing: Listing = {
    line,
    ...withoutUndefined(given),
    ...idsOf(text('id'), text('groupId'), text('variantId')),
    category: readPath(map, values),
    ...(shipping === undefined ? {} : { shipping: [{ price: shipping }] }),
    attributes: Object.entries(map.attributes ?? {}).flatMap(([name, own]): [string, string][] => {
      if (typeof own === 'string' || 'value' in own) return values(own).map((found) => [name, String(found)]);
      const codes = new Map(Object.entries(own.values));
      return read(own.column).map((found) => [name, codes.get(String(found)) ?? String(found)]);
    }),
  };
  return listing;
}

const TEXT_FIELDS = [
  'title',
  'description',
  'brand',
  'currency',
  'availability',
  'imageUrl',
  'url',
  'saleFrom',
  'saleUntil',
  'language',
  'gtin',
  'sku',
  'mpn',
  'listedAt',
] as const;
const AMOUNT_FIELDS = ['price', 'listPrice', 'salePrice', 'stock'] as const;

/** With a variant id, the id is the product's; with a group id, the id is the variant's. */
function idsOf(id?: string, groupId?: string, variantId?: string): { id?: string; groupId?: string } {
  if (variantId !== undefined && variantId.trim() !== '') {
    return { id: variantId, ...(id === undefined ? {} : { groupId: groupId ?? id }) };
  }
  return {
    ...(id === undefined ? {} : { id }),
    ...(groupId === undefined || groupId.trim() === '' ? {} : { groupId }),
  };
}

function readPath(
  map: FeedMap,
  values: (own: z.infer<typeof field>) => readonly (string | number)[],
): string[] {
  if (map.category === undefined) return [];
  const { categorySeparator } = map;
  const levels = Array.isArray(map.category)
    ? map.category.map((level) => String(values(level)[0] ?? ''))
    : values(map.category).map(String);
  return levels
    .flatMap((level) => (categorySeparator === undefined ? [level] : level.split(categorySeparator)))
    .map((level) => level.trim())
    .filter((level) => level !== '');
}

function withoutUndefined(fields: Partial<Record<string, unknown>>): Partial<Listing> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
