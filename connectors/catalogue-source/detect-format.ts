import { AssistantError } from '../../src/errors/assistant-error.ts';
import { detectDelimiter } from './delimited-rows.ts';
import { googleName } from './google.ts';
import { SHOPIFY_COLUMNS } from './shopify.ts';

export type FeedFormat = 'google-xml' | 'google-table' | 'shopify' | 'jsonl' | 'json' | 'csv';

/** Columns that only a Google feed names so. */
const GOOGLE_COLUMNS: ReadonlySet<string> = new Set([
  'image_link',
  'item_group_id',
  'google_product_category',
  'sale_price_effective_date',
  'additional_image_link',
  'identifier_exists',
]);

/**
 * Tells a format by the beginning of the text, never by the name of the file.
 *
 * @throws {AssistantError} CATALOGUE_REFUSED when it is none of ours.
 */
export function detectFormat(head: string, path: string): FeedFormat {
  const start = head.trimStart();
  if (start.startsWith('<')) {
    if (/^<(?:!doctype html|html)/i.test(start)) {
      throw new AssistantError('CATALOGUE_REFUSED', `${path} is a web page, not a feed`);
    }
    return 'google-xml';
  }
  if (start.startsWith('[')) return 'json';
  if (start.startsWith('{')) return holdsOneObject(firstLine(start)) ? 'jsonl' : 'json';
  const delimiter = detectDelimiter(head);
  if (delimiter === undefined) {
    throw new AssistantError(
      'CATALOGUE_REFUSED',
      `${path} is neither XML, JSON nor a table with a header; name what it is with --format`,
    );
  }
  const columns = firstLine(start)
    .split(delimiter)
    .map((column) => column.trim().replace(/^"|"$/g, ''));
  if (SHOPIFY_COLUMNS.every((column) => columns.includes(column))) return 'shopify';
  const google = columns.map(googleName);
  const isGoogle =
    google.includes('id') && google.includes('title') && google.some((name) => GOOGLE_COLUMNS.has(name));
  return isGoogle ? 'google-table' : 'csv';
}

const firstLine = (text: string) => text.split(/\r\n|\n|\r/, 1)[0] ?? '';

/** `{"a": 1}` and the end of the line; a document that is written over several lines is not whole in its first. */
function holdsOneObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    // A single line may be a whole document that holds a list.
    return value !== null && typeof value === 'object' && !Object.values(value).some(isListOfObjects);
  } catch {
    // A first line longer than the head cannot be parsed; an object that begins with a list of objects is a document.
    return (
      !/^\{\s*("[^"]*"\s*:\s*("[^"]*"|[\d.]+|true|false|null)\s*,\s*)*"[^"]*"\s*:\s*\[\s*\{/.test(line) &&
      line.length > 1_000
    );
  }
}

const isListOfObjects = (value: unknown) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((entry) => entry !== null && typeof entry === 'object' && !('variantId' in entry));
