import { createRandom } from '../../../src/domain/random.ts';
import { choiceWeight, type Examination } from '../../../src/ranking/learned/examination.ts';
import { learnLinear } from '../../../src/ranking/learned/learn-linear.ts';
import { discount } from '../../../src/ranking/learned/ranking-quality.ts';
import { createTrainingSet, type TrainingQuery } from '../../../src/ranking/learned/training-set.ts';

export interface ClickSimulation {
  /** Kendall's τ between the learned order and the true one, in [-1, 1]. */
  readonly weighed: number;
  readonly naive: number;
  /** Of the order that was shown. */
  readonly shown: number;
}

const PRODUCTS = 10;
const BATCHES = 300;
/** What the shown order knows of what is liked: the rest is chance. */
const KNOWN = 0.35;
const READ: Examination = { steepness: 1, from: 'prior' };
const EVERY_PLACE: Examination = { steepness: 0, from: 'prior' };

/**
 * Ten products shown again and again in nearly one order, which has little to do with what is liked; a place is looked at with
 * probability 1 / rank, and what is looked at is clicked as often as it is liked. One weight a product is learned from the clicks,
 * weighed by how seldom their place is looked at, and as they are.
 */
export function simulateClicks(sessions: number, seed: number): ClickSimulation {
  const random = createRandom(seed);
  const liked = Array.from({ length: PRODUCTS }, (_, product) => 0.95 - (0.9 * product) / (PRODUCTS - 1));
  const prior = liked.map((like) => KNOWN * like + (1 - KNOWN) * random());
  const lists = Array.from({ length: sessions }, () => {
    const order = prior
      .map((score, product) => ({ product, score: score + 0.05 * random() }))
      .sort((left, right) => right.score - left.score);
    return order.map(({ product }, rank) => ({
      product,
      position: rank + 1,
      isClicked: random() < 1 / (rank + 1) && random() < (liked[product] ?? 0),
    }));
  });
  // Every session shows every product: those of a batch can be added up, the loss stays the same.
  const batches = Array.from({ length: BATCHES }, (_, batch) =>
    lists.filter((_, session) => session % BATCHES === batch),
  );
  const learn = (examination: Examination) =>
    kendall(
      liked,
      learnLinear(
        createTrainingSet(
          liked.map((_, product) => `product ${product}`),
          batches.map((sessions) => toQuery(sessions.flat(), examination)),
        ),
        { steps: 200, shrinkage: 0 },
      ),
    );
  return { weighed: learn(READ), naive: learn(EVERY_PLACE), shown: kendall(liked, Float64Array.from(prior)) };
}

function toQuery(
  shown: readonly { readonly product: number; readonly position: number; readonly isClicked: boolean }[],
  examination: Examination,
): TrainingQuery {
  const rows = Array.from({ length: PRODUCTS }, (_, product) => ({
    values: Array.from({ length: PRODUCTS }, (_, each) => (each === product ? 1 : 0)),
    gain: shown
      .filter((showing) => showing.isClicked && showing.product === product)
      .reduce((sum, { position }) => sum + choiceWeight(examination, position), 0),
  }));
  const gains = rows.map(({ gain }) => gain).sort((left, right) => right - left);
  return {
    rows,
    idealGain: gains.reduce((sum, gain, rank) => sum + gain * discount(rank), 0),
    weight: gains.reduce((sum, gain) => sum + gain, 0),
  };
}

/** Pairs in the same order less those in the other, of all pairs; ties count as neither. */
export function kendall(left: ArrayLike<number>, right: ArrayLike<number>): number {
  let agreement = 0;
  let pairs = 0;
  for (let first = 0; first < left.length; first += 1) {
    for (let second = first + 1; second < left.length; second += 1) {
      const order = Math.sign((left[first] ?? 0) - (left[second] ?? 0));
      agreement += order * Math.sign((right[first] ?? 0) - (right[second] ?? 0));
      pairs += 1;
    }
  }
  return pairs === 0 ? 0 : agreement / pairs;
}
