import { type Concept, concept, includesConcept } from '../../text/lexicon/index.ts';
import {
  type Conversion,
  convertSize,
  isFor,
  SIZE_TABLES,
  type SizeTable,
} from '../../text/sizes/size-tables.ts';
import type { SizeName, WrittenSize } from '../../text/sizes/written-size.ts';
import type { ListedSize, ShopSizes } from './shop-sizes.ts';

/** For what a size is wanted, as far as it was said. */
export interface SizeSubject {
  readonly types: readonly Concept[];
  /** Genders of the lexicon, with their wider ones. */
  readonly genders: ReadonlySet<string>;
}

/** What a size means in a shop. */
export interface ResolvedSize {
  /** Alternatives, never empty. */
  readonly values: readonly [string, ...string[]];
  /**
   * `listed` as it was said; `converted` from another system, about; `possible` when it may be several sizes, for women or
   * for men, in one system or another.
   */
  readonly certainty: 'listed' | 'converted' | 'possible';
  /** Whether the shop writes all that was said as one size. */
  readonly isWhole: boolean;
}

/** The shop's own sizes go before all; undefined when it lists none that this could be. */
export function resolveSize(
  size: WrittenSize,
  sizes: ShopSizes,
  subject: SizeSubject,
): ResolvedSize | undefined {
  const listed = sizes.find(size);
  const isOneName = size.names.length === 1;
  if (listed.length > 0) return toResolved(listed, listed.length > 1 && isOneName ? 'possible' : 'listed');
  const [name] = size.names;
  // A number of nothing in particular is no size in any system.
  const isBare = name?.system === undefined && subject.types.length === 0;
  if (name === undefined || !isOneName || isBare) return undefined;
  const tables = tablesFor(AGE.test(name.figure) ? { ...subject, genders: FOR_CHILDREN } : subject);
  return convert(name, tables, sizes, subject) ?? findPlain(name, tables, sizes);
}

function convert(
  name: SizeName,
  tables: readonly SizeTable[],
  sizes: ShopSizes,
  { types, genders }: SizeSubject,
): ResolvedSize | undefined {
  const conversions = tables.flatMap((table) => convertSize(name, table, genders));
  const readings = conversions.flatMap((conversion) => {
    const found = listedBy(conversion, sizes);
    return found.length === 0 ? [] : [found];
  });
  const distinct = new Set(readings.map((found) => valuesOf(found).toSorted().join('\n')));
  const certainty = distinct.size === 1 && types.length > 0 ? 'converted' : 'possible';
  return toResolved(readings.flat(), certainty);
}

/** Names with their system first; a shop that writes none has the European ones, unless it lists none of those. */
function listedBy({ names, near }: Conversion, sizes: ShopSizes): readonly ListedSize[] {
  const exact = names.flatMap((name) => sizes.near(name, 0));
  if (exact.length > 0) return exact;
  const close = names.flatMap((name) => sizes.near(name, near));
  if (close.length > 0) return close;
  return names.flatMap(({ figure }) => sizes.near({ figure }, 0));
}

/** "UK 8" where the shop writes "8", unless that is a European size there. */
function findPlain(
  { figure, system }: SizeName,
  tables: readonly SizeTable[],
  sizes: ShopSizes,
): ResolvedSize | undefined {
  if (system === undefined) return undefined;
  const isEuropean = tables.some(({ columns, rows }) => {
    const european = columns.findIndex((column) => column.system === 'eu');
    return rows.some((row) => row[european]?.includes(figure));
  });
  return isEuropean ? undefined : toResolved(sizes.find({ names: [{ figure }], whole: figure }), 'listed');
}

/** The tables of the kinds of things, of all when none is named; children's sizes only where children are named. */
function tablesFor({ types, genders }: SizeSubject): readonly SizeTable[] {
  const ofKind = types.length === 0 ? SIZE_TABLES : SIZE_TABLES.filter((table) => types.some(isOf(table)));
  const forChildren = genders.has(CHILDREN) ? ofKind.filter(({ gender }) => gender === CHILDREN) : [];
  if (forChildren.length > 0) return forChildren;
  return ofKind.filter(({ gender }) => gender !== CHILDREN && isFor(gender, genders));
}

const CHILDREN = 'kids';
const FOR_CHILDREN: ReadonlySet<string> = new Set([CHILDREN]);
const AGE = / (?:years|months)$/;

const isOf =
  ({ types, except }: SizeTable) =>
  (type: Concept): boolean =>
    isWithin(types, type) && !isWithin(except, type);

const isWithin = (wide: readonly string[], type: Concept): boolean =>
  wide.some((id) => {
    const found = concept('type', id);
    return found !== undefined && includesConcept(found, type);
  });

/** Alternatives beyond this many say nothing. */
const MOST_ALTERNATIVES = 8;

const valuesOf = (found: readonly ListedSize[]): string[] => [...new Set(found.map(({ value }) => value))];

function toResolved(
  found: readonly ListedSize[],
  certainty: ResolvedSize['certainty'],
): ResolvedSize | undefined {
  const [first, ...others] = valuesOf(found).slice(0, MOST_ALTERNATIVES);
  return first === undefined
    ? undefined
    : { values: [first, ...others], certainty, isWhole: found.every(({ isWhole }) => isWhole) };
}
