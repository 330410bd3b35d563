import { type ChoiceList, DEPTH, toTrainingSet } from './choice-list.ts';
import type { Examination } from './examination.ts';
import { learnLinear, scoreRows } from './learn-linear.ts';
import { learnTrees } from './learn-trees.ts';
import type { RankerModel } from './learned-ranker.ts';
import { type MeanInterval, pairedBootstrap } from './paired-bootstrap.ts';
import { BLEND } from './ranking-features.ts';
import { rankingQualities, rankingQuality } from './ranking-quality.ts';
import { scoreByTrees } from './regression-tree.ts';
import { selectQueries, type TrainingSet } from './training-set.ts';

/** NDCG@10 on the lists kept back, choices weighed by how seldom their places are looked at. */
export interface RankerQuality {
  readonly weights: number;
  readonly linear: number;
  readonly trees: number;
  /** Of the ranker in force, when there is one. */
  readonly inForce?: number;
}

export interface RankerReport {
  /** With a choice. */
  readonly lists: number;
  readonly keptBack: number;
  readonly examination: Examination;
  /** Absent when there was too little to learn from. */
  readonly quality?: RankerQuality;
  /** Better of the two on lists between those learned from and those kept back. */
  readonly chosen?: RankerModel['kind'];
  /** Of the chosen one over the weights. */
  readonly difference?: MeanInterval;
  readonly adopted: boolean;
  readonly reason: string;
}

export interface LearnRankerOptions {
  readonly examination: Examination;
  /** In [0, 1). */
  readonly random: () => number;
  /** It stays in force unless the new one is no worse. */
  readonly inForce?: RankerModel;
}

/** Lists with a choice, below which nothing is learned. */
const LEAST_LISTS = 200;
const LEARNED_SHARE = 0.7;
/** Of the lists learned from: the last of them say when to stop, and which of the two is better. */
const VALIDATION_SHARE = 0.2;
/** Of the blend in the learned sum: were it nothing, what was learned would be boundless beside it. */
const LEAST_SCALE = 0.25;
const TREES = { trees: 200, leaves: 8, shrinkage: 5 };
/** A leaf holds at least this share of the rows, and {@link LEAST_ROWS}. */
const LEAF_SHARE = 0.01;
const LEAST_ROWS = 20;

/**
 * Learns what to add to the blend of the weights from what was chosen of served lists: one weight a feature, and LambdaMART. The
 * better of the two on later lists is tried on the last 30 % in time, and is adopted only when its NDCG@10 is surely above that of the
 * weights: the lower 2.5 % bound of 2,000 paired resamples of lists is above 0. Deterministic but for `random`.
 *
 * Choices are weighed by how seldom their place is looked at, at most ten times (`choiceWeight`): what stands above is chosen
 * more often because it stands above.
 *
 * @param lists In any order; those without a choice, or of one product, are passed over.
 * @see Joachims, Swaminathan & Schnabel, WSDM 2017, for the weighing.
 */
export function learnRanker(
  lists: readonly ChoiceList[],
  { examination, random, inForce }: LearnRankerOptions,
): { readonly report: RankerReport; readonly model?: RankerModel } {
  const telling = lists
    .filter(({ products }) => products.length > 1 && products.some(({ reward }) => reward > 0))
    .sort((left, right) => left.shownAtMs - right.shownAtMs);
  const end = Math.floor(LEARNED_SHARE * telling.length);
  const counts = { lists: telling.length, keptBack: telling.length - end, examination };
  if (telling.length < LEAST_LISTS) {
    const reason = `there are ${telling.length} lists with a choice, and ${LEAST_LISTS} are needed`;
    return { report: { ...counts, adopted: false, reason } };
  }
  const set = toTrainingSet(telling, examination);
  const middle = Math.floor((1 - VALIDATION_SHARE) * end);
  const training = selectQueries(set, (query) => query < middle);
  const validation = selectQueries(set, (query) => query >= middle && query < end);
  const keptBack = selectQueries(set, (query) => query >= end);
  const scale = Math.max(LEAST_SCALE, learnLinear(withBlendAlone(training))[0] ?? 0);
  const linear = learnSum(training);
  const trees = learnForest(training, validation, scale);
  const kind = qualityOf(trees, validation) > qualityOf(linear, validation) ? 'trees' : 'linear';
  const model = kind === 'trees' ? trees : linear;
  const difference = compare(keptBack, model, random);
  const quality = {
    weights: rankingQuality(keptBack, blendOf(keptBack), DEPTH),
    linear: qualityOf(linear, keptBack),
    trees: qualityOf(trees, keptBack),
    ...(inForce === undefined ? {} : { inForce: qualityOf(inForce, keptBack) }),
  };
  const refusal = refuse(difference, quality[kind], quality.inForce);
  return {
    report: {
      ...counts,
      quality,
      chosen: kind,
      difference,
      adopted: refusal === undefined,
      reason: refusal ?? 'it is surely better than the weights on lists it has not seen',
    },
    model,
  };
}

