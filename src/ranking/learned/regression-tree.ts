/**
 * A binary tree as parallel lists, the root first: of node n the rows whose `feature[n]` is at most `limit[n]` go to `below[n]`, the
 * others to `above[n]`. A leaf has feature -1.
 */
export interface RegressionTree {
  readonly feature: readonly number[];
  readonly limit: readonly number[];
  readonly below: readonly number[];
  readonly above: readonly number[];
  /** What the tree would say if it ended here; of a leaf, what it says. */
  readonly value: readonly number[];
}

/** The leaf that a row falls into. */
function descend(
  tree: RegressionTree,
  read: (feature: number) => number,
  visit: (node: number) => void,
): void {
  let node = 0;
  visit(node);
  for (let feature = tree.feature[0] ?? -1; feature >= 0; feature = tree.feature[node] ?? -1) {
    node = (read(feature) <= (tree.limit[node] ?? 0) ? tree.below[node] : tree.above[node]) ?? 0;
    visit(node);
  }
}

/** What the trees say of one row, together. */
export function scoreByTrees(trees: readonly RegressionTree[], read: (feature: number) => number): number {
  let score = 0;
  for (const tree of trees) {
    let leaf = 0;
    descend(tree, read, (node) => {
      leaf = node;
    });
    score += tree.value[leaf] ?? 0;
  }
  return score;
}

export interface TreeExplanation {
  /** What the trees say before they look at anything. */
  readonly base: number;
  /** By feature: what every question about it changed on the way down. With the base they add up to the score. */
  readonly contributions: Float64Array;
}

/** @see Saabas, "Interpreting random forests", 2014: the value of a node less that of its parent belongs to the parent's feature. */
export function explainByTrees(
  trees: readonly RegressionTree[],
  read: (feature: number) => number,
  features: number,
): TreeExplanation {
  const contributions = new Float64Array(features);
  let base = 0;
  for (const tree of trees) {
    let parent = -1;
    base += tree.value[0] ?? 0;
    descend(tree, read, (node) => {
      const feature = tree.feature[parent];
      if (feature !== undefined) {
        const change = (tree.value[node] ?? 0) - (tree.value[parent] ?? 0);
        contributions[feature] = (contributions[feature] ?? 0) + change;
      }
      parent = node;
    });
  }
  return { base, contributions };
}
