import {
  type Evaluation,
  evaluateRecommendations,
  type RecommendationQuality,
  type TestCase,
} from './evaluate-recommendations.ts';
import type { HistoryItem } from './history-item.ts';
import type { InteractionColumns } from './interaction-columns.ts';
import { historyCases, visitCases } from './judging-cases.ts';
import { trainKind } from './model-kinds.ts';
import { createRecommender, type Recommender } from './recommender.ts';
import { createTrainingData } from './training-data.ts';
import { at } from './typed-arrays.ts';

/** How well each source of candidates foretells what shoppers choose next. */
export interface SourceQualities {
  /** Over shoppers: foretelling what is new to them. */
  readonly shoppers: Readonly<
    Record<'taste' | 'neighbours' | 'ridge' | 'factors' | 'next' | 'popular', RecommendationQuality>
  >;
  /** Over later visits: foretelling the last product, so that recall@20 is the hit rate. */
  readonly visits: Readonly<Record<'session' | 'popular', RecommendationQuality>>;
}

export interface SplitOptions {
  /** Events before it are learned from, later ones foretold. */
  readonly cutMs: number;
  /** Products that could be shown. */
  readonly catalogueSize: number;
}

/** Learns every kind from the past and measures every source; `taste` also case by case, for paired comparisons. */
export function measureSources(
  log: InteractionColumns,
  { cutMs, catalogueSize }: SplitOptions,
): SourceQualities & { readonly taste: Evaluation } {
  const data = createTrainingData(log, { nowMs: cutMs, keep: (row) => at(log.occurredAtMs, row) < cutMs });
  const neighbours = trainKind('neighbours', data);
  const ridge = trainKind('ridge', data);
  const popularity = trainKind('popularity', data);
  const cases = historyCases(log, cutMs);
  const visits = visitCases(log, cutMs);
  const taste = measure(cases, createRecommender({ neighbours, ridge }).taste, catalogueSize);
  const qualityOf = (recommend: Recommender['taste']) => measure(cases, recommend, catalogueSize).quality;
  const { popular } = createRecommender({ popularity });
  const { next } = createRecommender({ transitions: trainKind('transitions', data) });
  const { session } = createRecommender({ neighbours, ridge, visits: trainKind('visits', data) });
  const popularBeside = (history: readonly { readonly productId: string }[], limit: number) => {
    const masked = new Set(history.map(({ productId }) => productId));
    return popular(undefined, limit + masked.size)
      .filter(({ productId }) => !masked.has(productId))
      .slice(0, limit);
  };
  return {
    taste,
    shoppers: {
      taste: taste.quality,
      neighbours: qualityOf(createRecommender({ neighbours }).taste),
      ridge: qualityOf(createRecommender({ ridge }).taste),
      factors: qualityOf(createRecommender({ factors: trainKind('factors', data) }).factors),
      next: qualityOf(next),
      popular: qualityOf(popularBeside),
    },
    visits: {
      session: measure(visits, session, catalogueSize).quality,
      popular: measure(
        visits,
        (opened, limit) =>
          popularBeside(
            opened.map((productId) => ({ productId })),
            limit,
          ),
        catalogueSize,
      ).quality,
    },
  };
}

/** The blend as it would have been learned from what was received until then. */
export function measureTasteBefore(
  log: InteractionColumns,
  { cutMs, catalogueSize, knownUntilMs }: SplitOptions & { readonly knownUntilMs: number },
): Evaluation {
  const data = createTrainingData(log, {
    nowMs: cutMs,
    keep: (row) => at(log.occurredAtMs, row) < cutMs && at(log.receivedAtMs, row) <= knownUntilMs,
  });
  const models = { neighbours: trainKind('neighbours', data), ridge: trainKind('ridge', data) };
  return measure(historyCases(log, cutMs), createRecommender(models).taste, catalogueSize);
}

function measure<History extends readonly (HistoryItem | string)[]>(
  cases: readonly TestCase<History>[],
  recommend: (history: History, limit: number) => readonly { readonly productId: string }[],
  catalogueSize: number,
): Evaluation {
  const ids = (history: History, limit: number) =>
    recommend(history, limit).map(({ productId }) => productId);
  return evaluateRecommendations(cases, ids, catalogueSize);
}
