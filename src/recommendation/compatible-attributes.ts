import type { Attributes } from '../domain/product.ts';

/** Attributes on which things that are used together must agree, where both tell one. */
const AGREED: readonly string[] = [
  'gender',
  'age-group',
  'voltage',
  'plug',
  'connector',
  'size-system',
  'compatible-with',
];
/** Goes with every other value of its attribute. */
const FOR_ALL: ReadonlySet<string> = new Set(['unisex', 'universal', 'all', 'any']);

const SIZE_SYSTEM = /^(eu|us|uk|fr|it|de|jp|cn)\b/i;

/** Whether two things can be used together as far as both say: for the same people, the same current, the same sizes. */
export function areCompatible(left: Attributes, right: Attributes): boolean {
  return (
    AGREED.every((attribute) => agree(left[attribute], right[attribute])) &&
    agree(sizeSystems(left.size), sizeSystems(right.size))
  );
}

function agree(left: readonly string[] = [], right: readonly string[] = []): boolean {
  if (left.length === 0 || right.length === 0) return true;
  return (
    [...left, ...right].some((value) => FOR_ALL.has(value)) || left.some((value) => right.includes(value))
  );
}

/** "eu" of "EU 42"; sizes without a system tell none. */
const sizeSystems = (sizes: readonly string[] = []): string[] =>
  sizes.flatMap((size) => SIZE_SYSTEM.exec(size)?.[1]?.toLowerCase() ?? []);
