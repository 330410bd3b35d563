import { AssistantError } from '../errors/assistant-error.ts';

/** Deepest nesting of arrays and objects that is read. */
export const DEEPEST_JSON = 32;

const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/gs;

/**
 * Parses JSON that has one meaning only. Linear in the length of the text.
 *
 * @throws {AssistantError} INVALID_JSON when it is no JSON, is nested deeper than `DEEPEST_JSON`, repeats a key within an
 *   object, has a key that reaches a prototype, or a string with half a surrogate pair.
 */
export function parseStrictJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AssistantError('INVALID_JSON', 'The body is not valid JSON', { cause });
  }
  assertOneMeaning(text);
  return value;
}

/** Walks the tokens of a text that is known to be valid JSON. */
function assertOneMeaning(text: string): void {
  /** Keys of the open objects, `undefined` for an open array. */
  const open: (Set<string> | undefined)[] = [];
  let lastString: string | undefined;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token.startsWith('"')) {
      lastString = readString(token);
      continue;
    }
    if (token === '{' || token === '[') {
      open.push(token === '{' ? new Set() : undefined);
      if (open.length > DEEPEST_JSON) refuse(`The body is nested deeper than ${DEEPEST_JSON} levels`);
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (token === ':') {
      claimKey(open.at(-1), lastString ?? '');
    }
  }
}

function readString(token: string): string {
  if (!token.includes('\\')) return token.slice(1, -1);
  const text = String(JSON.parse(token));
  if (!text.isWellFormed()) refuse('A string holds half a surrogate pair');
  return text;
}

function claimKey(keys: Set<string> | undefined, key: string): void {
  if (FORBIDDEN_KEYS.has(key)) refuse(`The key "${key}" is not allowed`);
  if (keys?.has(key)) refuse('An object repeats a key');
  keys?.add(key);
}

function refuse(message: string): never {
  throw new AssistantError('INVALID_JSON', message);
}
