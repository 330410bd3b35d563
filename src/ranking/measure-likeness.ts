/**
 * Sets `likeness` to the cosine of every vector with the one at a position, at most 1: unit vectors are expected, or zero ones;
 * vectors of different lengths are not alike, 0.
 *
 * An addition waits for the one before it: therefore four vectors are read side by side, each added up in its own order.
 * Cost: O(vectors · dimensions).
 */
export function measureLikeness(
  vectors: readonly Float32Array[],
  position: number,
  likeness: Float64Array,
): void {
  const own = vectors[position] ?? new Float32Array(0);
  const wholeFours = vectors.length - (vectors.length % 4);
  for (let at = 0; at < wholeFours; at += 4) measureFour(own, vectors, at, likeness);
  for (let at = wholeFours; at < vectors.length; at += 1) likeness[at] = cosine(own, vectors[at] ?? own);
}

function measureFour(
  own: Float32Array,
  vectors: readonly Float32Array[],
  from: number,
  likeness: Float64Array,
): void {
  const [one, two, three, four] = [vectors[from], vectors[from + 1], vectors[from + 2], vectors[from + 3]];
  if (one === undefined || two === undefined || three === undefined || four === undefined) return;
  const dimensions = own.length;
  const isEven =
    one.length === dimensions &&
    two.length === dimensions &&
    three.length === dimensions &&
    four.length === dimensions;
  if (!isEven) {
    for (let at = from; at < from + 4; at += 1) likeness[at] = cosine(own, vectors[at] ?? own);
    return;
  }
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let dimension = 0; dimension < dimensions; dimension += 1) {
    const value = own[dimension] ?? 0;
    first += value * (one[dimension] ?? 0);
    second += value * (two[dimension] ?? 0);
    third += value * (three[dimension] ?? 0);
    fourth += value * (four[dimension] ?? 0);
  }
  likeness[from] = Math.min(1, first);
  likeness[from + 1] = Math.min(1, second);
  likeness[from + 2] = Math.min(1, third);
  likeness[from + 3] = Math.min(1, fourth);
}

function cosine(left: Float32Array, right: Float32Array): number {
  if (left.length !== right.length) return 0;
  let sum = 0;
  for (let dimension = 0; dimension < left.length; dimension += 1) {
    sum += (left[dimension] ?? 0) * (right[dimension] ?? 0);
  }
  return Math.min(1, sum);
}
