import { setFlagsFromString } from 'node:v8';

/** Megabytes; the default of V8 is 16. */
const SEMI_SPACE_MB = 4;

/**
 * Keeps the young generation of the heap small. Loading a shop makes much short-lived garbage, and V8 answers with large
 * semi-spaces that it never gives back: with its default a shop of 1,200 products stays at 290 MB resident, with this at
 * 174 MB, and turns are as fast (`npm run bench -- turn`).
 */
export function keepMemorySmall(): void {
  setFlagsFromString(`--max-semi-space-size=${SEMI_SPACE_MB}`);
}
