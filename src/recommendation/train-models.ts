import type { Database } from '../ports/database.ts';
import type { RecommendationQuality } from './evaluate-recommendations.ts';
import { isInteractionType } from './history.ts';
import { createInteractionColumns, type InteractionColumns } from './interaction-columns.ts';
import { buildInteractionMatrix, DEFAULT_MATRIX_OPTIONS } from './interaction-matrix.ts';
import { judgeModels } from './judge-models.ts';
import { activeVersion, storeModels } from './model-store.ts';
import { DEFAULT_POPULARITY_OPTIONS, trainPopularity } from './popularity.ts';
import { trainNeighbours } from './train-neighbours.ts';

type TrainStep = 'read' | 'judge' | 'train' | 'store';

export interface TrainOptions {
  readonly database: Database;
  readonly clock: () => number;
  /** Puts the new version in force even if it is refused: a shop may have changed for good. */
  readonly force?: boolean;
  /** `done` counts interactions while reading. */
  readonly onProgress?: (progress: { readonly step: TrainStep; readonly done: number }) => void;
}

export interface TrainReport {
  /** Of the stored models; 0 when there was nothing to learn from. */
  readonly version: number;
  readonly activated: boolean;
  /** Why it is not in force, or would not be but for `force`. */
  readonly reason?: string;
  /** Foretelling later events from earlier ones; `shoppers` says over how many. */
  readonly quality: RecommendationQuality;
  /** The same for what was known when the version in force was made. */
  readonly before?: RecommendationQuality;
  /** The same for popularity alone. */
  readonly baseline: RecommendationQuality;
  readonly interactions: number;
  readonly shoppers: number;
  /** Products with behaviour. */
  readonly products: number;
  readonly seconds: number;
}

const PAGE_ROWS = 10_000;

/**
 * Learns neighbours and popularity from all interactions with products of the catalogue, stores them as a new version, and
 * puts it in force unless it is clearly worse than the one before (the rule stands at `judgeModels`).
 * Cost: about 30 bytes of memory an interaction, and time as `trainNeighbours`, three times over.
 *
 * @throws {AssistantError} DATABASE_FAILED
 */
export async function trainModels(options: TrainOptions): Promise<TrainReport> {
  const { database, clock } = options;
  const startedMs = clock();
  const step = (name: TrainStep, done = 0): void => options.onProgress?.({ step: name, done });
  const known = await knownProducts(database);
  const log = await readInteractions(database, known, (done) => step('read', done));

  step('judge', log.length);
  const active = await activeVersion(database);
  const { refusal, ...judged } = judgeModels(log, {
    nowMs: startedMs,
    knownUntilMs: active?.createdAtMs,
    catalogueSize: known.size,
  });
  const counts = { interactions: log.length, shoppers: log.shopperCount, products: log.productIds.length };
  const seconds = (): number => (clock() - startedMs) / 1000;
  if (log.length === 0) {
    const reason = 'there are no interactions with products of the catalogue';
    return { version: 0, activated: false, reason, ...judged, ...counts, seconds: seconds() };
  }

  step('train', log.length);
  const matrix = buildInteractionMatrix(log, { ...DEFAULT_MATRIX_OPTIONS, nowMs: startedMs });
  const neighbours = trainNeighbours(matrix);
  const popularity = trainPopularity(log, { ...DEFAULT_POPULARITY_OPTIONS, nowMs: startedMs });

  step('store', log.length);
  const activated = refusal === undefined || options.force === true;
  const version = await storeModels(database, {
    neighbours,
    popularity,
    createdAtMs: startedMs,
    active: activated,
    quality: { ...judged, ...counts },
  });
  return {
    version,
    activated,
    ...(refusal === undefined ? {} : { reason: refusal }),
    ...judged,
    ...counts,
    seconds: seconds(),
  };
}

async function knownProducts(database: Database): Promise<Set<string>> {
  const rows = await database.query.selectFrom('products').select('productId').execute();
  return new Set(rows.map(({ productId }) => productId));
}

/** Page after page along the primary key, so that memory holds columns only and writers are never kept waiting. */
async function readInteractions(
  database: Database,
  known: ReadonlySet<string>,
  onRead: (rows: number) => void,
): Promise<InteractionColumns> {
  const log = createInteractionColumns();
  let after = '';
  let read = 0;
  for (;;) {
    const page = await database.query
      .selectFrom('interactions')
      .selectAll()
      .where('interactionId', '>', after)
      .orderBy('interactionId')
      .limit(PAGE_ROWS)
      .execute();
    for (const row of page) {
      if (!isInteractionType(row.type) || !known.has(row.productId)) continue;
      log.append({
        type: row.type,
        productId: row.productId,
        ...(row.shopperId === null ? {} : { shopperId: row.shopperId }),
        ...(row.sessionId === null ? {} : { sessionId: row.sessionId }),
        ...(row.market === null ? {} : { market: row.market }),
        occurredAtMs: Number(row.occurredAtMs),
        receivedAtMs: Number(row.receivedAtMs),
      });
    }
    read += page.length;
    onRead(read);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE_ROWS) return log.finish();
    after = last.interactionId;
  }
}
