import { createRandom } from '../../../src/domain/random.ts';
import type { IndexedFacts } from '../../../src/ports/product-index.ts';
import { arrangeList, NO_DIALS } from '../../../src/ranking/arrange-list.ts';
import type { ScoredProduct } from '../../../src/ranking/diversify.ts';
import { exposureAt } from '../../../src/ranking/expose-sellers.ts';
import { type RankingWeights, rankingWeights } from '../../../src/ranking/weights.ts';
import { matrixFromHistories } from '../../../src/recommendation/interaction-matrix.ts';
import { createRecommender } from '../../../src/recommendation/recommender.ts';
import { trainNeighbours } from '../../../src/recommendation/train-neighbours.ts';

export interface LoopResult {
  /** Share of the catalogue that the lists of the first cycle show, and of the last five in the mean. */
  readonly first: number;
  readonly last: number;
  /** last / first - 1: negative when the shop has narrowed. */
  readonly change: number;
  /** Clicks for each list, over all cycles. */
  readonly clicks: number;
}

const KINDS = 20;
const PER_KIND = 40;
const PRODUCTS = KINDS * PER_KIND;
const SHOPPERS = 300;
const KINDS_PER_SHOPPER = 3;
const LENGTH = 10;
/** Only what happened in the last so many cycles is learned from. */
const REMEMBERED_CYCLES = 8;
const LIKED = 0.3;
const COMES_WITH = 5;
const ATTRACTION = 0.8;
const CLICK = { liked: 0.5, other: 0.02 } as const;
/** Cycles whose coverage is averaged at the end. */
const LAST = 5;

/**
 * A shop that learns from clicks on what it has shown itself, over and over: every cycle each shopper gets one list, ranked by
 * neighbours, popularity and kind; clicks fall off with the place; then all is learned anew from the last cycles.
 */
export function simulateLoop(cycles: number, dials: Partial<RankingWeights>, seed: number): LoopResult {
  const random = createRandom(seed);
  const world = createWorld(random);
  const weights = { ...rankingWeights('recommend'), ...NO_DIALS, ...dials };
  let log: Map<number, number>[][] = [world.shoppers.map(({ likes }) => drawHistory(likes, random))];
  const coverage: number[] = [];
  let clicks = 0;
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const histories = world.shoppers.map((_, shopper) => mergeHistories(log.map((each) => each[shopper])));
    const counts = countAll(histories);
    const most = Math.max(1, ...counts);
    const popularity = (productId: string) => Math.sqrt((counts[Number(productId)] ?? 0) / most);
    const neighbours = trainNeighbours(matrixFromHistories(histories, world.productIds));
    const { taste } = createRecommender({ neighbours });
    const shown = new Set<string>();
    const clicked = world.shoppers.map(({ kinds, likes }, shopper) => {
      const history = histories[shopper] ?? new Map<number, number>();
      const items = [...history].map(([product, weight]) => ({
        productId: world.productIds[product] ?? '',
        weight,
      }));
      const scored = scoreAll({ kinds, behaviour: taste(items, PRODUCTS), popularity, world }).filter(
        ({ productId }) => !history.has(Number(productId)),
      );
      const list = arrangeList(scored, {
        weights,
        facts: world.facts,
        limit: LENGTH,
        popularity,
        personalConfidence: 1,
        seed: `${cycle} ${shopper}`,
      });
      const taken = new Map<number, number>();
      list.forEach(({ productId }, position) => {
        shown.add(productId);
        const chance = exposureAt(position) * (likes.has(Number(productId)) ? CLICK.liked : CLICK.other);
        if (random() < chance) taken.set(Number(productId), 1);
      });
      clicks += taken.size;
      return taken;
    });
    log = [...log, clicked].slice(-REMEMBERED_CYCLES);
    coverage.push(shown.size / PRODUCTS);
  }
  const first = coverage[0] ?? 0;
  const end = coverage.slice(-LAST);
  const last = end.reduce((left, right) => left + right, 0) / Math.max(1, end.length);
  return { first, last, change: last / first - 1, clicks: clicks / (cycles * SHOPPERS) };
}

