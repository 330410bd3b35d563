import type { Listing } from '../../src/ports/listing-interpreter.ts';

/** One item of a Google Merchant feed: values by attribute name (lower case, "_" between words), nested ones as records. */
export interface GoogleItem {
  readonly line: number;
  readonly values: ReadonlyMap<string, readonly GoogleValue[]>;
}

export type GoogleValue = string | ReadonlyMap<string, string>;

/** Attributes of the specification that describe the thing and become attributes of the product. */
const ATTRIBUTES = [
  'color',
  'size',
  'material',
  'pattern',
  'gender',
  'age_group',
  'size_type',
  'size_system',
  'condition',
  'energy_efficiency_class',
  'product_length',
  'product_width',
  'product_height',
  'product_weight',
] as const;

/**
 * Reads an item by the product data specification of Google Merchant Center. Prices have a point for decimals and
 * their currency.
 *
 * @see https://support.google.com/merchants/answer/7052112
 */
export function toGoogleListing(item: GoogleItem): Listing {
  const text = (...names: string[]) => {
    for (const name of names) {
      const found = item.values.get(name)?.find((value) => typeof value === 'string' && value.trim() !== '');
      if (typeof found === 'string') return found;
    }
    return undefined;
  };
  const [saleFrom, saleUntil] = text('sale_price_effective_date')?.split('/') ?? [];
  const fields: Partial<Record<keyof Listing, string | undefined>> = {
    id: text('id', 'guid'),
    groupId: text('item_group_id'),
    title: text('title'),
    description: text('description', 'summary', 'content'),
    url: text('link'),
    imageUrl: text('image_link'),
    brand: text('brand'),
    gtin: text('gtin'),
    mpn: text('mpn'),
    price: text('price'),
    salePrice: text('sale_price'),
    saleFrom,
    saleUntil,
    availability: text('availability'),
    stock: text('quantity', 'sell_on_google_quantity'),
    language: text('content_language'),
  };
  return {
    line: item.line,
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')),
    category: readCategory(item),
    shipping: readShipping(item),
    attributes: [
      ...ATTRIBUTES.flatMap((name) => {
        const value = text(name);
        return value === undefined || (name === 'condition' && value === 'new')
          ? []
          : [[name, value] as const];
      }),
      ...readDetails(item),
    ],
  };
}

/** The shop's own path; else Google's, when it is written out and not a number of the taxonomy. */
function readCategory(item: GoogleItem): string[] {
  for (const name of ['product_type', 'google_product_category']) {
    const path = item.values.get(name)?.find((value) => typeof value === 'string' && value.trim() !== '');
    if (typeof path !== 'string' || /^\d+$/.test(path.trim())) continue;
    const levels = path.split('>').map((level) => level.trim());
    return levels.filter((level) => level !== '');
  }
  return [];
}

/** XML nests; tables write "country:region:service:price", several separated by commas. */
function readShipping(item: GoogleItem): NonNullable<Listing['shipping']> {
  return (item.values.get('shipping') ?? []).flatMap((value) => {
    if (typeof value !== 'string') {
      const price = value.get('price');
      const country = value.get('country');
      return price === undefined ? [] : [{ price, ...(country === undefined ? {} : { country }) }];
    }
    return value.split(/,(?=\s*[A-Za-z]{2}:)/).flatMap((entry) => {
      const parts = entry.split(':');
      const price = parts.at(-1)?.trim() ?? '';
      const country = parts[0]?.trim() ?? '';
      return price === '' || parts.length < 2 ? [] : [{ price, ...(country === '' ? {} : { country }) }];
    });
  });
}

/** XML nests section, name and value; tables write "section:name:value", several separated by commas. */
function readDetails(item: GoogleItem): [string, string][] {
  return (item.values.get('product_detail') ?? []).flatMap((value): [string, string][] => {
    if (typeof value !== 'string') {
      const name = value.get('attribute_name');
      const detail = value.get('attribute_value');
      return name === undefined || detail === undefined ? [] : [[name, detail]];
    }
    return value.split(/,(?=[^,:]*:[^,:]+:)/).flatMap((entry): [string, string][] => {
      const [, name = '', ...rest] = entry.split(':');
      const detail = rest.join(':').trim();
      return name.trim() === '' || detail === '' ? [] : [[name.trim(), detail]];
    });
  });
}
