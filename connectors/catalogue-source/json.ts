import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { Listing } from '../../src/ports/listing-interpreter.ts';
import { groupListings } from './delimited.ts';
import type { FeedFile } from './feed-file.ts';
import type { Feed, FeedEntry } from './feed-source.ts';
import { guessMap } from './guess-map.ts';
import { type JsonElement, readJsonElements } from './json-elements.ts';
import { columnsOf, type FeedMap, toListing } from './map.ts';
import { readLines } from './read-lines.ts';

/** JSON: a list, or an object that holds one. Elements are domain products, or any objects read by a map. */
export const jsonFeed = (file: FeedFile, map: FeedMap | undefined, signal: AbortSignal): Promise<Feed> =>
  objectFeed('json', file, (reading) => readJsonElements(file.text(reading), map?.list), map, signal);

/** JSON lines: one object a line, separated by line feeds only. */
export const jsonLinesFeed = (file: FeedFile, map: FeedMap | undefined, signal: AbortSignal): Promise<Feed> =>
  objectFeed('jsonl', file, (reading) => readLines(file.text(reading)), map, signal);

async function objectFeed(
  format: 'json' | 'jsonl',
  file: FeedFile,
  elements: (signal: AbortSignal) => AsyncIterable<JsonElement>,
  given: FeedMap | undefined,
  signal: AbortSignal,
): Promise<Feed> {
  const sample = await readSample(elements(signal));
  const native = given === undefined && sample.some(isNative);
  const fields = [...new Set(sample.flatMap(pathsOf))];
  const map = native ? undefined : (given ?? guessMap(fields));
  if (map !== undefined && sample.length > 0) refuseUnknownFields(map, sample, fields);
  const grouped = map?.groupId !== undefined || map?.variantId !== undefined;

  async function* items(reading: AbortSignal): AsyncGenerator<Listing | FeedEntry> {
    for await (const element of elements(reading)) {
      const value = parse(element.text);
      if (value === undefined || value === null || typeof value !== 'object' || Array.isArray(value)) {
        yield notAnObject(element.line, value);
      } else if (map === undefined) {
        yield { kind: 'document', document: value, line: element.line };
      } else {
        yield toListing(map, element.line, (path) => readPath(value, path));
      }
    }
  }
  return {
    format,
    file,
    passes: grouped ? 2 : 1,
    ...(map?.decimalSign === undefined ? {} : { decimalSign: map.decimalSign }),
    entries: (reading) => groupListings(() => items(reading), grouped),
  };
}

const SAMPLE = 100;

async function readSample(elements: AsyncIterable<JsonElement>): Promise<object[]> {
  const sample: object[] = [];
  let seen = 0;
  for await (const { text } of elements) {
    const value = parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) sample.push(value);
    seen += 1;
    if (seen >= SAMPLE) break;
  }
  return sample;
}

const isNative = (value: object) => 'productId' in value && 'texts' in value && 'variants' in value;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function notAnObject(line: number, value: unknown): FeedEntry {
  const reason = value === undefined ? 'This is not valid JSON' : 'This is not an object';
  return { kind: 'rejected', value: { line, code: 'json-invalid', reason } };
}

/** Names of fields, and of fields of nested objects as "price.amount". */
function pathsOf(value: object): string[] {
  return Object.entries(value).flatMap(([name, field]) =>
    field !== null && typeof field === 'object' && !Array.isArray(field)
      ? [name, ...Object.keys(field).map((inner) => `${name}.${inner}`)]
      : [name],
  );
}

/** The values of a field; a path ("price.amount") goes into objects, lists give all their elements. */
function readPath(value: object, path: string): (string | number)[] {
  if (Object.hasOwn(value, path)) return toValues(Reflect.get(value, path));
  const dot = path.indexOf('.');
  if (dot < 0 || !Object.hasOwn(value, path.slice(0, dot))) return [];
  const inner: unknown = Reflect.get(value, path.slice(0, dot));
  return (Array.isArray(inner) ? inner : [inner]).flatMap((entry: unknown) =>
    entry !== null && typeof entry === 'object' ? readPath(entry, path.slice(dot + 1)) : [],
  );
}

function toValues(value: unknown): (string | number)[] {
  if (Array.isArray(value)) return value.flatMap(toValues);
  if (typeof value === 'number') return [value];
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  return typeof value === 'boolean' ? [String(value)] : [];
}

function refuseUnknownFields(map: FeedMap, sample: readonly object[], fields: readonly string[]): void {
  const unknown = columnsOf(map).filter(
    (path) => !fields.includes(path) && sample.every((value) => readPath(value, path).length === 0),
  );
  if (unknown.length === 0) return;
  const known = fields.slice(0, 100);
  throw new AssistantError(
    'CATALOGUE_REFUSED',
    `The map names fields that the first ${sample.length} objects do not have: ${unknown.join(', ')}. Their fields are: ${known.join(', ')}`,
    { details: { unknown, columns: known } },
  );
}
