import type { BinnedFeatures } from './bin-features.ts';
import type { Derivatives } from './lambda-gradients.ts';
import type { RegressionTree } from './regression-tree.ts';

export interface TreeOptions {
  /** >= 1. */
  readonly leaves: number;
  /** A split leaves at least so many rows on either side. */
  readonly leastRows: number;
  /** Holds leaves down: added to the curvature of each. */
  readonly shrinkage: number;
  /** What a leaf says is multiplied by it. */
  readonly learningRate: number;
}

/** Sums over the rows of a node by feature and bin, features one after another: slope, curvature, count side by side. */
type Histogram = Float64Array;

interface Split {
  readonly feature: number;
  /** Rows up to this bin go below. */
  readonly bin: number;
  readonly gain: number;
}

interface OpenLeaf {
  readonly node: number;
  readonly rows: Uint32Array;
  readonly histogram: Histogram;
  readonly split: Split | undefined;
}

/**
 * Grows one tree leaf by leaf, always the one whose split lowers the loss most; leaves say the Newton step -slope / curvature.
 * Of a split only the smaller side is counted, the larger is what is left. Cost: O(rows · features · depth).
 *
 * @see Ke et al., "LightGBM: A Highly Efficient Gradient Boosting Decision Tree", NIPS 2017.
 */
export function growTree(
  { columns, limits }: BinnedFeatures,
  { slopes, curvatures }: Derivatives,
  options: TreeOptions,
): RegressionTree {
  const feature: number[] = [];
  const limit: number[] = [];
  const below: number[] = [];
  const above: number[] = [];
  const value: number[] = [];
  const offsets = startBins(limits);

  function count(rows: Uint32Array): Histogram {
    const histogram = new Float64Array((offsets.at(-1) ?? 0) * 3);
    columns.forEach((column, position) => {
      const offset = offsets[position] ?? 0;
      for (const row of rows) {
        const at = (offset + (column[row] ?? 0)) * 3;
        histogram[at] = (histogram[at] ?? 0) + (slopes[row] ?? 0);
        histogram[at + 1] = (histogram[at + 1] ?? 0) + (curvatures[row] ?? 0);
        histogram[at + 2] = (histogram[at + 2] ?? 0) + 1;
      }
    });
    return histogram;
  }

  function open(rows: Uint32Array, histogram: Histogram): OpenLeaf {
    const [slope, curvature] = sumBins(histogram, offsets[1] ?? 0);
    const node = value.length;
    feature.push(-1);
    limit.push(0);
    below.push(0);
    above.push(0);
    value.push((-slope / (curvature + options.shrinkage)) * options.learningRate);
    return { node, rows, histogram, split: findSplit(histogram, offsets, options) };
  }

  const rows = Uint32Array.from(slopes.keys());
  const leaves = [open(rows, count(rows))];
  while (leaves.length < options.leaves) {
    const chosen = leaves.reduce((best, leaf) => (gainOf(leaf) > gainOf(best) ? leaf : best));
    if (chosen.split === undefined) break;
    const { split, node } = chosen;
    const column = columns[split.feature] ?? new Uint8Array();
    const low = chosen.rows.filter((row) => (column[row] ?? 0) <= split.bin);
    const high = chosen.rows.filter((row) => (column[row] ?? 0) > split.bin);
    const isLowSmaller = low.length <= high.length;
    const smaller = count(isLowSmaller ? low : high);
    const larger = chosen.histogram.map((sum, at) => sum - (smaller[at] ?? 0));
    const [lower, upper] = [
      open(low, isLowSmaller ? smaller : larger),
      open(high, isLowSmaller ? larger : smaller),
    ];
    feature[node] = split.feature;
    limit[node] = limits[split.feature]?.[split.bin] ?? 0;
    below[node] = lower.node;
    above[node] = upper.node;
    leaves.splice(leaves.indexOf(chosen), 1, lower, upper);
  }
  return { feature, limit, below, above, value };
}

const gainOf = ({ split }: OpenLeaf): number => split?.gain ?? 0;

/** First bin of each feature, and one past the last of all. */
function startBins(limits: readonly Float32Array[]): Uint32Array {
  const offsets = new Uint32Array(limits.length + 1);
  limits.forEach(({ length }, feature) => {
    offsets[feature + 1] = (offsets[feature] ?? 0) + length + 1;
  });
  return offsets;
}

/** Over the bins of the first feature: every row is in one of them. */
function sumBins(
  histogram: Histogram,
  bins: number,
): readonly [slope: number, curvature: number, rows: number] {
  let [slope, curvature, rows] = [0, 0, 0];
  for (let at = 0; at < bins * 3; at += 3) {
    slope += histogram[at] ?? 0;
    curvature += histogram[at + 1] ?? 0;
    rows += histogram[at + 2] ?? 0;
  }
  return [slope, curvature, rows];
}

/** The split that lowers the loss most; undefined when none does. Ties go to the earlier feature and the lower bin. */
function findSplit(
  histogram: Histogram,
  offsets: Uint32Array,
  { leastRows, shrinkage }: TreeOptions,
): Split | undefined {
  const [slope, curvature, rows] = sumBins(histogram, offsets[1] ?? 0);
  const worth = (own: number, bend: number) => (own * own) / (bend + shrinkage);
  const whole = worth(slope, curvature);
  let best: Split | undefined;
  for (let feature = 0; feature + 1 < offsets.length; feature += 1) {
    const [from = 0, to = 0] = offsets.subarray(feature, feature + 2);
    let [lowSlope, lowCurvature, lowRows] = [0, 0, 0];
    for (let bin = 0; bin < to - from - 1; bin += 1) {
      const at = (from + bin) * 3;
      lowSlope += histogram[at] ?? 0;
      lowCurvature += histogram[at + 1] ?? 0;
      lowRows += histogram[at + 2] ?? 0;
      if (lowRows < leastRows) continue;
      if (rows - lowRows < leastRows) break;
      const gain = worth(lowSlope, lowCurvature) + worth(slope - lowSlope, curvature - lowCurvature) - whole;
      if (gain > (best?.gain ?? LEAST_GAIN)) best = { feature, bin, gain };
    }
  }
  return best;
}

/** Rounding alone may show less. */
const LEAST_GAIN = 1e-9;
