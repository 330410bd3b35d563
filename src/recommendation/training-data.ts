import type { InteractionColumns } from './interaction-columns.ts';
import {
  buildInteractionMatrix,
  DEFAULT_MATRIX_OPTIONS,
  type InteractionMatrix,
} from './interaction-matrix.ts';
import { orderedEvents, visitsOf } from './ordered-events.ts';
import { DEFAULT_ROW_OPTIONS } from './shopper-rows.ts';

/** The log in the forms that models learn from, each made when it is first asked for and then kept. */
export interface TrainingData {
  readonly log: InteractionColumns;
  /** Ages are counted back from here, epoch milliseconds. */
  readonly nowMs: number;
  /** Rows of the log that count; all when absent. */
  readonly keep?: (row: number) => boolean;
  matrix(): InteractionMatrix;
  /** Positions of products, oldest first, shopper by shopper. */
  histories(): Iterable<readonly number[]>;
  /** Positions of products, oldest first; the visit that ended last stands last. */
  visits(): readonly (readonly number[])[];
}

/** Of each shopper only the newest 500 events count, whatever the model. */
export function createTrainingData(
  log: InteractionColumns,
  options: { readonly nowMs: number; readonly keep?: (row: number) => boolean },
): TrainingData {
  const rows = { ...DEFAULT_ROW_OPTIONS, ...(options.keep === undefined ? {} : { keep: options.keep }) };
  let matrix: InteractionMatrix | undefined;
  return {
    log,
    ...options,
    matrix() {
      matrix ??= buildInteractionMatrix(log, { ...DEFAULT_MATRIX_OPTIONS, ...options });
      return matrix;
    },
    histories: () => orderedEvents(log, rows).map(({ products }) => products),
    visits: () => visitsOf(log, rows),
  };
}
