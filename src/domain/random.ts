/**
 * A small pseudo-random generator for data, tests and sampling. Never for secrets.
 *
 * @param seed Integer; its low 32 bits count. The same seed gives the same numbers on every machine.
 * @returns A function whose calls give numbers in [0, 1), with 32 bits of resolution and a period of 2^32.
 * @see mulberry32, T. Ettinger (public domain): a counter stepped by 0x6D2B79F5 through an integer hash.
 */
export function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