interface World {
  /** Positions as text, so that they sort as text: "0000" to "0799". */
  readonly productIds: readonly string[];
  readonly facts: ReadonlyMap<string, IndexedFacts>;
  readonly shoppers: readonly { readonly kinds: ReadonlySet<number>; readonly likes: ReadonlySet<number> }[];
}

const kindOf = (product: number): number => Math.floor(product / PER_KIND);

function createWorld(random: () => number): World {
  const productIds = Array.from({ length: PRODUCTS }, (_, product) => String(product).padStart(4, '0'));
  const vector = new Float32Array(0);
  const facts = new Map(
    productIds.map((productId, product) => [
      productId,
      {
        productId,
        priceMinor: 1_000,
        availability: 'in-stock' as const,
        attributes: {},
        categoryKeys: [`kind-${kindOf(product)}`],
        titles: [],
        vector,
      },
    ]),
  );
  const shoppers = Array.from({ length: SHOPPERS }, () => {
    const kinds = new Set(Array.from({ length: KINDS_PER_SHOPPER }, () => Math.floor(random() * KINDS)));
    const likes = new Set(
      productIds.flatMap((_, product) => (kinds.has(kindOf(product)) && random() < LIKED ? [product] : [])),
    );
    return { kinds, likes };
  });
  return { productIds, facts, shoppers };
}

/** A shopper comes with about five of what they like, mostly what is first of its kind: demand is heavy-tailed. */
const drawHistory = (likes: ReadonlySet<number>, random: () => number): Map<number, number> => {
  const attraction = (product: number) => 1 / ((product % PER_KIND) + 1) ** ATTRACTION;
  const total = [...likes].reduce((sum, product) => sum + attraction(product), 0);
  const chance = (product: number) => (COMES_WITH * attraction(product)) / total;
  return new Map([...likes].filter((product) => random() < chance(product)).map((product) => [product, 1]));
};

const mergeHistories = (histories: readonly (ReadonlyMap<number, number> | undefined)[]) =>
  new Map(histories.flatMap((history) => [...(history ?? [])]));

function countAll(histories: readonly ReadonlyMap<number, number>[]): Float64Array {
  const counts = new Float64Array(PRODUCTS);
  for (const history of histories) {
    for (const product of history.keys()) counts[product] = (counts[product] ?? 0) + 1;
  }
  return counts;
}

interface Scoring {
  readonly kinds: ReadonlySet<number>;
  readonly behaviour: readonly { readonly productId: string; readonly score: number }[];
  readonly popularity: (productId: string) => number;
  readonly world: World;
}

/** Of everything of the shopper's kinds and everything neighbours propose: .5 taste + .15 popularity + .3 of the kind. */
function scoreAll({ kinds, behaviour, popularity, world }: Scoring): ScoredProduct[] {
  const best = Math.max(1e-9, behaviour[0]?.score ?? 0);
  const tastes = new Map(behaviour.map(({ productId, score }) => [productId, score / best]));
  const vector = new Float32Array(0);
  return world.productIds
    .flatMap((productId, product) => {
      const ofKind = kinds.has(kindOf(product));
      const taste = tastes.get(productId) ?? 0;
      if (!ofKind && taste === 0) return [];
      const values = { taste: 0.5 * taste, popular: 0.15 * popularity(productId), similar: ofKind ? 0.3 : 0 };
      const parts = Object.entries(values).map(([signal, contribution]) => ({
        signal,
        weight: 1,
        value: contribution,
        contribution,
      }));
      const score = parts.reduce((sum, { contribution }) => sum + contribution, 0);
      return [{ productId, score, parts, sources: [], vector }];
    })
    .sort((left, right) => right.score - left.score || (left.productId < right.productId ? -1 : 1));
}
