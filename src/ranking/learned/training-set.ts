import { AssistantError } from '../../errors/assistant-error.ts';

/** Candidates of many queries with what is known of each and what it is worth. Rows of one query stand together. */
export interface TrainingSet {
  /** Of the features, in the order of a row. */
  readonly names: readonly string[];
  /** (row, feature), row-major. */
  readonly values: Float32Array;
  /** By row; >= 0, 0 for a candidate that is worth nothing. */
  readonly gains: Float32Array;
  /** Rows of query q: `start[q] .. start[q + 1]`. */
  readonly start: Uint32Array;
  /** By query: the discounted gain of the best order there is, candidates that were not found included; 0 when nothing is worth anything. */
  readonly idealGains: Float64Array;
  /** By query: how much it counts, >= 0. */
  readonly weights: Float64Array;
}

export interface TrainingQuery {
  readonly rows: readonly { readonly values: readonly number[]; readonly gain: number }[];
  readonly idealGain: number;
  /** How much it counts, >= 0; 1 when absent. */
  readonly weight?: number;
}

/** @throws {AssistantError} INVALID_ARGUMENT for a row of another length than the names, a value that is no number, a gain below 0. */
export function createTrainingSet(names: readonly string[], queries: readonly TrainingQuery[]): TrainingSet {
  const count = queries.reduce((sum, { rows }) => sum + rows.length, 0);
  const values = new Float32Array(count * names.length);
  const gains = new Float32Array(count);
  const start = new Uint32Array(queries.length + 1);
  let row = 0;
  queries.forEach(({ rows }, query) => {
    for (const each of rows) {
      if (each.values.length !== names.length || !each.values.every(Number.isFinite) || !(each.gain >= 0)) {
        throw new AssistantError('INVALID_ARGUMENT', 'A row to learn from is malformed', {
          details: { query, values: each.values, gain: each.gain },
        });
      }
      values.set(each.values, row * names.length);
      gains[row] = each.gain;
      row += 1;
    }
    start[query + 1] = row;
  });
  return {
    names,
    values,
    gains,
    start,
    idealGains: Float64Array.from(queries, ({ idealGain }) => idealGain),
    weights: Float64Array.from(queries, ({ weight = 1 }) => weight),
  };
}

/** The rows of some queries. */
export function selectQueries(
  { names, values, gains, start, idealGains, weights }: TrainingSet,
  isWanted: (query: number) => boolean,
): TrainingSet {
  const queries = [...idealGains.keys()].filter(isWanted);
  const width = names.length;
  return createTrainingSet(
    names,
    queries.map((query) => ({
      idealGain: idealGains[query] ?? 0,
      weight: weights[query] ?? 1,
      rows: Array.from({ length: (start[query + 1] ?? 0) - (start[query] ?? 0) }, (_, offset) => {
        const row = (start[query] ?? 0) + offset;
        return { values: [...values.subarray(row * width, (row + 1) * width)], gain: gains[row] ?? 0 };
      }),
    })),
  );
}
