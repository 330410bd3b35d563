import { AssistantError } from '../errors/assistant-error.ts';
import type { Axis, Department, ProductType } from './product-type.ts';
import { TRAITS } from './traits.ts';
import { GENDERS, ORIGINS, PATTERNS } from './vocabulary.ts';
import { known, type Words } from './words.ts';

/** Everything decided about one product before it is put into words. */
export interface Design {
  readonly department: Department;
  readonly type: ProductType;
  readonly model: string;
  readonly brand: string;
  /** 0 the most affordable house of the department, 1 the finest. */
  readonly tier: number;
  readonly material?: string;
  readonly colors: readonly string[];
  readonly pattern?: string;
  readonly style: string;
  readonly gender?: string;
  readonly traits: readonly string[];
  readonly origin: string;
  readonly care?: string;
  /** One value, or several when the shopper chooses. */
  readonly axes: readonly {
    readonly axis: Axis;
    readonly values: readonly Words[];
    readonly worth: number;
  }[];
  /** Whether the title names the colour; only when there is a single one. */
  readonly namesColor: boolean;
}

/** Draws from what the type allows. Pure but for `random`, which it calls in a fixed order. */
export function designProduct(
  department: Department,
  type: ProductType,
  model: string,
  random: () => number,
): Design {
  const rank = Math.floor(random() * department.brands.length);
  const material = type.materials === undefined ? undefined : pick(type.materials, random);
  const colors = pickSome(type.colors ?? [], 1 + Math.floor(random() * (type.colorChoices ?? 1)), random);
  const pattern = type.patterns === undefined ? undefined : pickPattern(type.patterns, random);
  const care = type.care?.[material ?? '*'] ?? type.care?.['*'];
  const gender = type.genders === undefined ? undefined : pick(type.genders, random);
  return {
    department,
    type,
    model,
    brand: department.brands[rank] ?? '',
    tier: department.brands.length < 2 ? 0 : rank / (department.brands.length - 1),
    ...(material === undefined ? {} : { material }),
    colors,
    ...(pattern === undefined ? {} : { pattern }),
    style: pick(type.styles ?? department.styles, random),
    ...(gender === undefined ? {} : { gender }),
    traits: pickTraits(type, material, random),
    origin: pick(Object.keys(ORIGINS), random),
    ...(care === undefined ? {} : { care }),
    axes: (type.axes ?? []).map((axis) => pickAxis(axis, random)),
    namesColor: colors.length === 1 && random() < 0.6,
  };
}

/** @throws {AssistantError} INVALID_ARGUMENT when there is nothing to pick from. */
export function pick<T>(from: readonly T[], random: () => number): T {
  const entry = from[Math.floor(random() * from.length)];
  if (entry === undefined) throw new AssistantError('INVALID_ARGUMENT', 'There is nothing to pick from');
  return entry;
}

/** @returns `count` different entries in the order of `from`. */
export function pickSome<T>(from: readonly T[], count: number, random: () => number): T[] {
  const left = from.map((entry, position) => ({ entry, position, key: random() }));
  return left
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .sort((a, b) => a.position - b.position)
    .map(({ entry }) => entry);
}

/** Half of the products of a type that knows patterns are of a single colour. */
const pickPattern = (patterns: readonly string[], random: () => number): string =>
  random() < 0.5 ? 'plain' : pick(patterns, random);

function pickTraits(type: ProductType, material: string | undefined, random: () => number): string[] {
  const byMaterial = material === undefined ? [] : (type.traits?.[material] ?? []);
  const possible = (type.traits?.['*'] ?? []).filter((trait) => !byMaterial.includes(trait));
  return [...byMaterial, ...pickSome(possible, Math.floor(random() * 3), random)].slice(0, 3);
}

function pickAxis(axis: Axis, random: () => number): Design['axes'][number] {
  const count = Math.min(axis.values.length, 1 + Math.floor(random() * (axis.choices ?? 1)));
  const first = Math.floor(random() * (axis.values.length - count + 1));
  return { axis, values: axis.values.slice(first, first + count), worth: 1 + (axis.priceStep ?? 0) * first };
}

/** Fails early when a department names a word that no table explains. */
export function assertDepartment(department: Department): void {
  for (const type of department.types) {
    for (const pattern of type.patterns ?? []) known(PATTERNS, pattern);
    for (const gender of type.genders ?? []) known(GENDERS, gender);
    for (const traits of Object.values(type.traits ?? {})) for (const trait of traits) known(TRAITS, trait);
  }
}
