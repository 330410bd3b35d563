import { type Constraint, sameConstraint } from '../domain/need.ts';
import { readQuantity } from '../text/measures.ts';
import { areApart, isSameQuantity, keepsQuantity } from '../text/quantity-limits.ts';

/** More constraints than anyone says; beyond it the oldest are forgotten. */
const MAX_CONSTRAINTS = 100;

/** What stays true of a wish when the kind of thing changes; everything else (size, material, ...) was about the old kind. */
const INDEPENDENT_OF_TYPE: ReadonlySet<string> = new Set(['type', 'price', 'brand', 'color', 'gender']);

/**
 * Adds what one command said to what was said before; the newest word wins.
 *
 * - `eq` replaces earlier `eq` of its attribute (those of the same command are alternatives) and an equal `ne`;
 * - `ne` is added and removes an equal `eq`;
 * - a bound (`lt`, `lte`, `gt`, `gte`) replaces the bound of the same side, but a soft one never a hard one;
 * - the bound of a "cheaper" or "lighter" stands beside a bound that was named: when nothing is cheaper, the named one still holds;
 * - where nothing is lighter still, what "lighter" meant before holds on: each such bound of a measure stands beside the last;
 * - what can no longer be true together with the new constraint (at least 100, after under 60) is removed;
 * - a constraint the shop does not know replaces nothing it knows;
 * - another `type` than before removes what was bound to the old one.
 *
 * @returns At most 100 constraints in the order in which they were said last, none twice.
 */
export function mergeConstraints(
  present: readonly Constraint[],
  said: readonly Constraint[],
): readonly Constraint[] {
  const together = new Set<Constraint>();
  let merged: readonly Constraint[] = changesType(present, said)
    ? present.filter((constraint) => INDEPENDENT_OF_TYPE.has(constraint.attribute))
    : present;
  for (const constraint of said) {
    const repeated = merged.find((earlier) => sameConstraint(earlier, constraint));
    const added = repeated?.strength === 'hard' ? { ...constraint, strength: repeated.strength } : constraint;
    merged = [
      ...merged.filter((earlier) => !replaces(added, earlier, { together: together.has(earlier) })),
      added,
    ];
    together.add(added);
  }
  return merged.slice(-MAX_CONSTRAINTS);
}

type Role = 'wanted' | 'refused' | 'upper' | 'lower';

const ROLES = {
  eq: 'wanted',
  ne: 'refused',
  lt: 'upper',
  lte: 'upper',
  gt: 'lower',
  gte: 'lower',
} as const satisfies Record<Constraint['operator'], Role>;

function replaces(later: Constraint, earlier: Constraint, { together }: { together: boolean }): boolean {
  if (earlier.attribute !== later.attribute) return false;
  if (earlier.known && !later.known) return false;
  if (sameConstraint(earlier, later)) return true;
  const role = ROLES[later.operator];
  if (role === ROLES[earlier.operator]) {
    if (role === 'refused') return false;
    if (role === 'wanted') return !together;
    if (isPulled(later) && (!isPulled(earlier) || later.attribute !== 'price')) return false;
    return later.strength === 'hard' || earlier.strength === 'soft';
  }
  return excludeEachOther(earlier, later);
}

/** No words name it: "cheaper" or "lighter" set it. */
const isPulled = ({ words }: Constraint): boolean => words === '';

/** True when no value fulfils both. Bounds are compared as numbers and as quantities only. */
function excludeEachOther(left: Constraint, right: Constraint): boolean {
  const roles = [ROLES[left.operator], ROLES[right.operator]];
  if (roles.includes('refused')) return roles.includes('wanted') && left.value === right.value;
  if (ROLES[left.operator] === 'wanted') return !fulfils(left.value, right);
  if (ROLES[right.operator] === 'wanted') return !fulfils(right.value, left);
  const strict = [left, right].some(({ operator }) => operator === 'lt' || operator === 'gt');
  const [lower, upper] = ROLES[left.operator] === 'lower' ? [left, right] : [right, left];
  if (typeof lower.value !== 'number' || typeof upper.value !== 'number')
    return areApart(String(lower.value), String(upper.value), strict);
  return strict ? lower.value >= upper.value : lower.value > upper.value;
}

/** True unless the value certainly breaks the constraint: words are not compared with bounds. */
export function fulfils(value: string | number, { operator, value: limit }: Constraint): boolean {
  if (operator === 'eq') return value === limit || isSameQuantity(String(value), String(limit));
  if (operator === 'ne') return value !== limit && !isSameQuantity(String(value), String(limit));
  if (typeof value !== 'number' || typeof limit !== 'number')
    return !areQuantities(value, limit) || keepsQuantity(String(value), operator, String(limit));
  if (operator === 'lt') return value < limit;
  if (operator === 'lte') return value <= limit;
  return operator === 'gt' ? value > limit : value >= limit;
}

const areQuantities = (...values: readonly (string | number)[]): boolean =>
  values.every((value) => readQuantity(String(value)) !== undefined);

/** True when a kind of thing is wanted that is none of those wanted before. */
export function changesType(present: readonly Constraint[], said: readonly Constraint[]): boolean {
  const before = wantedTypes(present);
  const after = wantedTypes(said);
  return before.size > 0 && after.size > 0 && before.isDisjointFrom(after);
}

const wantedTypes = (constraints: readonly Constraint[]): ReadonlySet<string | number> =>
  new Set(
    constraints
      .filter(({ attribute, operator, known }) => attribute === 'type' && operator === 'eq' && known)
      .map(({ value }) => value),
  );
