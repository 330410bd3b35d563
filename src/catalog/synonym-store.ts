import { createHash } from 'node:crypto';
import type { SynonymRule, SynonymSet } from '../domain/synonym.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database, Query } from '../ports/database.ts';
import type { PublishedBy } from '../ports/published-by.ts';

export interface SynonymChange {
  readonly rules: readonly SynonymRule[];
  /** The version the change was made on; another one in force refuses it. Absent: whatever is in force is replaced. */
  readonly expectedVersion?: number;
  readonly origin: 'api' | 'import';
  /** Epoch milliseconds. */
  readonly atMs: number;
  readonly by?: PublishedBy | undefined;
}

/** The rules of the merchant, in versions: the newest is in force. */
export interface SynonymStore {
  current(): Promise<SynonymSet>;
  /** Newest first, as long as they are kept. */
  history(): Promise<readonly SynonymSet[]>;
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

    async history() {
      const rows = await selectSets(database.query).orderBy('version', 'desc').limit(KEPT_VERSIONS).execute();
      return rows.map(toSet);
    },

    async replace({ rules, expectedVersion, origin, atMs, by }) {
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
        return isSame ? current : await write(query, { rules, origin, atMs, by });
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
  const row = await selectSets(query).orderBy('version', 'desc').limit(1).executeTakeFirst();
  return row === undefined ? { version: 0, rules: [] } : toSet(row);
}

const selectSets = (query: Query) =>
  query.selectFrom('synonymSets').select(['version', 'updatedAtMs', 'author', 'rules']);

const toSet = ({
  version,
  updatedAtMs,
  author,
  rules,
}: {
  readonly version: number;
  readonly updatedAtMs: number;
  readonly author: string | null;
  readonly rules: string;
}): SynonymSet => ({
  version,
  updatedAtMs,
  rules: JSON.parse(rules) as SynonymRule[],
  ...(author === null ? {} : { author }),
});

async function write(
  query: Query,
  {
    rules,
    origin,
    atMs,
    by,
  }: {
    rules: readonly SynonymRule[];
    origin: string;
    atMs: number;
    by?: PublishedBy | undefined;
  },
): Promise<SynonymSet> {
  const { version } = await query
    .insertInto('synonymSets')
    .values({ updatedAtMs: atMs, origin, author: by?.author ?? null, rules: JSON.stringify(rules) })
    .returning('version')
    .executeTakeFirstOrThrow();
  await by?.also(query, version);
  // The last one of a file says which content was taken over: it stays, however old.
  await query
    .deleteFrom('synonymSets')
    .where('version', '<=', version - KEPT_VERSIONS)
    .where('origin', 'not like', `${FILE_ORIGIN}%`)
    .execute();
  return { version, rules, updatedAtMs: atMs, ...(by?.author !== undefined && { author: by.author }) };
}
