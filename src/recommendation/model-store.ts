import * as z from 'zod';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';
import type { WriteAlong } from '../ports/published-by.ts';
import type { RecommendationQuality } from './evaluate-recommendations.ts';
import { decodeModels, MODEL_KINDS, type ModelSet, type Payloads } from './model-kinds.ts';

type Reader = Pick<Database, 'query'>;

const VERSIONS_KEPT = 6;

/**
 * Reads the models in force; empty before the first training.
 *
 * @throws {AssistantError} DATA_CORRUPT when one cannot be read; the message says how to make it again.
 */
export async function loadModels(
  database: Reader,
): Promise<Partial<ModelSet> & { readonly versions: Readonly<Record<string, number>> }> {
  const rows = await database.query
    .selectFrom('models')
    .select(['kind', 'version', 'payload'])
    .where('kind', 'in', MODEL_KINDS)
    .where('active', '=', 1)
    .execute();
  return {
    ...decodeModels(Object.fromEntries(rows.map(({ kind, payload }) => [kind, payload]))),
    versions: Object.fromEntries(rows.map(({ kind, version }) => [kind, version])),
  };
}

/** Versions in force by kind, without the models: cheap enough to be asked every second. */
export async function activeVersions(database: Reader): Promise<Readonly<Record<string, number>>> {
  const rows = await database.query
    .selectFrom('models')
    .select(['kind', 'version'])
    .where('kind', 'in', MODEL_KINDS)
    .where('active', '=', 1)
    .execute();
  return Object.fromEntries(rows.map(({ kind, version }) => [kind, version]));
}

/** Version and making of the models in force; undefined before the first training. */
export async function activeVersion(
  database: Reader,
): Promise<{ readonly version: number; readonly createdAtMs: number } | undefined> {
  const row = await database.query
    .selectFrom('models')
    .select(['version', 'createdAtMs'])
    .where('kind', '=', 'neighbours')
    .where('active', '=', 1)
    .executeTakeFirst();
  return row === undefined ? undefined : { version: row.version, createdAtMs: Number(row.createdAtMs) };
}

/** Refused when it was made, or taken out of force by going back: neither is gone back to. */
export type Standing = 'accepted' | 'refused' | 'withdrawn';

export interface StoredVersion {
  readonly version: number;
  readonly createdAtMs: number;
  /** Whether lists are made by it now. */
  readonly inForce: boolean;
  readonly standing: Standing;
  readonly kinds: readonly string[];
  /** Of the blend, when it was made; absent for what was stored without. */
  readonly quality?: RecommendationQuality;
  /** As it was reported when it was made. */
  readonly report: Readonly<Record<string, unknown>>;
}

const qualitySchema = z.object({
  'recall@20': z.number(),
  'ndcg@20': z.number(),
  coverage: z.number(),
  gini: z.number(),
  shoppers: z.number(),
});
const reportSchema = z.looseObject({
  standing: z.enum(['accepted', 'refused', 'withdrawn']).default('accepted'),
  quality: qualitySchema.optional().catch(undefined),
});

/** The versions that are kept, the newest first. */
export async function listVersions(database: Reader): Promise<StoredVersion[]> {
  const rows = await database.query
    .selectFrom('models')
    .select(['kind', 'version', 'createdAtMs', 'active', 'quality'])
    .where('kind', 'in', MODEL_KINDS)
    .orderBy('version', 'desc')
    .orderBy('kind')
    .execute();
  return [...Map.groupBy(rows, ({ version }) => version)].flatMap(([version, ofVersion]) => {
    const [row] = ofVersion;
    if (row === undefined) return [];
    const { standing, ...report } = reportSchema.parse(JSON.parse(row.quality));
    return {
      version,
      createdAtMs: Number(row.createdAtMs),
      inForce: row.active === 1,
      standing,
      kinds: ofVersion.map(({ kind }) => kind),
      ...(report.quality === undefined ? {} : { quality: report.quality }),
      report,
    };
  });
}

export interface NewModels {
  readonly payloads: Payloads;
  readonly createdAtMs: number;
  readonly active: boolean;
  /** JSON-able; what `listVersions` tells of it. */
  readonly report: object;
}

/**
 * Stores a new version of all kinds, and puts it in force when it is active; of the others the five newest stay, and the
 * one in force.
 *
 * @returns Its number.
 */
export async function storeModels(database: Database, models: NewModels): Promise<number> {
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
    const standing: Standing = models.active ? 'accepted' : 'refused';
    const quality = JSON.stringify({ ...models.report, standing });
    await query
      .insertInto('models')
      .values(
        MODEL_KINDS.map((kind) => ({
          kind,
          version,
          createdAtMs: models.createdAtMs,
          active: models.active ? 1 : 0,
          quality,
          payload: models.payloads[kind],
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

export interface Rollback {
  /** In force again. */
  readonly version: number;
  /** In force until now. */
  readonly replaced: number;
}

/**
 * Puts the newest version in force that is older than the one in force and stands accepted; the one it replaces
 * is withdrawn. Nothing is deleted, and what is trained next is judged against the version in force.
 *
 * @throws {AssistantError} CONFLICT when there is none to go back to.
 */
export async function rollBackModels(
  database: Pick<Database, 'transaction'>,
  also?: WriteAlong,
): Promise<Rollback> {
  return await database.transaction(async (query) => {
    const versions = await listVersions({ query });
    const last = versions.find(({ inForce }) => inForce);
    const earlier = versions.find(
      ({ version, standing }) => standing === 'accepted' && version < (last?.version ?? 0),
    );
    if (last === undefined || earlier === undefined) {
      const why = last === undefined ? 'nothing was learned yet' : `version ${last.version} is the first`;
      throw new AssistantError('CONFLICT', `There is no version of the models to go back to: ${why}`);
    }
    const ofKinds = query.updateTable('models').where('kind', 'in', MODEL_KINDS);
    const withdrawn: Standing = 'withdrawn';
    const quality = JSON.stringify({ ...last.report, standing: withdrawn });
    await ofKinds.set({ active: 0, quality }).where('version', '=', last.version).execute();
    await ofKinds.set({ active: 1 }).where('version', '=', earlier.version).execute();
    await also?.(query);
    return { version: earlier.version, replaced: last.version };
  });
}
