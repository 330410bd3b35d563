import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { FeedMap } from './map.ts';

/** Usual names of columns, folded as by `fold`; the first that a table has is taken. */
const NAMES = {
  id: [
    'id',
    'productid',
    'itemid',
    'sku',
    'articlenumber',
    'artikelnummer',
    'reference',
    'referencia',
    'code',
    'asin',
    'uniqid',
  ],
  title: [
    'title',
    'name',
    'productname',
    'producttitle',
    'titel',
    'bezeichnung',
    'artikelname',
    'nom',
    'titre',
    'nombre',
    'titulo',
  ],
  description: [
    'description',
    'desc',
    'body',
    'longdescription',
    'shortdescription',
    'beschreibung',
    'descripcion',
  ],
  price: ['price', 'regularprice', 'unitprice', 'preis', 'prix', 'precio', 'amount'],
  salePrice: ['saleprice', 'specialprice', 'angebotspreis', 'prixsolde', 'preciooferta'],
  listPrice: ['listprice', 'compareatprice', 'oldprice', 'originalprice', 'msrp', 'rrp', 'uvp'],
  currency: ['currency', 'currencycode', 'wahrung', 'waehrung', 'devise', 'moneda'],
  brand: ['brand', 'vendor', 'manufacturer', 'marke', 'hersteller', 'marque', 'marca'],
  category: [
    'category',
    'categories',
    'producttype',
    'categorypath',
    'kategorie',
    'categorie',
    'categoria',
    'type',
  ],
  availability: ['availability', 'instock', 'verfugbarkeit', 'disponibilite', 'disponibilidad'],
  stock: [
    'stock',
    'quantity',
    'inventory',
    'qty',
    'currentstock',
    'stockquantity',
    'bestand',
    'menge',
    'existencias',
  ],
  imageUrl: ['imageurl', 'image', 'imagelink', 'imagesrc', 'picture', 'bild', 'bildurl', 'imagen'],
  url: ['url', 'link', 'producturl', 'permalink'],
  groupId: ['groupid', 'itemgroupid', 'parentid', 'parentsku'],
  variantId: ['variantid'],
  gtin: ['gtin', 'ean', 'upc', 'barcode', 'isbn'],
  mpn: ['mpn', 'manufacturerpartnumber', 'partnumber', 'modelnumber', 'model', 'herstellernummer'],
  language: ['language', 'sprache', 'langue', 'idioma'],
} as const;

const ATTRIBUTES = [
  'color',
  'colour',
  'farbe',
  'couleur',
  'basecolour',
  'size',
  'grosse',
  'taille',
  'talla',
  'material',
  'materiau',
  'pattern',
  'muster',
  'gender',
  'geschlecht',
  'genre',
  'agegroup',
  'style',
  'stil',
  'season',
  'saison',
  'usage',
  'tags',
];

/**
 * A map for a table whose columns have usual names ("SKU", "Product Name", "Preis").
 *
 * @throws {AssistantError} CATALOGUE_REFUSED when id, title or price cannot be told: says which columns there are and
 *   how to write a map.
 */
export function guessMap(columns: readonly string[]): FeedMap {
  const folded = new Map<string, string>();
  for (const column of columns) if (!folded.has(fold(column))) folded.set(fold(column), column);
  const pick = (names: readonly string[]) =>
    names.map((name) => folded.get(name)).find((found) => found !== undefined);

  const found: Record<string, string> = {};
  for (const [field, names] of Object.entries(NAMES)) {
    const column = pick(names);
    if (column !== undefined) found[field] = column;
  }
  const levels = columns.filter((column) => /^(?:sub)?category\d$/.test(fold(column)));
  const { id, title, price } = found;
  if (id === undefined || title === undefined || price === undefined) {
    const missing = Object.entries({ id, title, price }).flatMap(([name, column]) =>
      column === undefined ? [name] : [],
    );
    throw new AssistantError(
      'CATALOGUE_REFUSED',
      `Which column is the ${missing.join(', the ')}? The columns are: ${columns.slice(0, 100).join(', ')}. ` +
        'Write a map and give it with --map FILE, for example {"id": "ItemID", "title": "Name", "price": "Price", "currency": {"value": "USD"}, "attributes": {"color": "Colour"}}',
      { details: { columns: columns.slice(0, 100), missing } },
    );
  }
  const category = levels.length > 0 ? levels : found.category;
  return {
    ...found,
    id,
    title,
    price,
    ...(category === undefined ? {} : { category }),
    categorySeparator: '>',
    attributes: Object.fromEntries(
      ATTRIBUTES.flatMap((name) => {
        const column = folded.get(name);
        return column === undefined ? [] : [[column, column]];
      }),
    ),
  };
}

/** "Product Name", "product_name" and "productName" are one. */
function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
