import { isDeepStrictEqual } from 'node:util';

/** The first place where two values differ, for whoever has to mend it. */
export function firstDifference(got: unknown, expected: unknown, path = ''): string {
  if (typeof got !== 'object' || typeof expected !== 'object' || got === null || expected === null)
    return `${path}: ${JSON.stringify(got)} instead of ${JSON.stringify(expected)}`;
  const names = new Set([...Object.keys(expected), ...Object.keys(got)]);
  for (const name of names) {
    const [mine, theirs] = [
      (got as Record<string, unknown>)[name],
      (expected as Record<string, unknown>)[name],
    ];
    if (!isDeepStrictEqual(mine, theirs)) return firstDifference(mine, theirs, `${path}/${name}`);
  }
  return `${path}: no difference`;
}
