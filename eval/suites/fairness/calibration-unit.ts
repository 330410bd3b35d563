import type { IndexedFacts } from '../../../src/ports/product-index.ts';
import { arrangeList, NO_DIALS } from '../../../src/ranking/arrange-list.ts';
import { leafCategory, miscalibration } from '../../../src/ranking/calibrate.ts';
import { rankingWeights } from '../../../src/ranking/weights.ts';

const WANTED = new Map([
  ['lamps', 0.7],
  ['desks', 0.3],
]);
const LENGTH = 10;
/** lambda of the paper nearly 1. */
const ALL_THAT_COUNTS = 1e6;

/** A history of 70 to 30 whose best ten products are all of one kind: what calibration makes of the list. */
export function calibrationUnit() {
  const facts = new Map<string, IndexedFacts>();
  const scored = ['lamps', 'desks'].flatMap((kind, place) =>
    Array.from({ length: LENGTH }, (_, position) => {
      const productId = `${kind}-${position}`;
      const vector = new Float32Array(0);
      facts.set(productId, {
        productId,
        priceMinor: 1_000,
        availability: 'in-stock',
        attributes: {},
        categoryKeys: [kind],
        titles: [],
        vector,
      });
      const score = 1 - place / 5 - position / 100;
      return { productId, score, parts: [], sources: [], vector };
    }),
  );
  const divergenceAt = (calibration: number) => {
    const list = arrangeList(scored, {
      weights: { ...rankingWeights('recommend'), ...NO_DIALS, calibration },
      limit: LENGTH,
      facts,
      popularity: () => 0,
      personalConfidence: 1,
      wantedShares: WANTED,
    });
    const categories = list.map(({ productId }) => leafCategory(facts.get(productId)));
    return {
      lamps: categories.filter((category) => category === 'lamps').length,
      divergence: miscalibration(WANTED, categories),
    };
  };
  return {
    without: divergenceAt(0),
    shipped: divergenceAt(rankingWeights('recommend').calibration),
    full: divergenceAt(ALL_THAT_COUNTS),
  };
}
