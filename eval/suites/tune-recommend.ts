import { createRandom } from '../../src/domain/random.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { blendParts, createBlend } from '../../src/recommendation/blend-recommenders.ts';
import { evaluateRecommendations } from '../../src/recommendation/evaluate-recommendations.ts';
import { createRecommender } from '../../src/recommendation/recommender.ts';
import { type NeighbourOptions, trainNeighbours } from '../../src/recommendation/train-neighbours.ts';
import { type RidgeOptions, trainRidge } from '../../src/recommendation/train-ridge.ts';
import { readHistories, toMatrix } from './recommend/histories.ts';
import { recommendBy, toCases } from './recommend.ts';

export interface TunedSetting {
  readonly model: 'rp3beta' | 'ridge' | 'blend';
  readonly settings: Readonly<Record<string, number>>;
  readonly 'recall@20': number;
  readonly 'ndcg@20': number;
  /** Of the model's own; 0 for a blend of models already there. */
  readonly fitSeconds: number;
}

export interface TuneOptions {
  /** Lines `user item item ...`, plain or gzip; the only file read. */
  readonly train: string;
  /** In (0, 1): the share of every shopper's products that is held out. */
  readonly heldOut: number;
  readonly seed: number;
  /** Called as soon as a setting is measured. */
  readonly onSetting?: (setting: TunedSetting) => void;
}

const NEIGHBOUR_GRID: readonly NeighbourOptions[] = [
  { alpha: 0.7, beta: 0.3, neighbours: 200 },
  { alpha: 0.8, beta: 0.2, neighbours: 200 },
  { alpha: 0.9, beta: 0.2, neighbours: 400 },
  { alpha: 1, beta: 0.1, neighbours: 200 },
];
/** Penalties of one strength: a discount by d_u^p shrinks the sums it stands beside. */
const RIDGE_GRID: readonly RidgeOptions[] = [
  { penalty: 3, sources: 100, shopperDiscount: 1 },
  { penalty: 80, sources: 100, shopperDiscount: 0 },
];
const RIDGE_SHARES = [0.3, 0.4, 0.5, 0.6];

/**
 * Measures settings on products held out of the training file, so that no test file has a say: every neighbour setting, every
 * ridge setting, and blends of the default neighbours with every ridge.
 *
 * @returns In the order measured.
 */
export async function tuneRecommend(options: TuneOptions): Promise<TunedSetting[]> {
  const all = await readHistories(options.train, new Map());
  const productIds = [...new Set([...all.values()].flat())].sort();
  const { kept, heldOut } = holdOut(all, options);
  const matrix = toMatrix([...kept.values()], productIds);
  const cases = toCases(kept, heldOut);
  const measured: TunedSetting[] = [];
  const measure = (
    setting: Pick<TunedSetting, 'model' | 'settings' | 'fitSeconds'>,
    taste: Parameters<typeof recommendBy>[0],
  ): TunedSetting => {
    const { quality } = evaluateRecommendations(cases, recommendBy(taste), productIds.length);
    const tuned = { ...setting, 'recall@20': quality['recall@20'], 'ndcg@20': quality['ndcg@20'] };
    measured.push(tuned);
    options.onSetting?.(tuned);
    return tuned;
  };

  for (const settings of NEIGHBOUR_GRID) {
    const { model, fitSeconds } = timed(() => trainNeighbours(matrix, settings));
    measure(
      { model: 'rp3beta', settings: { ...settings }, fitSeconds },
      createRecommender({ neighbours: model }).taste,
    );
  }
  const neighbours = trainNeighbours(matrix);
  for (const settings of RIDGE_GRID) {
    const { model, fitSeconds } = timed(() => trainRidge(matrix, settings));
    const alone = createBlend(productIds, [{ rows: model.bySource, share: 1 }]);
    measure({ model: 'ridge', settings: { ...settings }, fitSeconds }, alone);
    for (const ridgeShare of RIDGE_SHARES) {
      const blend = createBlend(productIds, blendParts(neighbours, model, ridgeShare));
      measure({ model: 'blend', settings: { ...settings, ridgeShare }, fitSeconds: 0 }, blend);
    }
  }
  return measured;
}

function timed<Model>(train: () => Model): { readonly model: Model; readonly fitSeconds: number } {
  const startedMs = performance.now();
  const model = train();
  return { model, fitSeconds: (performance.now() - startedMs) / 1_000 };
}

type Histories = ReadonlyMap<string, readonly string[]>;

/**
 * Splits every shopper's products by the throw of a die.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a share outside (0, 1).
 */
export function holdOut(
  all: Histories,
  { heldOut: share, seed }: Pick<TuneOptions, 'heldOut' | 'seed'>,
): { readonly kept: Histories; readonly heldOut: Histories } {
  if (!(share > 0 && share < 1)) {
    throw new AssistantError('INVALID_ARGUMENT', 'The share held out must be between 0 and 1', {
      details: { share },
    });
  }
  const random = createRandom(seed);
  const kept = new Map<string, string[]>();
  const heldOut = new Map<string, string[]>();
  for (const [user, items] of all) {
    const isHeldOut = items.map(() => random() < share);
    kept.set(
      user,
      items.filter((_, index) => isHeldOut[index] === false),
    );
    heldOut.set(
      user,
      items.filter((_, index) => isHeldOut[index] === true),
    );
  }
  return { kept, heldOut };
}
