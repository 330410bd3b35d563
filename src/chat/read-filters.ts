import type { Constraint } from '../domain/need.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import { readQuantity } from '../text/measures.ts';
import { areApart, toUnit } from '../text/quantity-limits.ts';
import { readWritten, writeQuantity } from '../text/write-quantity.ts';
import type { Vocabulary } from '../understanding/vocabulary.ts';
import type { SearchAnswer, SearchRequest } from './departments.ts';
import { wantedValue } from './wanted-value.ts';

type Dropped = SearchAnswer['dropped'][number];

/** What one value of a filter binds, or why it binds nothing. */
type Reading = { readonly limits: readonly Constraint[] } | { readonly reason: string };

/**
 * The filters of a request as limits. A value is one of the catalogue's, in any spelling or unit; else `10..20 l`, `16 GB..` or
 * `..2 kg` is a range of amounts, ends included. Values of one attribute are alternatives, its range holds besides.
 *
 * @throws {AssistantError} INVALID_ARGUMENT when a range begins above its end.
 */
export function readFilters(
  filters: SearchRequest['filters'],
  vocabulary: Pick<Vocabulary, 'canonicalValue' | 'attributesIn'>,
): { readonly filters: readonly Constraint[]; readonly dropped: readonly Dropped[] } {
  const known: Constraint[] = [];
  const dropped: Dropped[] = [];
  for (const [attribute, values] of Object.entries(filters)) {
    let hasRange = false;
    for (const value of values) {
      const reading = readFilter(attribute, value, vocabulary);
      const isSecond = hasRange && isRange(reading);
      hasRange ||= isRange(reading);
      if ('reason' in reading) dropped.push({ attribute, value, reason: reading.reason });
      else if (isSecond) dropped.push({ attribute, value, reason: 'one range of an attribute can hold' });
      else known.push(...reading.limits);
    }
  }
  return { filters: known, dropped };
}

const isRange = (reading: Reading): boolean =>
  'limits' in reading && reading.limits.some(({ operator }) => operator !== 'eq');

function readFilter(
  attribute: string,
  value: string,
  vocabulary: Pick<Vocabulary, 'canonicalValue' | 'attributesIn'>,
): Reading {
  const canonical = vocabulary.canonicalValue(attribute, value);
  if (canonical !== undefined) return { limits: [wantedValue(attribute, canonical)] };
  const ends = readEnds(value);
  if (ends === undefined) return { reason: 'the catalogue has no such value' };
  const { min, max } = ends;
  if (min === undefined && max === undefined) return { reason: 'a range needs amounts such as 10..20 l' };
  if (min !== undefined && max !== undefined && areApart(min, max, false))
    throw new AssistantError('INVALID_ARGUMENT', `filter[${attribute}] begins above its end`);
  const unit = readQuantity(max ?? min ?? '')?.unit;
  if (!vocabulary.attributesIn(unit, []).some((told) => told.attribute === attribute))
    return { reason: 'the catalogue tells no such amounts of it' };
  return {
    limits: [
      ...(min === undefined ? [] : [wantedValue(attribute, min, { operator: 'gte' })]),
      ...(max === undefined ? [] : [wantedValue(attribute, max, { operator: 'lte' })]),
    ],
  };
}

/** Both ends as written quantities in one dimension; neither when one is no amount; undefined when the value is no range at all. */
function readEnds(value: string): { readonly min?: string; readonly max?: string } | undefined {
  const parts = value.split('..').map((part) => part.trim());
  const [from, to] = parts;
  if (from === undefined || to === undefined || parts.length > 2) return undefined;
  const [min, max] = [readWritten(from), readWritten(to)];
  const isBroken = (from !== '' && min === undefined) || (to !== '' && max === undefined);
  if (isBroken) return {};
  const first = min === undefined || max?.unit === undefined ? min : { unit: max.unit, ...min };
  const ends = {
    ...(first === undefined ? {} : { min: writeQuantity(first) }),
    ...(max === undefined ? {} : { max: writeQuantity(max) }),
  };
  return isMixed(ends.min, ends.max) ? {} : ends;
}

/** "1 kg..2 m" is no range. */
function isMixed(min: string | undefined, max: string | undefined): boolean {
  const [from, to] = [readQuantity(min ?? ''), readQuantity(max ?? '')];
  return from !== undefined && to !== undefined && toUnit(from, to.unit) === undefined;
}
