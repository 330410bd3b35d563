import { createRandom } from '../../../src/domain/random.ts';
import { type MeanInterval, pairedBootstrap } from '../../../src/ranking/learned/paired-bootstrap.ts';
import { mean } from '../../suites/search/measure-ranking.ts';
import type { ModeRun, Times, WayRun } from './measure-way.ts';
import type { Trick } from './plant-queries.ts';

export interface ModeMeasure {
  readonly times: Times;
  readonly 'ndcg@10': number;
  /** NDCG@10 by how the query differs from the words of the catalogue; empty for labelled queries. */
  readonly byTrick: Readonly<Partial<Record<Trick, number>>>;
  /** NDCG@10 of the reference less that of this way, query by query; 95 %. */
  readonly referenceMinusThis: MeanInterval;
}

export interface WayMeasure {
  readonly name: string;
  readonly filtered: ModeMeasure;
  readonly plain: ModeMeasure;
  /** See {@link WayRun.holding}. */
  readonly holding: number;
  /** Queries it had the time for, with the filter and without: by these it is judged and compared. */
  readonly queries: number;
}

/** Draws the resamples. */
const SEED = 20_261_122;

/**
 * @param reference What the way is compared with, by the queries that both answered.
 * @param tricks Of the queries in order; empty for labelled queries.
 */
export function summariseWay(run: WayRun, reference: WayRun, tricks: readonly Trick[]): WayMeasure {
  const queries = Math.min(run.filtered.gains.length, run.plain.gains.length);
  const byTrick = Map.groupBy(tricks.slice(0, queries).keys(), (position) => tricks[position] ?? 'none');
  const summarise = ({ times, gains }: ModeRun, other: ModeRun): ModeMeasure => {
    const judged = gains.slice(0, queries);
    const differences = other.gains.slice(0, queries).map((gain, position) => gain - (judged[position] ?? 0));
    return {
      times,
      'ndcg@10': mean(judged),
      byTrick: Object.fromEntries(
        [...byTrick].map(([trick, positions]) => [trick, mean(positions.map((at) => judged[at] ?? 0))]),
      ),
      referenceMinusThis: pairedBootstrap(differences, createRandom(SEED)),
    };
  };
  return {
    name: run.name,
    filtered: summarise(run.filtered, reference.filtered),
    plain: summarise(run.plain, reference.plain),
    holding: run.holding,
    queries,
  };
}
