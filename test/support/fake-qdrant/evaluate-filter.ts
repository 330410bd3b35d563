import { Refusal } from './refusal.ts';
import type { Condition, Filter, Point } from './schemas.ts';

/** What conditions are held against: a point, or an element of one of its arrays. */
interface Subject {
  readonly id: string;
  readonly payload: unknown;
}

export function passesFilter(point: Point, filter: Filter): boolean {
  return passes({ id: point.id, payload: point.payload }, filter);
}

/** As a server in strict mode: a condition on a key without an index of its kind is refused. */
export function assertIndexed(filter: Filter, indexed: ReadonlyMap<string, string>, prefix = ''): void {
  for (const condition of [...(filter.must ?? []), ...(filter.should ?? []), ...(filter.must_not ?? [])]) {
    if ('nested' in condition)
      assertIndexed(condition.nested.filter, indexed, `${prefix}${condition.nested.key}[].`);
    else if ('key' in condition) {
      const type = indexed.get(`${prefix}${condition.key}`);
      const wanted = condition.range === undefined ? ['keyword'] : ['integer', 'float'];
      if (!wanted.includes(type ?? ''))
        throw new Refusal(
          400,
          `Bad request: Index required but not found for "${prefix}${condition.key}" of type ${wanted.join(' or ')}`,
        );
    } else if (!('has_id' in condition)) assertIndexed(condition, indexed, prefix);
  }
}

/** The values at a path of a payload; arrays stand for their elements. */
export function valuesAt(payload: unknown, path: string): unknown[] {
  return path
    .replaceAll('[]', '')
    .split('.')
    .reduce<unknown[]>(
      (found, name) =>
        found
          .flat()
          .flatMap((value) =>
            typeof value === 'object' && value !== null && Object.hasOwn(value, name)
              ? [Reflect.get(value, name)]
              : [],
          ),
      [payload],
    )
    .flat();
}

const passes = (subject: Subject, { must = [], should = [], must_not = [] }: Filter): boolean =>
  must.every((condition) => holds(subject, condition)) &&
  (should.length === 0 || should.some((condition) => holds(subject, condition))) &&
  !must_not.some((condition) => holds(subject, condition));

function holds(subject: Subject, condition: Condition): boolean {
  if ('has_id' in condition) return condition.has_id.includes(subject.id);
  if ('nested' in condition) {
    const { key, filter } = condition.nested;
    return valuesAt(subject.payload, key).some((payload) => passes({ ...subject, payload }, filter));
  }
  if (!('key' in condition)) return passes(subject, condition);
  const { key, match, range } = condition;
  return valuesAt(subject.payload, key).some(
    (value) =>
      (match === undefined || ('any' in match ? match.any.includes(String(value)) : match.value === value)) &&
      (range === undefined ||
        (typeof value === 'number' &&
          value >= (range.gte ?? Number.NEGATIVE_INFINITY) &&
          value <= (range.lte ?? Number.POSITIVE_INFINITY))),
  );
}
