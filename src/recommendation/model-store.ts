import type { Database } from '../ports/database.ts';
import { decodeNeighbours, encodeNeighbours } from './encode-neighbours.ts';
import { decodePopularity, encodePopularity, type PopularityModel } from './popularity.ts';
import type { RecommenderModels } from './recommender.ts';
import type { NeighbourModel } from './train-neighbours.ts';

const MODEL_KINDS = ['neighbours', 'popularity'] as const;

const VERSIONS_KEPT = 6;

/**
 * Reads the active models; empty before the first training.
 *
 * @throws {AssistantError} DATA_CORRUPT when one cannot be read; the message says how to make it again.
 */
export async function loadModels(
  database: Pick<Database, 'query'>,
): Promise<RecommenderModels & { readonly versions: Readonly<Record<string, number>> }> {
  const rows = await database.query
    .selectFrom('models')
    .select(['kind', 'version', 'payload'])
    .where('kind', 'in', MODEL_KINDS)
    .where('active', '=', 1)
    .execute();
  const payloadOf = (kind: string) => rows.find((row) => row.kind === kind)?.payload;
  const neighbours = payloadOf('neighbours');
  const popularity = payloadOf('popularity');
  return {
    ...(neighbours === undefined ? {} : { neighbours: decodeNeighbours(neighbours) }),
    ...(popularity === undefined ? {} : { popularity: decodePopularity(popularity) }),
    versions: Object.fromEntries(rows.map(({ kind, version }) => [kind, version])),
  };
}

/** Version and making of the models in force; undefined before the first training. */
export async function activeVersion(
  database: Pick<Database, 'query'>,
): Promise<{ readonly version: number; readonly createdAtMs: number } | undefined> {
  const row = await database.query
    .selectFrom('models')
    .select(['version', 'createdAtMs'])
    .where('kind', '=', 'neighbours')
    .where('active', '=', 1)
    .executeTakeFirst();
  return row === undefined ? undefined : { version: row.version, createdAtMs: Number(row.createdAtMs) };
}

export interface NewModels {
  readonly neighbours: NeighbourModel;
  readonly popularity: PopularityModel;
  readonly createdAtMs: number;
  readonly active: boolean;
  /** JSON-able. */
  readonly quality: unknown;
}

/**
 * Stores a new version of both models, and puts it in force when it is active; of the others the five newest stay, and the
 * one in force.
 *
 * @returns Its number.
 */
export async function storeModels(database: Database, models: NewModels): Promise<number> {
  const payloads = {
    neighbours: encodeNeighbours(models.neighbours),
    popularity: encodePopularity(models.popularity),
  };
  return await database.transaction(async (query) => {
    const versions = await query
      .selectFrom('models')
      .select('version')
      .distinct()
      .where('kind', 'in', MODEL_KINDS)
      .orderBy('version', 'desc')
      .execute();
    const version = (versions[0]?.version ?? 0) + 1;
    if (models.active) {
      await query.updateTable('models').set({ active: 0 }).where('kind', 'in', MODEL_KINDS).execute();
    }
    await query
      .insertInto('models')
      .values(
        MODEL_KINDS.map((kind) => ({
          kind,
          version,
          createdAtMs: models.createdAtMs,
          active: models.active ? 1 : 0,
          quality: JSON.stringify(models.quality),
          payload: payloads[kind],
        })),
      )
      .execute();
    await query
      .deleteFrom('models')
      .where('kind', 'in', MODEL_KINDS)
      .where('active', '=', 0)
      .where('version', '<=', versions[VERSIONS_KEPT - 1]?.version ?? 0)
      .execute();
    return version;
  });
}
