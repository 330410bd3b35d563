import type { ChooseQuestion } from '../../src/chat/ask-facet.ts';
import { opinionatedShare } from '../../src/dialogue/choose-question.ts';
import type { Product } from '../../src/domain/product.ts';
import { createRandom } from '../../src/domain/random.ts';
import { type MeanInterval, pairedBootstrap } from '../../src/ranking/learned/paired-bootstrap.ts';
import { createReplier } from '../../src/reply/replier.ts';
import { drawNeeds } from './clarify/draw-needs.ts';
import { type ShopOptions, withShop } from './clarify/open-shop.ts';
import { type Played, playNeed } from './clarify/play-need.ts';

/** Which facets do not matter to simulated shoppers: by `opinions.json`, or all alike. */
export type Indifference = 'by-facet' | 'uniform';

export interface ClarifyOptions extends Pick<ShopOptions, 'catalog' | 'map'> {
  readonly needs: number;
  readonly seed: number;
  readonly indifference: Indifference;
  /** Hears conversations that did not end well. */
  readonly onFailure?: (line: string) => void;
}

/** How one way of asking did. */
export interface ClarifyMeasures {
  /** Share of needs met within five turns. */
  readonly success: number;
  /** Messages until it was met, 6 when it was not. */
  readonly turns: number;
  readonly questions: number;
}

export interface ClarifyResult {
  readonly suite: 'clarify';
  readonly data: { readonly products: number; readonly needs: number };
  readonly metrics: ClarifyMeasures & {
    /** Points of success above never asking, with a 95 % interval. */
    readonly gainedPoints: MeanInterval;
    /** Turns saved against random facets, with a 95 % interval; and as a share of theirs. */
    readonly savedTurns: MeanInterval;
    readonly savedShare: number;
  };
  readonly baselines: { readonly never: ClarifyMeasures; readonly random: ClarifyMeasures };
  readonly seconds: number;
  readonly rssMb: number;
  readonly seed: number;
}

const MOST_TURNS = 5;
/** Share of answers that are not true. */
const NOISE = 0.1;
const INDIFFERENCE: Readonly<Record<Indifference, (facet: string) => number>> = {
  'by-facet': (facet) => 1 - opinionatedShare(facet),
  uniform: () => 0.15,
};
const STRATEGIES = ['gain', 'never', 'random'] as const;
type Strategy = (typeof STRATEGIES)[number];

/** The same simulated needs played three times against the whole product: asked by gain, never, and at random. */
export async function runClarify(options: ClarifyOptions): Promise<ClarifyResult> {
  const startedMs = performance.now();
  const { signal } = new AbortController();
  const { seed } = options;
  let strategy: Strategy = 'gain';
  const anyFacet = createRandom(seed);
  const choosers: Readonly<Record<Strategy, ChooseQuestion>> = {
    gain: ([best]) => best?.attribute,
    never: () => undefined,
    random: (worthwhile, askable) =>
      worthwhile.length === 0 ? undefined : askable[Math.floor(anyFacet() * askable.length)],
  };
  const chooseQuestion: ChooseQuestion = (worthwhile, askable) => choosers[strategy](worthwhile, askable);
  return await withShop({ ...options, chooseQuestion }, async (service) => {
    const shop = service.shop.current();
    const [market] = shop.markets;
    const products = new Map<string, Product>();
    for await (const product of shop.store.all()) products.set(product.productId, product);
    const replier = createReplier();
    const nowMs = Date.UTC(2026, 0, 1);
    const needs =
      market === undefined
        ? []
        : drawNeeds([...products.values()], shop.vocabulary, market, {
            needs: options.needs,
            seed,
            indifference: INDIFFERENCE[options.indifference],
          });
    const played: Record<Strategy, Played[]> = { gain: [], never: [], random: [] };
    for (strategy of STRATEGIES) {
      for (const need of needs) {
        const result = await playNeed(
          {
            chat: service.chat,
            need,
            vocabulary: shop.vocabulary,
            market: market?.country ?? '',
            nowMs,
            noise: NOISE,
            more: replier.chipWords({ kind: 'more' }, need.language).message,
            products,
            mostTurns: MOST_TURNS,
          },
          signal,
        );
        played[strategy].push(result);
        if (!result.found)
          options.onFailure?.(`${strategy} ${need.target.productId}: ${result.says.join(' / ')}`);
      }
    }
    const random = createRandom(seed);
    const difference = (of: (played: Played) => number, to: Strategy) =>
      played.gain.map((each, position) => of(each) - of(played[to][position] ?? each));
    const savedTurns = pairedBootstrap(
      difference(({ turns }) => -turns, 'random'),
      random,
    );
    const baselines = { never: measure(played.never), random: measure(played.random) };
    return {
      suite: 'clarify',
      data: { products: products.size, needs: needs.length },
      metrics: {
        ...measure(played.gain),
        gainedPoints: pairedBootstrap(
          difference(({ found }) => (found ? 100 : 0), 'never'),
          random,
        ),
        savedTurns,
        savedShare: savedTurns.mean / baselines.random.turns,
      },
      baselines,
      seconds: (performance.now() - startedMs) / 1_000,
      rssMb: process.memoryUsage.rss() / 1_048_576,
      seed,
    };
  });
}

function measure(played: readonly Played[]): ClarifyMeasures {
  const mean = (of: (played: Played) => number) =>
    played.reduce((sum, each) => sum + of(each), 0) / Math.max(1, played.length);
  return {
    success: mean(({ found }) => Number(found)),
    turns: mean(({ turns }) => turns),
    questions: mean(({ questions }) => questions),
  };
}
