import { binFeatures } from './bin-features.ts';
import { growTree, type TreeOptions } from './grow-tree.ts';
import { lambdaGradients } from './lambda-gradients.ts';
import { rankingQuality } from './ranking-quality.ts';
import { type RegressionTree, scoreByTrees } from './regression-tree.ts';
import type { TrainingSet } from './training-set.ts';

export interface LearnTreesOptions extends Partial<TreeOptions> {
  /** At most; 300 when absent. */
  readonly trees?: number;
  /** NDCG of this depth on the validation queries says when to stop. 10 when absent. */
  readonly depth?: number;
  /** Trees without gain on the validation queries before it stops. 30 when absent. */
  readonly patience?: number;
  /** Scores that the trees are added to, by row; 0 when absent. */
  readonly start?: { readonly training: Float64Array; readonly validation: Float64Array };
}

export interface LearnedTrees {
  readonly names: readonly string[];
  readonly trees: readonly RegressionTree[];
  /** NDCG on the validation queries. */
  readonly quality: number;
}

/**
 * LambdaMART: trees one after another, each a Newton step on what the ones before left wrong. Deterministic.
 *
 * @param validation Queries of their own: the trees up to the best NDCG on them are kept.
 * @see Burges, MSR-TR-2010-82; `lambda-gradients.ts` and `grow-tree.ts` tell what is from LightGBM.
 */
export function learnTrees(
  training: TrainingSet,
  validation: TrainingSet,
  {
    trees: most = 300,
    depth = 10,
    patience = 30,
    leaves = 15,
    leastRows = 200,
    shrinkage = 5,
    learningRate = 0.1,
    start,
  }: LearnTreesOptions = {},
): LearnedTrees {
  const binned = binFeatures(training.values, training.names.length);
  const scores = start?.training.slice() ?? new Float64Array(training.gains.length);
  const validated = start?.validation.slice() ?? new Float64Array(validation.gains.length);
  const trees: RegressionTree[] = [];
  let best = { count: 0, quality: rankingQuality(validation, validated, depth) };
  while (trees.length < most && trees.length - best.count < patience) {
    const options = { leaves, leastRows, shrinkage, learningRate };
    const tree = growTree(binned, lambdaGradients(training, scores), options);
    trees.push(tree);
    addScores(training, tree, scores);
    addScores(validation, tree, validated);
    const quality = rankingQuality(validation, validated, depth);
    if (quality > best.quality) best = { count: trees.length, quality };
  }
  return { names: training.names, trees: trees.slice(0, best.count), quality: best.quality };
}

/** What the trees say of every row. */
export function scoreSet(set: TrainingSet, trees: readonly RegressionTree[]): Float64Array {
  const scores = new Float64Array(set.gains.length);
  for (const tree of trees) addScores(set, tree, scores);
  return scores;
}

function addScores({ values, names }: TrainingSet, tree: RegressionTree, scores: Float64Array): void {
  const width = names.length;
  for (let row = 0; row < scores.length; row += 1) {
    const own = row * width;
    scores[row] = (scores[row] ?? 0) + scoreByTrees([tree], (feature) => values[own + feature] ?? 0);
  }
}
