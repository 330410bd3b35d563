import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { JsonElement } from './json-elements.ts';

const MAX_LINE = 8 * 1024 ** 2;

/**
 * Splits a text into lines at line feeds only: U+2028 and its like stand inside strings of JSON. Empty lines are left out.
 * @throws {AssistantError} FEED_UNSAFE for a line above 8 Mi characters.
 */
export async function* readLines(text: AsyncIterable<string>): AsyncGenerator<JsonElement> {
  let line = 1;
  let rest = '';
  for await (const piece of text) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > MAX_LINE) {
      throw new AssistantError(
        'FEED_UNSAFE',
        `Line ${line + lines.length} has more than ${MAX_LINE} characters`,
      );
    }
    for (const content of lines) {
      if (content.trim() !== '') yield { line, text: content };
      line += 1;
    }
  }
  if (rest.trim() !== '') yield { line, text: rest };
}
