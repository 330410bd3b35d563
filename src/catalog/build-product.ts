import type { Language } from '../domain/locale.ts';
import type { Attributes, Product, ProductText, Variant } from '../domain/product.ts';
import type { RejectedRow, SourceItem } from '../ports/catalogue-source.ts';
import type { Listing } from '../ports/listing-interpreter.ts';
import { cleanLine, cleanParagraphs, shortenText } from '../text/clean-text.ts';
import {
  type BuiltVariant,
  buildVariant,
  MAX_TITLE,
  type SharedWords,
  type VariantContext,
} from './build-variant.ts';
import { htmlToPlainText } from './html-to-plain-text.ts';
import type { AttributeValues } from './normalise-attributes.ts';
import { parseTime } from './parse-time.ts';

const MAX_DESCRIPTION = 20_000;
const MAX_CATEGORY_LEVELS = 10;
const MAX_LABEL = 120;

/**
 * Makes one product of the listings of a group. Rows at fault are rejected one by one; the others still make the
 * product. What is the same in all variants belongs to the product, what differs to the variants.
 *
 * @param listings At least one; with several, all of one `groupId`.
 */
export function buildProduct(listings: readonly Listing[], context: VariantContext): SourceItem[] {
  const items: SourceItem[] = [];
  const built: { listing: Listing; variant: BuiltVariant }[] = [];
  const warnings: RejectedRow[] = [];
  const lines = new Map<string, number>();
  const shared = sharedWords(listings);
  for (const listing of listings) {
    const row = { line: listing.line, ...idOf(listing) };
    if (listing.withheld !== undefined) {
      items.push({ kind: 'skipped', value: { ...row, ...listing.withheld } });
      continue;
    }
    const result = buildVariant(listing, shared, context);
    if (result.kind === 'fault') {
      items.push({ kind: 'rejected', value: { ...row, ...result.fault } });
      continue;
    }
    const first = lines.get(result.variant.variantId);
    if (first !== undefined) {
      items.push({
        kind: 'rejected',
        value: { ...row, code: 'id-twice', reason: `The id stands already in line ${first}` },
      });
      continue;
    }
    lines.set(result.variant.variantId, listing.line);
    warnings.push(...result.warnings.map((warning) => ({ ...row, ...warning })));
    built.push({ listing, variant: result });
  }
  const [head] = built;
  if (head === undefined) return items;
  const product = assemble(built, shared, context.language);
  return [
    {
      kind: 'product',
      value: { product, line: head.listing.line, ...(warnings.length > 0 ? { warnings } : {}) },
    },
    ...items,
  ];
}

const idOf = (listing: Listing) => {
  const id = cleanLine(listing.id ?? listing.groupId ?? '').slice(0, 200);
  return id === '' ? {} : { id };
};

/** What the first listing that says it says for all. */
function sharedWords(listings: readonly Listing[]): SharedWords {
  const first = (pick: (listing: Listing) => string | undefined) =>
    listings.map(pick).find((text) => text !== undefined && text.trim() !== '') ?? '';
  const titles = listings
    .map(({ title }) => cleanLine(htmlToPlainText(title ?? '')))
    .filter((title) => title !== '');
  const brand = shortenText(cleanLine(htmlToPlainText(first((listing) => listing.brand))), MAX_LABEL);
  return {
    title: shortenText(commonTitle(titles), MAX_TITLE),
    description: shortenText(
      cleanParagraphs(htmlToPlainText(first((listing) => listing.description))),
      MAX_DESCRIPTION,
    ),
    ...(brand === '' ? {} : { brand }),
  };
}

/** The words all titles begin with ("Shirt - Red", "Shirt - Blue": "Shirt"), when they are a title by themselves. */
export function commonTitle(titles: readonly string[]): string {
  const [first = '', ...others] = titles;
  if (others.every((title) => title === first)) return first;
  const words = first.split(' ');
  let shared = words.length;
  for (const title of others) {
    const own = title.split(' ');
    const differs = words.findIndex((word, position) => word !== own[position]);
    if (differs >= 0) shared = Math.min(shared, differs);
  }
  const head = words.slice(0, shared).join(' ');
  const common = head.replace(/[\s\-–—,;:|/(]+$/u, '');
  const isTitle = common !== head || common.length * 2 >= first.length;
  return common.length >= 3 && isTitle ? common : first;
}

function assemble(
  built: readonly { listing: Listing; variant: BuiltVariant }[],
  shared: SharedWords,
  language: Language,
): Product {
  const head = built[0];
  const listing = head?.listing ?? { line: 0, attributes: [] };
  const common = commonAttributes(built.map(({ variant }) => variant.attributes));
  const labels: Record<string, readonly string[]> = {};
  const variants = built.map(({ variant }): Variant => {
    const own = [...variant.attributes].filter(([name]) => !common.has(name));
    return { ...variant.variant, attributes: toAttributes(own) };
  });
  for (const [name, found] of labelled(built.map(({ variant }) => variant.attributes))) labels[name] = found;
  const text: ProductText = {
    title: shared.title,
    description: shared.description,
    ...(Object.keys(labels).length > 0 ? { attributes: labels } : {}),
  };
  const category = (
    built.find(({ listing: { category: path } }) => (path?.length ?? 0) > 0)?.listing.category ?? []
  )
    .map((label) => shortenText(cleanLine(htmlToPlainText(label)), MAX_LABEL))
    .filter((label) => label !== '')
    .slice(0, MAX_CATEGORY_LEVELS);
  const listedAtMs = listing.listedAt === undefined ? undefined : parseTime(listing.listedAt);
  const imageUrl = variants.find((variant) => variant.imageUrl !== undefined)?.imageUrl;
  const url = variants.find((variant) => variant.url !== undefined)?.url;
  return {
    productId: cleanLine(listing.groupId ?? listing.id ?? ''),
    texts: { [language]: text },
    language,
    ...(shared.brand === undefined ? {} : { brand: shared.brand }),
    category,
    attributes: toAttributes([...common]),
    variants,
    ...(imageUrl === undefined ? {} : { imageUrl }),
    ...(url === undefined ? {} : { url }),
    ...(listedAtMs === undefined ? {} : { listedAtMs }),
  };
}

const toAttributes = (entries: readonly (readonly [string, AttributeValues])[]): Attributes =>
  Object.fromEntries(entries.map(([name, { values }]) => [name, values]));

function commonAttributes(
  all: readonly ReadonlyMap<string, AttributeValues>[],
): Map<string, AttributeValues> {
  const [first = new Map<string, AttributeValues>(), ...others] = all;
  return new Map(
    [...first].filter(([name, { values }]) =>
      others.every((attributes) => attributes.get(name)?.values.join('\n') === values.join('\n')),
    ),
  );
}

/** Labels of the distinct values of all variants in order; names whose labels say nothing else are left out. */
function labelled(all: readonly ReadonlyMap<string, AttributeValues>[]): [string, string[]][] {
  const labels = new Map<string, Map<string, string>>();
  for (const attributes of all) {
    for (const [name, { values, labels: own }] of attributes) {
      const known = labels.get(name) ?? new Map<string, string>();
      labels.set(name, known);
      values.forEach((value, position) => {
        if (!known.has(value)) known.set(value, own[position] ?? value);
      });
    }
  }
  return [...labels].flatMap(([name, known]): [string, string[]][] =>
    [...known].some(([value, label]) => value !== label) ? [[name, [...known.values()]]] : [],
  );
}
