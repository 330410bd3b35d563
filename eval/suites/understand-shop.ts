import type { Product } from '../../src/domain/product.ts';

/** One line of the shop: title words in English and German, category, makers, colours, materials, sizes. */
interface Line {
  readonly en: string;
  readonly de: string;
  readonly category: readonly [string, string];
  readonly gender?: string;
  readonly materials: readonly string[];
  readonly colors: readonly string[];
  readonly sizes: readonly string[];
  readonly patterns?: readonly string[];
  readonly brands: readonly string[];
  /** Amounts by attribute, one after another from product to product, in the units and spellings that feeds mix. */
  readonly amounts?: Readonly<Record<string, readonly string[]>>;
}

const ADULT = ['S', 'M', 'L', 'XL'];
const FEET = ['39', '40', '41', '42', '43'];
const USUAL = ['red', 'blue', 'green', 'black', 'grey'];

const LINES: readonly Line[] = [
  {
    en: 'Scarf',
    de: 'Schal',
    category: ['Accessories', 'Scarves'],
    materials: ['wool', 'cotton'],
    colors: USUAL,
    sizes: [],
    brands: ['Nordwind', 'Ateljé Vik'],
    amounts: {
      length: ['140 cm', '1.6 m', '180 cm', '1900 mm', '2 m'],
      rating: ['4.6', '3.9', '4.1', '4.8', '2.7'],
      'rating-count': ['120', '18', '64', '5', '31'],
    },
  },
  {
    en: 'Gloves',
    de: 'Handschuhe',
    category: ['Accessories', 'Gloves'],
    materials: ['wool', 'leather'],
    colors: ['black', 'grey', 'brown'],
    sizes: ADULT,
    brands: ['Nordwind'],
  },
  {
    en: 'Jacket',
    de: 'Jacke',
    category: ['Clothing', 'Jackets'],
    gender: 'women',
    materials: ['cotton', 'polyester'],
    colors: USUAL,
    sizes: ADULT,
    brands: ['Nordwind', 'Runa'],
  },
  {
    en: 'Coat',
    de: 'Mantel',
    category: ['Clothing', 'Coats'],
    gender: 'men',
    materials: ['wool'],
    colors: ['black', 'grey', 'brown'],
    sizes: ADULT,
    brands: ['Nordwind'],
  },
  {
    en: 'Shirt',
    de: 'Hemd',
    category: ['Clothing', 'Shirts'],
    gender: 'men',
    materials: ['cotton'],
    colors: ['white', 'blue'],
    patterns: ['striped', 'checked'],
    sizes: ADULT,
    brands: ['Ateljé Vik'],
  },
  {
    en: 'Sneakers',
    de: 'Sneaker',
    category: ['Shoes', 'Sneakers'],
    gender: 'unisex',
    materials: ['leather', 'canvas'],
    colors: ['white', 'black'],
    sizes: FEET,
    brands: ['Runa'],
  },
  {
    en: 'Boots',
    de: 'Stiefel',
    category: ['Shoes', 'Boots'],
    gender: 'women',
    materials: ['leather', 'rubber'],
    colors: ['black', 'brown'],
    sizes: FEET,
    brands: ['Nordwind'],
  },
  {
    en: 'Shoulder Bag',
    de: 'Umhängetasche',
    category: ['Bags', 'Shoulder Bags'],
    materials: ['leather', 'canvas'],
    colors: ['black', 'brown', 'red'],
    sizes: [],
    brands: ['Ateljé Vik'],
  },
  {
    en: 'Backpack',
    de: 'Rucksack',
    category: ['Bags', 'Backpacks'],
    materials: ['canvas', 'nylon'],
    colors: ['green', 'black', 'blue'],
    sizes: [],
    brands: ['Runa'],
    amounts: {
      capacity: ['15 l', '20 l', '25000 ml', '30 l', '40 l', '55 l'],
      weight: ['600 g', '0.8 kg', '900 g', '1,1 kg', '1.4 kg', '4 lb'],
      rating: ['4.2', '4.7', '3.5'],
      'rating-count': ['240', '12', '90'],
    },
  },
  {
    en: 'Table Lamp',
    de: 'Tischlampe',
    category: ['Home', 'Lamps'],
    materials: ['metal', 'glass'],
    colors: ['white', 'black', 'gold'],
    sizes: [],
    brands: ['Lumen'],
  },
  {
    en: 'Coffee Table',
    de: 'Couchtisch',
    category: ['Home', 'Tables'],
    materials: ['oak', 'glass'],
    colors: ['brown', 'white'],
    sizes: [],
    brands: ['Holzweg'],
    amounts: {
      width: ['60 cm', '0.8 m', '1000 mm', '120 cm'],
      height: ['40 cm', '45 cm', '45 cm', '50 cm'],
    },
  },
];

const GERMAN_CATEGORIES: Readonly<Record<string, string>> = {
  Accessories: 'Accessoires',
  Scarves: 'Schals',
  Gloves: 'Handschuhe',
  Clothing: 'Kleidung',
  Jackets: 'Jacken',
  Coats: 'Mäntel',
  Shirts: 'Hemden',
  Shoes: 'Schuhe',
  Sneakers: 'Sneaker',
  Boots: 'Stiefel',
  Bags: 'Taschen',
  'Shoulder Bags': 'Umhängetaschen',
  Backpacks: 'Rucksäcke',
  Home: 'Wohnen',
  Lamps: 'Lampen',
  Tables: 'Tische',
};

/** A small general shop in English and German, the same at every call: what the understanding cases are read against. */
export function understandShop(): Product[] {
  return LINES.flatMap((line) =>
    line.materials.flatMap((material, m) =>
      line.colors.map((color, c) => makeProduct(line, material, color, m * line.colors.length + c)),
    ),
  );
}

function makeProduct(line: Line, material: string, color: string, number: number): Product {
  const id = `${line.en.toLowerCase().replaceAll(' ', '-')}-${number + 1}`;
  const brand = line.brands[number % line.brands.length];
  const amounts = Object.entries(line.amounts ?? {}).flatMap(([attribute, values]) => {
    const value = values[number % values.length];
    return value === undefined ? [] : [[attribute, [value]]];
  });
  const pattern = line.patterns?.[number % line.patterns.length];
  const amountMinor = 1900 + 700 * number;
  const offers = { DE: { price: { amountMinor, currency: 'EUR' }, availability: 'in-stock' as const } };
  const sizes = line.sizes.length === 0 ? [undefined] : line.sizes;
  return {
    productId: id,
    language: 'en',
    texts: {
      en: { title: `${line.en} ${number + 1}`, description: `A ${line.en.toLowerCase()} for every day.` },
      de: {
        title: `${line.de} ${number + 1}`,
        description: `${line.de} für jeden Tag.`,
        category: line.category.map((label) => GERMAN_CATEGORIES[label] ?? label),
      },
    },
    ...(brand === undefined ? {} : { brand }),
    category: line.category,
    attributes: {
      color: [color],
      material: [material],
      ...(line.gender === undefined ? {} : { gender: [line.gender] }),
      ...(pattern === undefined ? {} : { pattern: [pattern] }),
      ...Object.fromEntries(amounts),
    },
    variants: sizes.map((size) => ({
      variantId: size === undefined ? id : `${id}-${size}`,
      attributes: size === undefined ? {} : { size: [size] },
      offers,
    })),
  };
}
