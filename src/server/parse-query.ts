import { AssistantError } from '../errors/assistant-error.ts';

const MOST_PARAMETERS = 100;
const FORBIDDEN = /__proto__|constructor|prototype/;

/**
 * Reads the query of a request target: every name with its values, in order. `a[b]=c` stays the name "a[b]".
 *
 * @throws {AssistantError} INVALID_ARGUMENT on a bad percent escape, bytes that are no UTF-8, more than 100 parameters,
 *   or a name that reaches a prototype.
 */
export function parseQuery(target: string): ReadonlyMap<string, readonly string[]> {
  const query = target.split('?').slice(1).join('?');
  const parameters = new Map<string, string[]>();
  const pairs = query === '' ? [] : query.split('&').filter((pair) => pair !== '');
  if (pairs.length > MOST_PARAMETERS) {
    throw new AssistantError('INVALID_ARGUMENT', `The query has more than ${MOST_PARAMETERS} parameters`);
  }
  for (const pair of pairs) {
    const [name = '', ...rest] = pair.split('=');
    const key = decode(name);
    if (FORBIDDEN.test(key))
      throw new AssistantError('INVALID_ARGUMENT', 'A query parameter has a name that is not allowed');
    const values = parameters.get(key) ?? [];
    values.push(decode(rest.join('=')));
    parameters.set(key, values);
  }
  return parameters;
}

/**
 * Turns parameters into an object for a schema: a name given once is a string, `name[key]` goes into a record of
 * lists, anything given twice is a list (which no schema of a single value accepts).
 */
export function toQueryObject(parameters: ReadonlyMap<string, readonly string[]>): Record<string, unknown> {
  const query = new Map<string, unknown>();
  const records = new Map<string, Map<string, readonly string[]>>();
  for (const [name, values] of parameters) {
    const nested = /^([^[\]]+)\[([^[\]]*)\]$/.exec(name);
    if (nested?.[1] !== undefined && nested[2] !== undefined) {
      const record = records.get(nested[1]) ?? new Map<string, readonly string[]>();
      record.set(nested[2], values);
      records.set(nested[1], record);
    } else {
      query.set(name, values.length === 1 ? values[0] : values);
    }
  }
  for (const [name, record] of records) query.set(name, query.has(name) ? [] : Object.fromEntries(record));
  return Object.fromEntries(query);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (cause) {
    throw new AssistantError('INVALID_ARGUMENT', 'The query holds a bad percent escape', { cause });
  }
}
