import { visibleText } from '../domain/visible-text.ts';

/** Longest string within a value, and longest string that is the whole of one, UTF-16 units. */
const LONGEST_ITEM = 1_200;
const LONGEST_TEXT = 12_000;

/**
 * Foreign data as it may stand in a prompt, between its fences: JSON in which no "<" and no "`" is left, so that nothing in it can close a
 * fence, without characters that nobody sees, each text of at most 1,200 characters, names of fields too; 12,000 where it is all there is.
 */
export function fenceData(value: unknown): string {
  const json = JSON.stringify(typeof value === 'string' ? bounded(value, LONGEST_TEXT) : within(value));
  return (json ?? 'null').replaceAll('<', '\\u003c').replaceAll('`', '\\u0060');
}

function within(value: unknown): unknown {
  if (typeof value === 'string') return bounded(value, LONGEST_ITEM);
  if (Array.isArray(value)) return value.map(within);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, each]) => [bounded(name, LONGEST_ITEM), within(each)]);
  return Object.fromEntries(fields);
}

const bounded = (text: string, longest: number): string => visibleText(text).slice(0, longest).toWellFormed();
