import * as z from 'zod';
import { AssistantError } from '../../errors/assistant-error.ts';
import type { Database, Query } from '../../ports/database.ts';
import type { WriteAlong } from '../../ports/published-by.ts';
import type { RankerReport } from './learn-ranker.ts';
import type { RankerModel } from './learned-ranker.ts';

/** A learned ranker as it is kept, without the model. */
export interface RankerVersion {
  readonly version: number;
  readonly createdAtMs: number;
  /** Of the weights it was learned beside: it serves beside no others. */
  readonly weightsVersion: string;
  readonly report: RankerReport;
  /** The one that serves when its weights are in force. */
  readonly isActive: boolean;
}

export interface RankerStore {
  /** The active one, and nothing when it was learned beside other weights. */
  forWeights(weightsVersion: string): Promise<(RankerVersion & { readonly model: RankerModel }) | undefined>;
  /** Newest first. */
  versions(): Promise<readonly RankerVersion[]>;
  /** @param active Takes the place of the active one. @returns Its version. */
  add(
    ranker: Omit<RankerVersion, 'version' | 'isActive'> & {
      readonly model: RankerModel;
      readonly active: boolean;
    },
  ): Promise<number>;
  /**
   * Takes the active one out of force; the adopted one before it serves again, if it was learned beside the same weights.
   *
   * @returns The version that serves now; undefined when the weights alone do.
   * @throws {AssistantError} CONFLICT when none is in force.
   */
  rollBack(also?: WriteAlong): Promise<number | undefined>;
}

const KIND = 'ranker';
const KEPT_VERSIONS = 6;

const numbers = z.array(z.number());
const modelSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('linear'), names: z.array(z.string()), weights: numbers }),
  z.object({
    kind: z.literal('trees'),
    names: z.array(z.string()),
    scale: z.number(),
    trees: z.array(
      z.object({ feature: numbers, limit: numbers, below: numbers, above: numbers, value: numbers }),
    ),
  }),
]);

/** Of `models.quality`. */
interface Quality {
  readonly weightsVersion: string;
  readonly report: RankerReport;
  readonly isAdopted: boolean;
}

export function createRankerStore(database: Database): RankerStore {
  return {
    async forWeights(weightsVersion) {
      const row = await database.query
        .selectFrom('models')
        .selectAll()
        .where('kind', '=', KIND)
        .where('active', '=', 1)
        .executeTakeFirst();
      const version = row && toVersion(row);
      if (row === undefined || version?.weightsVersion !== weightsVersion) return undefined;
      return { ...version, model: decode(row.payload) };
    },

    versions: async () => (await readVersions(database.query)).map(toVersion),

    async add({ model, active, createdAtMs, ...described }) {
      const quality: Quality = { ...described, isAdopted: active };
      return await database.transaction(async (query) => {
        const [newest] = await readVersions(query);
        const version = (newest?.version ?? 0) + 1;
        if (active) await query.updateTable('models').set({ active: 0 }).where('kind', '=', KIND).execute();
        await query
          .insertInto('models')
          .values({
            kind: KIND,
            version,
            createdAtMs,
            active: active ? 1 : 0,
            quality: JSON.stringify(quality),
            payload: new TextEncoder().encode(JSON.stringify(model)),
          })
          .execute();
        await query
          .deleteFrom('models')
          .where('kind', '=', KIND)
          .where('active', '=', 0)
          .where('version', '<=', version - KEPT_VERSIONS)
          .execute();
        return version;
      });
    },

    async rollBack(also) {
      return await database.transaction(async (query) => {
        const rows = await readVersions(query);
        const active = rows.find((row) => row.active === 1);
        if (active === undefined)
          throw new AssistantError(
            'CONFLICT',
            'No learned ranker is in force: there is nothing to go back from',
          );
        const { weightsVersion } = qualityOf(active);
        const before = rows.find((row) => {
          const quality = qualityOf(row);
          return (
            row.version < active.version && quality.isAdopted && quality.weightsVersion === weightsVersion
          );
        });
        await query.updateTable('models').set({ active: 0 }).where('kind', '=', KIND).execute();
        await also?.(query);
        if (before === undefined) return undefined;
        await query
          .updateTable('models')
          .set({ active: 1 })
          .where('kind', '=', KIND)
          .where('version', '=', before.version)
          .execute();
        return before.version;
      });
    },
  };
}

interface DescribedRow {
  readonly version: number;
  readonly createdAtMs: number;
  readonly active: number;
  readonly quality: string;
}

const readVersions = async (query: Query): Promise<DescribedRow[]> =>
  await query
    .selectFrom('models')
    .select(['version', 'createdAtMs', 'active', 'quality'])
    .where('kind', '=', KIND)
    .orderBy('version', 'desc')
    .execute();

const qualityOf = ({ quality }: DescribedRow): Quality => JSON.parse(quality) as Quality;

function toVersion(row: DescribedRow): RankerVersion {
  const { weightsVersion, report } = qualityOf(row);
  const { version, createdAtMs, active } = row;
  return { version, createdAtMs: Number(createdAtMs), weightsVersion, report, isActive: active === 1 };
}

function decode(payload: Uint8Array): RankerModel {
  try {
    return modelSchema.parse(JSON.parse(new TextDecoder().decode(payload)));
  } catch (cause) {
    throw new AssistantError(
      'DATA_CORRUPT',
      'The learned ranker cannot be read; learn it again: floorwalker train',
      {
        cause,
      },
    );
  }
}
