import type { Offer } from '../domain/product.ts';
import { pick } from './design-product.ts';

/** How prices look in a market. */
interface PriceHabit {
  readonly currency: string;
  /** Range of the factor on the design's price: what a thing costs is no currency conversion. */
  readonly factor: readonly [low: number, high: number];
  /** Below an amount, prices end `minusMinor` short of a multiple of `stepMinor`. */
  readonly endings: readonly {
    readonly belowMinor: number;
    readonly stepMinor: number;
    readonly minusMinor: number;
  }[];
  readonly shippingMinor: number;
  readonly freeFromMinor: number;
  readonly bulkyShippingMinor: number;
}

const ending = (belowMinor: number, stepMinor: number, minusMinor: number) => ({
  belowMinor,
  stepMinor,
  minusMinor,
});

const PRICE_HABITS: Readonly<Record<string, PriceHabit>> = {
  US: {
    currency: 'USD',
    factor: [1, 1],
    endings: [
      ending(2_500, 100, 1),
      ending(10_000, 200, 5),
      ending(20_000, 500, 100),
      ending(Infinity, 1_000, 100),
    ],
    shippingMinor: 495,
    freeFromMinor: 5_000,
    bulkyShippingMinor: 3_900,
  },
  DE: {
    currency: 'EUR',
    factor: [0.92, 1.1],
    endings: [ending(3_000, 100, 5), ending(10_000, 200, 10), ending(Infinity, 1_000, 100)],
    shippingMinor: 395,
    freeFromMinor: 4_000,
    bulkyShippingMinor: 2_990,
  },
  FR: {
    currency: 'EUR',
    factor: [0.94, 1.16],
    endings: [ending(3_000, 100, 10), ending(10_000, 300, 10), ending(Infinity, 1_000, 100)],
    shippingMinor: 450,
    freeFromMinor: 4_500,
    bulkyShippingMinor: 3_490,
  },
};

/** A reduction and its period, the same for all variants of a product. */
interface Sale {
  /** In (0, 1). */
  readonly share: number;
  readonly fromMs: number;
  readonly untilMs: number;
}

export interface PriceTag {
  /** Before rounding, by market, minor units. */
  readonly amounts: ReadonlyMap<string, number>;
  readonly sale?: Sale;
  readonly bulky: boolean;
}

const DAY_MS = 86_400_000;

/** @param priceUsd Whole and fractional dollars before rounding. */
export function tagPrice(priceUsd: number, bulky: boolean, nowMs: number, random: () => number): PriceTag {
  const amounts = new Map(
    Object.entries(PRICE_HABITS).map(([market, { factor }]) => [
      market,
      priceUsd * 100 * (factor[0] + (factor[1] - factor[0]) * random()),
    ]),
  );
  const sale = drawSale(nowMs, random);
  return { amounts, bulky, ...(sale === undefined ? {} : { sale }) };
}

/** 12 % are reduced now, 3 % were, 3 % will be. */
function drawSale(nowMs: number, random: () => number): Sale | undefined {
  const chance = random();
  const share = pick([0.1, 0.15, 0.2, 0.25, 0.3, 0.4], random);
  const lengthMs = (7 + Math.floor(random() * 21)) * DAY_MS;
  const elapsed = 0.1 + random() * 0.8;
  if (chance < 0.12)
    return {
      share,
      fromMs: nowMs - Math.round(lengthMs * elapsed),
      untilMs: nowMs + Math.round(lengthMs * (1 - elapsed)),
    };
  if (chance < 0.15) return { share, fromMs: nowMs - 40 * DAY_MS - lengthMs, untilMs: nowMs - 40 * DAY_MS };
  if (chance < 0.18) return { share, fromMs: nowMs + 20 * DAY_MS, untilMs: nowMs + 20 * DAY_MS + lengthMs };
  return undefined;
}

/** What one variant costs and whether it can be had, in every market. @param worth Factor of the variant on the price. */
export function makeOffers(tag: PriceTag, worth: number, random: () => number): Record<string, Offer> {
  const offers: Record<string, Offer> = {};
  for (const [market, habit] of Object.entries(PRICE_HABITS)) {
    const amountMinor = endPrice((tag.amounts.get(market) ?? 0) * worth, habit);
    const saleMinor =
      tag.sale === undefined ? amountMinor : endPrice(amountMinor * (1 - tag.sale.share), habit);
    const shippingMinor = tag.bulky
      ? habit.bulkyShippingMinor
      : Math.min(amountMinor, saleMinor) >= habit.freeFromMinor
        ? 0
        : habit.shippingMinor;
    const { currency } = habit;
    offers[market] = {
      price: { amountMinor, currency },
      ...(tag.sale === undefined || saleMinor >= amountMinor
        ? {}
        : {
            sale: {
              price: { amountMinor: saleMinor, currency },
              fromMs: tag.sale.fromMs,
              untilMs: tag.sale.untilMs,
            },
          }),
      ...drawStock(random),
      shipping: { amountMinor: shippingMinor, currency },
    };
  }
  return offers;
}

/** The nearest price with the ending the market is used to; never zero. */
function endPrice(amountMinor: number, habit: PriceHabit): number {
  const { stepMinor, minusMinor } =
    habit.endings.find(({ belowMinor }) => amountMinor < belowMinor) ?? ending(0, 100, 1);
  return Math.max(1, Math.round((amountMinor + minusMinor) / stepMinor)) * stepMinor - minusMinor;
}

function drawStock(random: () => number): Pick<Offer, 'availability' | 'stock'> {
  const chance = random();
  const pieces = 1 + Math.floor(random() ** 2 * 60);
  if (chance < 0.08) return { availability: 'out-of-stock', stock: 0 };
  if (chance < 0.11) return { availability: 'preorder', stock: 0 };
  return { availability: 'in-stock', stock: pieces };
}
