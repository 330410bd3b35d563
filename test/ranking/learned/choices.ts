import { createRandom } from '../../../src/domain/random.ts';
import type { ChoiceList } from '../../../src/ranking/learned/choice-list.ts';
import type { RankingFeatures } from '../../../src/ranking/learned/ranking-features.ts';

/** How much a shopper likes a product, in [0, 1]. */
export type Taste = (features: RankingFeatures, random: () => number) => number;

const DAY_MS = 86_400_000;

/**
 * Lists of ten ordered by a blend of words and availability, read from the top: a place is looked at with probability 1 / rank, and
 * what is looked at is chosen as far as it is liked.
 */
export function chosenLists(taste: Taste, { lists = 900, seed = 3 } = {}): ChoiceList[] {
  const random = createRandom(seed);
  return Array.from({ length: lists }, (_, list) => {
    const candidates = Array.from({ length: 10 }, () => {
      const [terms, fit, availability] = [random(), random(), random() < 0.7 ? 1 : 0];
      return { blend: 0.5 * terms + 0.06 * availability, terms, 'price-fit': fit, availability };
    }).sort((left, right) => right.blend - left.blend);
    return {
      shownAtMs: list * DAY_MS,
      products: candidates.map((features, rank) => ({
        position: rank + 1,
        features,
        reward: random() < 1 / (rank + 1) && random() < taste(features, random) ? 1 : 0,
      })),
    };
  });
}
