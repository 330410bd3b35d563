import { createHash } from 'node:crypto';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database, Query } from '../ports/database.ts';
import type { PublishedBy } from '../ports/published-by.ts';
import type { WeightChanges } from './weights.ts';

/** The changes in force. Version 0 is the shipped weights as they are. */
export interface WeightSet {
  readonly version: number;
  readonly changes: WeightChanges;
  /** Epoch milliseconds; absent for version 0. */
  readonly updatedAtMs?: number;
  /** "api", "command", "rollback:" with the version that was put back, or "file:" with the SHA-256 of the file. */
  readonly origin?: string;
  /** Whoever it says made the change. */
  readonly author?: string;
}

export interface WeightSetChange {
  readonly changes: WeightChanges;
  /** The version the change was made on; another one in force refuses it. Absent: whatever is in force is replaced. */
  readonly expectedVersion?: number;
  readonly origin: 'api' | 'command';
  readonly author?: string;
  /** Takes the place of `author`. */
  readonly by?: PublishedBy | undefined;
  /** Epoch milliseconds. */
  readonly atMs: number;
}

/** The merchant's weights, in versions: the newest is in force. */
export interface WeightStore {
  current(): Promise<WeightSet>;
  /** Newest first, at most 50. */
  history(): Promise<readonly WeightSet[]>;
  /**
   * Makes a new version of the whole set, unless it is the set in force already.
   *
   * @throws {AssistantError} PRECONDITION_FAILED when another version than the expected one is in force.
   */
  replace(change: WeightSetChange): Promise<WeightSet>;
  /**
   * Puts an earlier version back, as a new one.
   *
   * @param version The one before that in force when absent; of one put back, the one before its original. 0 is the shipped weights.
   * @throws {AssistantError} NOT_FOUND when there is no such version any more.
   */
  rollBack(request: {
    readonly version?: number;
    readonly author?: string;
    readonly by?: PublishedBy | undefined;
    readonly atMs: number;
  }): Promise<WeightSet>;
  /** The changes that `rollBack` would put back. @throws {AssistantError} NOT_FOUND as there. */
  before(version?: number): Promise<WeightChanges>;
  /** Takes a file over, once for each content. @returns undefined when this content was taken over before. */
  adoptFile(text: string, changes: WeightChanges, atMs: number): Promise<WeightSet | undefined>;
}

/** Older versions are dropped. */
const KEPT_VERSIONS = 50;
const FILE_ORIGIN = 'file:';
const SHIPPED: WeightSet = { version: 0, changes: {} };

export function createWeightStore(database: Database): WeightStore {
  return {
    current: async () => await readCurrent(database.query),

    async history() {
      const rows = await selectSets(database.query).orderBy('version', 'desc').limit(KEPT_VERSIONS).execute();
      return rows.map(toSet);
    },

    async replace({ expectedVersion, ...change }) {
      return await database.transaction(async (query) => {
        const current = await readCurrent(query);
        if (expectedVersion !== undefined && expectedVersion !== current.version) {
          throw new AssistantError(
            'PRECONDITION_FAILED',
            `Version ${current.version} is in force, not ${expectedVersion}: read it, and make the change on it`,
            { details: { version: current.version, expectedVersion } },
          );
        }
        const isSame = JSON.stringify(current.changes) === JSON.stringify(change.changes);
        return isSame ? current : await write(query, change);
      });
    },

    before: async (version) => (await versionToPutBack(database.query, version)).changes,

    async rollBack({ version, ...change }) {
      return await database.transaction(async (query) => {
        const { wanted, changes } = await versionToPutBack(query, version);
        return await write(query, { ...change, changes, origin: `${ROLLBACK_ORIGIN}${wanted}` });
      });
    },

    async adoptFile(text, changes, atMs) {
      const origin = FILE_ORIGIN + createHash('sha256').update(text).digest('hex');
      return await database.transaction(async (query) => {
        const last = await query
          .selectFrom('weightSets')
          .select('origin')
          .where('origin', 'like', `${FILE_ORIGIN}%`)
          .orderBy('version', 'desc')
          .limit(1)
          .executeTakeFirst();
        return last?.origin === origin ? undefined : await write(query, { changes, origin, atMs });
      });
    },
  };
}

const ROLLBACK_ORIGIN = 'rollback:';

/** Of what was put back, the version before the one it was copied from: going back twice goes back further. */
function versionBefore({ version, origin = '' }: WeightSet): number {
  const copied = origin.startsWith(ROLLBACK_ORIGIN) ? Number(origin.slice(ROLLBACK_ORIGIN.length)) : version;
  return Math.max(0, copied - 1);
}

async function versionToPutBack(query: Query, version: number | undefined) {
  const wanted = version ?? versionBefore(await readCurrent(query));
  const { changes } = wanted === 0 ? SHIPPED : await readVersion(query, wanted);
  return { wanted, changes };
}

const selectSets = (query: Query) =>
  query.selectFrom('weightSets').select(['version', 'updatedAtMs', 'origin', 'author', 'changes']);

interface WeightRow {
  readonly version: number;
  readonly updatedAtMs: number;
  readonly origin: string;
  readonly author: string | null;
  readonly changes: string;
}

const toSet = ({ author, changes, updatedAtMs, ...row }: WeightRow): WeightSet => ({
  ...row,
  updatedAtMs: Number(updatedAtMs),
  changes: JSON.parse(changes) as WeightChanges,
  ...(author === null ? {} : { author }),
});

async function readCurrent(query: Query): Promise<WeightSet> {
  const row = await selectSets(query).orderBy('version', 'desc').limit(1).executeTakeFirst();
  return row === undefined ? SHIPPED : toSet(row);
}

async function readVersion(query: Query, version: number): Promise<WeightSet> {
  const row = await selectSets(query).where('version', '=', version).executeTakeFirst();
  if (row !== undefined) return toSet(row);
  throw new AssistantError('NOT_FOUND', `There is no version ${version} of the weights`, {
    details: { version },
  });
}

async function write(
  query: Query,
  {
    changes,
    origin,
    author,
    by,
    atMs,
  }: Pick<WeightSetChange, 'changes' | 'author' | 'by' | 'atMs'> & { readonly origin: string },
): Promise<WeightSet> {
  const row = await query
    .insertInto('weightSets')
    .values({
      updatedAtMs: atMs,
      origin,
      author: by?.author ?? author ?? null,
      changes: JSON.stringify(changes),
    })
    .returning(['version', 'updatedAtMs', 'origin', 'author', 'changes'])
    .executeTakeFirstOrThrow();
  await by?.also(query, row.version);
  // The last one of a file says which content was taken over: it stays, however old.
  await query
    .deleteFrom('weightSets')
    .where('version', '<=', row.version - KEPT_VERSIONS)
    .where('origin', 'not like', `${FILE_ORIGIN}%`)
    .execute();
  return toSet(row);
}
