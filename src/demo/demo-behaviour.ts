import type { Interaction, InteractionType } from '../domain/interaction.ts';
import type { Product } from '../domain/product.ts';
import { createRandom } from '../domain/random.ts';
import { plantedPairs } from './planted-pairs.ts';
import { demoShopperId, type PriceBand, TASTE_GROUPS, tasteAffinity, tasteGroupOf } from './taste-groups.ts';
import { createWeightedChoice, type WeightedChoice } from './weighted-choice.ts';

export interface DemoBehaviourOptions {
  readonly products: readonly Product[];
  readonly shoppers?: number;
  /** The same seed, products and time give the same interactions. */
  readonly seed?: number;
  /** The end of the simulated year, epoch milliseconds. */
  readonly nowMs: number;
}

const DEFAULT_SHOPPERS = 5_000;
const DEFAULT_SEED = 41;
const YEAR_MS = 365 * 86_400_000;
const LONGEST_SESSION_MS = 3_600_000;
/** Mean number of visits in the year; visits are geometric, so most shoppers come seldom and a few often. */
const MEAN_SESSIONS = 3.6;
/** Kinds of things one shopper comes back for. */
const INTERESTS = 4;
/** Share of views that follow no taste, only what everybody looks at. */
const NOISE = 0.12;

/** Probabilities of going one step further. */
const STEP = { click: 0.5, cart: 0.36, purchase: 0.5, remove: 0.15, companion: 0.75 } as const;

const MARKET_SHARES: readonly (readonly [market: string, share: number])[] = [
  ['US', 0.5],
  ['DE', 0.3],
  ['FR', 0.2],
];

/**
 * A year of simulated visits, shopper by shopper. In a visit somebody looks for one of the few kinds of things
 * they care for, among products of their taste group; some views lead to a click, some clicks to the basket, some baskets to a purchase, and who is interested in
 * a product with a planted companion often looks at that too. All gave consent: every interaction has its shopper.
 */
export function* demoInteractions(options: DemoBehaviourOptions): Generator<Interaction> {
  const { products, nowMs, shoppers = DEFAULT_SHOPPERS, seed = DEFAULT_SEED } = options;
  if (products.length === 0) return;
  const random = createRandom(seed);
  const world = createWorld(products, random);
  const markets = createWeightedChoice(MARKET_SHARES, ([, share]) => share);
  for (let shopper = 0; shopper < shoppers; shopper += 1) {
    const shopperId = demoShopperId(shopper);
    const market = markets.draw(random)?.[0] ?? 'US';
    const tastes = world.tastes.get(tasteGroupOf(shopperId)?.id ?? '');
    const interests = Array.from({ length: INTERESTS }, () => tastes?.draw(random));
    const sessions = 1 + Math.floor(Math.log(1 - random()) / Math.log(1 - 1 / MEAN_SESSIONS));
    let count = 0;
    for (let session = 0; session < sessions; session += 1) {
      let occurredAtMs = nowMs - LONGEST_SESSION_MS - Math.floor(random() * (YEAR_MS - LONGEST_SESSION_MS));
      for (const { type, product } of visit(interests[Math.floor(random() * INTERESTS)], world, random)) {
        occurredAtMs += 4_000 + Math.floor(random() * 50_000);
        count += 1;
        yield {
          interactionId: `demo-${shopper}-${count}`,
          type,
          productId: product.productId,
          shopperId,
          sessionId: `demo-${shopper}-${session + 1}`,
          market,
          occurredAtMs,
          receivedAtMs: occurredAtMs + 200,
          ...(type === 'purchase' || type === 'add-to-cart' ? { quantity: 1 } : {}),
        };
      }
    }
  }
}

/** One kind of thing as a taste group sees it. */
type Aisle = WeightedChoice<Product>;

interface World {
  /** Kinds of things by taste group, weighted by how much the group cares. */
  readonly tastes: ReadonlyMap<string, WeightedChoice<Aisle>>;
  /** Everything, by popularity alone. */
  readonly everything: WeightedChoice<Product>;
  readonly companions: ReadonlyMap<string, Product>;
}

function createWorld(products: readonly Product[], random: () => number): World {
  const popularity = drawPopularity(products, random);
  const bands = priceBands(products);
  const byLeaf = Map.groupBy(products, (product) => product.category.at(-1) ?? '');
  const tastes = new Map<string, WeightedChoice<Aisle>>();
  for (const taste of TASTE_GROUPS) {
    const aisles = [...byLeaf.values()].map((shelf) =>
      createWeightedChoice(
        shelf,
        (product) =>
          (popularity.get(product.productId) ?? 0) *
          tasteAffinity(taste, product, bands.get(product.productId) ?? 'middle'),
      ),
    );
    tastes.set(
      taste.id,
      createWeightedChoice(aisles, ({ total }) => total),
    );
  }
  const byId = new Map(products.map((product) => [product.productId, product]));
  const companions = new Map<string, Product>();
  for (const { productId, companionId } of plantedPairs(products)) {
    const companion = byId.get(companionId);
    if (companion !== undefined) companions.set(productId, companion);
  }
  const everything = createWeightedChoice(products, ({ productId }) => popularity.get(productId) ?? 0);
  return { tastes, everything, companions };
}

/** Weights falling with rank to the power -0.5, ranks drawn by lot: a few things are seen a lot, none never. */
function drawPopularity(products: readonly Product[], random: () => number): ReadonlyMap<string, number> {
  const order = products.map(({ productId }) => ({ productId, lot: random() })).sort((a, b) => a.lot - b.lot);
  return new Map(order.map(({ productId }, rank) => [productId, (rank + 12) ** -0.5]));
}

/** Thirds of the price among products of the same leaf, by the first variant's price in its first market. */
function priceBands(products: readonly Product[]): ReadonlyMap<string, PriceBand> {
  const priceOf = ({ variants }: Product) =>
    Object.values(variants[0]?.offers ?? {})[0]?.price.amountMinor ?? 0;
  const bands = new Map<string, PriceBand>();
  for (const shelf of Map.groupBy(products, ({ category }) => category.at(-1) ?? '').values()) {
    const sorted = [...shelf].sort((left, right) => priceOf(left) - priceOf(right));
    sorted.forEach(({ productId }, rank) => {
      bands.set(
        productId,
        (['low', 'middle', 'high'] as const)[Math.floor((3 * rank) / sorted.length)] ?? 'middle',
      );
    });
  }
  return bands;
}

interface Deed {
  readonly type: InteractionType;
  readonly product: Product;
}

function* visit(aisle: Aisle | undefined, world: World, random: () => number): Generator<Deed> {
  const views = 2 + Math.floor(random() * 4);
  for (let view = 0; view < views; view += 1) {
    const product = (random() < NOISE ? world.everything : (aisle ?? world.everything)).draw(random);
    if (product === undefined) return;
    const interested = yield* consider(product, random);
    const companion = world.companions.get(product.productId);
    if (interested && companion !== undefined && random() < STEP.companion)
      yield* consider(companion, random);
  }
}

/** @returns Whether it went beyond a look. */
function* consider(product: Product, random: () => number): Generator<Deed, boolean> {
  yield { type: 'view', product };
  if (random() >= STEP.click) return false;
  yield { type: 'click', product };
  if (random() >= STEP.cart) return true;
  yield { type: 'add-to-cart', product };
  if (random() < STEP.purchase) yield { type: 'purchase', product };
  else if (random() < STEP.remove) yield { type: 'remove-from-cart', product };
  return true;
}
