/**
 * Assembles the WebAssembly module of `dot-kernel.ts`: about 200 bytes, written out instruction by instruction because
 * JavaScript has no instruction that multiplies sixteen bytes at once, and a compiler would be a tool more to keep.
 *
 * It imports `host.memory` and exports
 *
 *     dotProducts(query, rows, sums, rowCount, stride)
 *
 * all byte addresses or counts, none zero: for every one of `rowCount` rows of `stride` int8 at `rows`, the sum of its products
 * with the `stride` int16 at `query` goes to the int32 at `sums`. `stride` is a multiple of 16. Sums must fit in 32 bits.
 *
 * @see WebAssembly Core Specification 2.0, 5.4 (instructions) and 5.5 (modules).
 */
export function assembleDotKernel(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, 0x60, 5, I32, I32, I32, I32, I32, 0]),
    ...section(2, [1, ...name('host'), ...name('memory'), 0x02, 0x00, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name('dotProducts'), 0x00, 0]),
    ...section(10, [1, ...sized(FUNCTION)]),
  ]);
}

const I32 = 0x7f;
const V128 = 0x7b;

/** LEB128 of what is below 2^14, and not negative. */
const unsigned = (value: number): number[] => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, value >>> 7]);
const sized = (bytes: readonly number[]): number[] => [...unsigned(bytes.length), ...bytes];
const section = (id: number, bytes: readonly number[]): number[] => [id, ...sized(bytes)];
const name = (text: string): number[] => sized([...text].map((letter) => letter.charCodeAt(0)));

const [query, rows, sums, rowCount, stride] = [0, 1, 2, 3, 4];
const [endOfSums, endOfRow, inQuery] = [5, 6, 7];
const [evenSum, oddSum, codes] = [8, 9, 10];

const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const tee = (local: number): number[] => [0x22, local];
/** In [0, 64). */
const constant = (value: number): number[] => [0x41, value];
const add = 0x6a;
const shiftLeft = 0x74;
const isLess = 0x48;
const storeInt32 = [0x36, 2, 0];
const end = 0x0b;

const vector = (operation: number): number[] => [0xfd, ...unsigned(operation)];
const load = (offset: number): number[] => [...vector(0), 0, ...unsigned(offset)];
const zeros = [...vector(12), ...Array.from({ length: 16 }, () => 0)];
const lane = (index: number): number[] => [...vector(27), index];
const widenLow = vector(135);
const widenHigh = vector(136);
/** Products of eight pairs of int16, neighbours added: four int32. */
const dot = vector(186);
const addLanes = vector(174);

/** Repeats the body while it leaves a number other than zero. */
const loop = (...body: readonly number[]): number[] => [0x03, 0x40, ...body, 0x0d, 0, end];

const accumulate = (sum: number, widen: readonly number[], offset: number): number[] => [
  ...[...get(sum), ...get(codes), ...widen, ...get(inQuery), ...load(offset)],
  ...[...dot, ...addLanes, ...set(sum)],
];

const FUNCTION = [
  ...[2, 3, I32, 3, V128],
  ...[...get(sums), ...get(rowCount), ...constant(2), shiftLeft, add, ...set(endOfSums)],
  ...loop(
    ...[...get(rows), ...get(stride), add, ...set(endOfRow)],
    ...[...get(query), ...set(inQuery)],
    ...[...zeros, ...tee(evenSum), ...set(oddSum)],
    ...loop(
      ...[...get(rows), ...load(0), ...set(codes)],
      ...accumulate(evenSum, widenLow, 0),
      ...accumulate(oddSum, widenHigh, 16),
      ...[...get(inQuery), ...constant(32), add, ...set(inQuery)],
      ...[...get(rows), ...constant(16), add, ...tee(rows), ...get(endOfRow), isLess],
    ),
    ...get(sums),
    ...[...get(evenSum), ...get(oddSum), ...addLanes, ...tee(evenSum), ...lane(0)],
    ...[...get(evenSum), ...lane(1), add, ...get(evenSum), ...lane(2), add, ...get(evenSum), ...lane(3), add],
    ...storeInt32,
    ...[...get(sums), ...constant(4), add, ...tee(sums), ...get(endOfSums), isLess],
  ),
  end,
];
