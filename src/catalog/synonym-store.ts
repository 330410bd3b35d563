import { createHash } from 'node:crypto';
import type { SynonymRule, SynonymSet } from '../domain/synonym.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database, Query } from '../ports/database.ts';

export interface SynonymChange {
  readonly rules: readonly SynonymRule[];
  /** The version the change was made on; another one in force refuses it. Absent: whatever is in force is replaced. */
  readonly expectedVersion?: number;
  readonly origin: 'api' | 'import';
  /** Epoch milliseconds. */
  readonly atMs: number;
}

/** The rules of the merchant, in versions: the newest is in force. */
export interface SynonymStore {
  current(): Promise<SynonymSet>;
  /**
   * Makes a new version of the whole set, unless it is the set in force already.
   *
   * @throws {AssistantError} PRECONDITION_FAILED when another version than the expected one is in force.
   */
  replace(change: SynonymChange): Promise<SynonymSet>;
  /**
   * Takes the rules of a file over, once for each content: what was edited since stays until the file changes.
   *
   * @returns The new set; undefined when this content was taken over before.
   */
  adoptFile(text: string, rules: readonly SynonymRule[], atMs: number): Promise<SynonymSet | undefined>;
}

/** Older versions are dropped. */
const KEPT_VERSIONS = 20;
const FILE_ORIGIN = 'file:';

export function createSynonymStore(database: Database): SynonymStore {
  return {
    current: async () => await readCurrent(database.query),

    async replace({ rules, expectedVersion, origin, atMs }) {
      return await database.transaction(async (query) => {
        const current = await readCurrent(query);
        if (expectedVersion !== undefined && expectedVersion !== current.version) {
          throw new AssistantError(
            'PRECONDITION_FAILED',
            `Version ${current.version} is in force, not ${expectedVersion}: read it, and make the change on it`,
            { details: { version: current.version, expectedVersion } },
          );
        }
        const isSame = JSON.stringify(current.rules) === JSON.stringify(rules);
        return isSame ? current : await write(query, { rules, origin, atMs });
      });
    },

    async adoptFile(text, rules, atMs) {
      const origin = FILE_ORIGIN + createHash('sha256').update(text).digest('hex');
      return await database.transaction(async (query) => {
        const last = await query
          .selectFrom('synonymSets')
          .select('origin')
          .where('origin', 'like', `${FILE_ORIGIN}%`)
          .orderBy('version', 'desc')
          .limit(1)
          .executeTakeFirst();
        return last?.origin === origin ? undefined : await write(query, { rules, origin, atMs });
      });
    },
  };
}

async function readCurrent(query: Query): Promise<SynonymSet> {
  const row = await query
    .selectFrom('synonymSets')
    .select(['version', 'updatedAtMs', 'rules'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return { version: 0, rules: [] };
  const { version, updatedAtMs } = row;
  return { version, updatedAtMs, rules: JSON.parse(row.rules) as SynonymRule[] };
}

async function write(
  query: Query,
  { rules, origin, atMs }: { rules: readonly SynonymRule[]; origin: string; atMs: number },
): Promise<SynonymSet> {
  const { version } = await query
    .insertInto('synonymSets')
    .values({ updatedAtMs: atMs, origin, rules: JSON.stringify(rules) })
    .returning('version')
    .executeTakeFirstOrThrow();
  // The last one of a file says which content was taken over: it stays, however old.
  await query
    .deleteFrom('synonymSets')
    .where('version', '<=', version - KEPT_VERSIONS)
    .where('origin', 'not like', `${FILE_ORIGIN}%`)
    .execute();
  return { version, rules, updatedAtMs: atMs };
}
