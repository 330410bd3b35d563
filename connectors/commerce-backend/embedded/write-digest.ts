import { createHash } from 'node:crypto';

/** SHA-256 in hex of a JSON value: the same for the same content, whatever the order of its keys; absent and undefined are one. */
export const writeDigest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value, sortKeys)).digest('hex');

function sortKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