function refuse({ low }: MeanInterval, own: number, inForce: number | undefined): string | undefined {
  if (low <= 0) return 'it is not surely better than the weights on lists it has not seen';
  return inForce !== undefined && own < inForce ? 'the one in force is better' : undefined;
}

function learnSum(training: TrainingSet): RankerModel {
  const [own = 0, ...added] = learnLinear(training);
  return {
    kind: 'linear',
    names: training.names.slice(1),
    weights: added.map((weight) => weight / Math.max(LEAST_SCALE, own)),
  };
}

function learnForest(training: TrainingSet, validation: TrainingSet, scale: number): RankerModel {
  const start = {
    training: blendOf(training).map((score) => scale * score),
    validation: blendOf(validation).map((score) => scale * score),
  };
  const leastRows = Math.max(LEAST_ROWS, Math.floor(LEAF_SHARE * training.gains.length));
  const { trees } = learnTrees(training, validation, { ...TREES, leastRows, depth: DEPTH, start });
  return { kind: 'trees', names: training.names, trees, scale: 1 / scale };
}

/** Mean paired difference over lists, each counting by its weight. */
function compare(set: TrainingSet, model: RankerModel, random: () => number): MeanInterval {
  const before = rankingQualities(set, blendOf(set), DEPTH);
  const after = rankingQualities(set, scoresOf(model, set), DEPTH);
  const meanWeight = set.weights.reduce((sum, weight) => sum + weight, 0) / set.weights.length;
  const differences = after.map(
    (quality, list) => ((quality - (before[list] ?? 0)) * (set.weights[list] ?? 0)) / meanWeight,
  );
  return pairedBootstrap(differences, random);
}

const qualityOf = (model: RankerModel, set: TrainingSet): number =>
  rankingQuality(set, scoresOf(model, set), DEPTH);

/** The blend with what the model adds, of every row; as {@link LearnedRanker.partsOf} adds it, but for a constant. */
function scoresOf(model: RankerModel, set: TrainingSet): Float64Array {
  const blend = blendOf(set);
  if (model.kind === 'linear') {
    const weights = Float64Array.from(set.names, (name) => model.weights[model.names.indexOf(name)] ?? 0);
    const added = scoreRows(set.values, weights, 0, set.gains.length);
    return blend.map((score, row) => score + (added[row] ?? 0));
  }
  // Of a ranker in force, features may be others than those of the set.
  const columns = model.names.map((name) => set.names.indexOf(name));
  const read = (row: number) => (feature: number) => {
    const column = columns[feature] ?? -1;
    return column < 0 ? 0 : (set.values[row * set.names.length + column] ?? 0);
  };
  return blend.map((score, row) => score + model.scale * scoreByTrees(model.trees, read(row)));
}

const blendOf = ({ values, names, gains }: TrainingSet): Float64Array =>
  Float64Array.from(gains, (_, row) => values[row * names.length] ?? 0);

const withBlendAlone = (set: TrainingSet): TrainingSet => ({
  ...set,
  names: [BLEND],
  values: Float32Array.from(blendOf(set)),
});
