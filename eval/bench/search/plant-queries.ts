import { createRandom } from '../../../src/domain/random.ts';
import type { PlantedProduct } from './generate-shelf.ts';
import { COLORS, MATERIALS, type Unit, USES } from './kinds.ts';
import { misspell } from './misspell.ts';
import type { ShelfAttribute, ShelfFilter } from './shelf-product.ts';

/** How a query differs from the words of the catalogue. */
export const TRICKS = [
  'none',
  'plural',
  'misspelt',
  'respelled',
  'quantity',
  'other name',
  'other language',
] as const;
export type Trick = (typeof TRICKS)[number];

/** Of twenty queries in turn: eight as the catalogue says it, three plurals, three slips, two each of the others but for names. */
const MIX: readonly Trick[] = [
  ...Array<Trick>(8).fill('none'),
  ...Array<Trick>(3).fill('plural'),
  ...Array<Trick>(3).fill('misspelt'),
  ...Array<Trick>(2).fill('respelled'),
  ...Array<Trick>(2).fill('quantity'),
  'other name',
  'other language',
];

/** No divisor of the mix's length: wherever a list of queries is cut, it is mixed much alike. */
const STRIDE = 7;

export interface PlantedQuery {
  readonly query: string;
  readonly trick: Trick;
  /** Gain 3 for a product of the kind with everything asked for, one less for each thing it lacks; another kind gains 0. */
  readonly gain: (product: PlantedProduct) => number;
  readonly filter: ShelfFilter;
}

/**
 * Queries after products of the catalogue, one product each: its kind and one to three of its properties. The filter lets that
 * product through, so that no query is without an answer.
 */
export function plantQueries(
  products: readonly PlantedProduct[],
  count: number,
  seed: number,
): PlantedQuery[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, position) => {
    const trick = MIX[(position * STRIDE) % MIX.length] ?? 'none';
    return plantQuery(drawTarget(products, trick, random), trick, random);
  });
}

function drawTarget(products: readonly PlantedProduct[], trick: Trick, random: () => number): PlantedProduct {
  for (;;) {
    const drawn = products[Math.floor(random() * products.length)];
    if (drawn === undefined || drawn.availability !== 'in-stock') continue;
    if (trick !== 'respelled' || drawn.kind.respelled !== undefined) return drawn;
  }
}

type Asked = ShelfAttribute | 'brand';
const ASKABLE: readonly Asked[] = ['color', 'material', 'use', 'brand'];

const propertyOf = (product: PlantedProduct, asked: Asked): string =>
  asked === 'brand' ? product.brand : product.attributes[asked];

function plantQuery(target: PlantedProduct, trick: Trick, random: () => number): PlantedQuery {
  const drawn = ASKABLE.map((asked) => ({ asked, key: random() }))
    .sort((left, right) => left.key - right.key)
    .slice(0, 1 + Math.floor(random() * 3))
    .map(({ asked }) => asked);
  const asked: readonly Asked[] = trick === 'quantity' ? ['size', ...drawn.slice(0, 1)] : drawn;
  return {
    query: sayQuery(target, asked, trick, random),
    trick,
    gain: (product) =>
      product.kind.name === target.kind.name
        ? Math.max(
            0,
            3 - asked.filter((each) => propertyOf(product, each) !== propertyOf(target, each)).length,
          )
        : 0,
    filter: drawFilter(target, asked, random),
  };
}

function sayQuery(
  target: PlantedProduct,
  asked: readonly Asked[],
  trick: Trick,
  random: () => number,
): string {
  const say = (property: Asked, words = propertyOf(target, property)) =>
    asked.includes(property) ? words : '';
  const [amount = '', unit = ''] = target.attributes.size.split(' ');
  const parts = [
    say('brand', target.brand.toLowerCase()),
    say('color'),
    say('material'),
    sayKind(target, trick),
    say('use', `for ${target.attributes.use}`),
    say('size', `${amount}${sayUnit(unit as Unit, random)}`),
  ];
  const query = parts.filter((part) => part !== '').join(' ');
  return trick === 'misspelt' ? misspell(query, random) : query;
}

function sayKind({ kind }: PlantedProduct, trick: Trick): string {
  const [english, foreign] = kind.otherNames;
  const names: Partial<Record<Trick, string>> = {
    plural: kind.plural,
    respelled: kind.respelled ?? kind.name,
    'other name': english,
    'other language': foreign,
  };
  return names[trick] ?? kind.name;
}

/** Titles write the symbol after a space. */
const UNIT_WRITINGS: Readonly<Record<Unit, readonly string[]>> = {
  ml: ['ml', ' millilitres'],
  cm: ['cm', ' centimeters'],
  in: ['"', ' inch', 'in'],
  W: ['w', ' watt'],
  kg: ['kg', ' kilos'],
  m: ['m', ' meter'],
};

function sayUnit(unit: Unit, random: () => number): string {
  const writings = UNIT_WRITINGS[unit];
  return writings[Math.floor(random() * writings.length)] ?? ` ${unit}`;
}

const FILTERED: readonly ShelfAttribute[] = ['color', 'material', 'use'];
const VALUES: Readonly<Record<string, readonly string[]>> = { color: COLORS, material: MATERIALS, use: USES };

/** Of a third to three times the price, in stock, of the department, and one attribute of two values. */
function drawFilter(target: PlantedProduct, asked: readonly Asked[], random: () => number): ShelfFilter {
  const free = FILTERED.filter((attribute) => !asked.includes(attribute));
  const attribute = free[Math.floor(random() * free.length)] ?? 'color';
  const values = VALUES[attribute] ?? [];
  const another = values[Math.floor(random() * values.length)] ?? '';
  return {
    minMinor: Math.floor(target.priceMinor / 3),
    maxMinor: target.priceMinor * 3,
    attribute,
    anyOf: [...new Set([target.attributes[attribute], another])],
    availability: ['in-stock'],
    department: target.categoryKeys[0] ?? '',
  };
}
