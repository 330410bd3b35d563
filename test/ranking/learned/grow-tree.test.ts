import { expect, it } from 'vitest';
import { binFeatures } from '../../../src/ranking/learned/bin-features.ts';
import { growTree } from '../../../src/ranking/learned/grow-tree.ts';
import { scoreByTrees } from '../../../src/ranking/learned/regression-tree.ts';

const grow = (values: readonly number[], slopes: readonly number[], leaves = 2, leastRows = 1) =>
  growTree(
    binFeatures(Float32Array.from(values), 1),
    { slopes: Float64Array.from(slopes), curvatures: new Float64Array(slopes.length).fill(1) },
    { leaves, leastRows, shrinkage: 0, learningRate: 1 },
  );
const says = (tree: ReturnType<typeof grow>, value: number) => scoreByTrees([tree], () => value);

it('splits where slopes part, and says the Newton step on either side', () => {
  const tree = grow([1, 2, 3, 4], [-1, -1, 3, 5]);

  expect([says(tree, 1), says(tree, 2), says(tree, 2.01), says(tree, 9)]).toEqual([1, 1, -4, -4]);
});

it('splits the leaf that gains most first, and none that gains nothing', () => {
  expect(grow([1, 2, 3, 4], [-1, -1, 3, 5], 3).value.filter((_, node) => node > 0)).toHaveLength(4);
  expect(grow([1, 2, 3], [2, 2, 2], 8).feature).toEqual([-1]);
  expect(grow([5, 5, 5], [1, 2, 3], 8).feature).toEqual([-1]);
});

it('leaves enough rows on either side', () => {
  expect(grow([1, 2, 3, 4], [-9, 1, 1, 1], 2, 2).limit[0]).toBe(2);
});

it('puts values into a bin for 40 rows, at most 255, equal ones into one', () => {
  const many = binFeatures(
    Float32Array.from({ length: 2_000 }, (_, row) => row % 1_000),
    1,
  );
  const [column = new Uint8Array()] = many.columns;

  expect(many.limits[0]).toHaveLength(49);
  const more = Float32Array.from({ length: 20_000 }, (_, row) => row);
  expect(binFeatures(more, 1).limits[0]).toHaveLength(254);
  expect(column.every((bin, row) => bin === column[(row + 1_000) % 2_000])).toBe(true);
  expect(column.subarray(0, 1_000).every((bin, row) => row === 0 || bin >= (column[row - 1] ?? 0))).toBe(
    true,
  );
});
