import type { KeptRule, MerchandisingRule, RuleChange, RuleSet } from '../domain/merchandising.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database, Query } from '../ports/database.ts';
import type { PublishedBy } from '../ports/published-by.ts';

export interface RuleWrite {
  readonly rule: MerchandisingRule;
  /** Of the rule as it was read, 0 for none; another one in force refuses the change. Absent: whatever is in force is replaced. */
  readonly expectedVersion?: number;
  /** Most rules there may be. */
  readonly limitRules: number;
  /** Epoch milliseconds. */
  readonly atMs: number;
  readonly by?: PublishedBy | undefined;
}

/** The rules of the merchant with what each has been. */
export interface RuleStore {
  current(): Promise<RuleSet>;
  /**
   * Makes a new version of one rule, unless it is the rule in force already.
   *
   * @throws {AssistantError} PRECONDITION_FAILED when another version than the expected one is in force; INVALID_ARGUMENT for
   *   one rule too many.
   */
  write(change: RuleWrite): Promise<KeptRule>;
  /** @throws {AssistantError} NOT_FOUND; PRECONDITION_FAILED as for `write`. */
  remove(change: Pick<RuleWrite, 'expectedVersion' | 'atMs' | 'by'> & { readonly id: string }): Promise<void>;
  /**
   * Newest first, at most 100; of a removed rule too.
   *
   * @throws {AssistantError} NOT_FOUND for a rule there never was.
   */
  history(id: string): Promise<readonly RuleChange[]>;
}

/** Of one rule; older ones are dropped. */
const KEPT_CHANGES = 100;

export function createRuleStore(database: Database): RuleStore {
  return {
    async current() {
      const rows = await selectNewest(database.query).execute();
      const version = Math.max(0, ...rows.map((row) => row.version));
      const rules = rows.flatMap((row) => toRule(row) ?? []);
      return { version, rules: rules.toSorted((left, right) => (left.id < right.id ? -1 : 1)) };
    },

    async write({ rule, expectedVersion, limitRules, atMs, by }) {
      return await database.transaction(async (query) => {
        const row = await readRow(query, rule.id);
        const current = row && toRule(row);
        assertVersion(rule.id, current?.version ?? 0, expectedVersion);
        const document = JSON.stringify(rule);
        if (current !== undefined && row?.document === document) return current;
        if (current === undefined) await assertRoom(query, limitRules);
        const createdAtMs = current === undefined ? atMs : (row?.createdAtMs ?? atMs);
        const version = await append(
          query,
          { ruleId: rule.id, changedAtMs: atMs, createdAtMs, document },
          by,
        );
        return toKept(rule, { version, createdAtMs, changedAtMs: atMs });
      });
    },

    async remove({ id, expectedVersion, atMs, by }) {
      await database.transaction(async (query) => {
        const row = await readRow(query, id);
        const current = row && toRule(row);
        if (row === undefined || current === undefined) throw unknownRule(id);
        assertVersion(id, current.version, expectedVersion);
        const { createdAtMs } = row;
        await append(query, { ruleId: id, changedAtMs: atMs, createdAtMs, document: null }, by);
      });
    },

    async history(id) {
      const rows = await database.query
        .selectFrom('ruleChanges')
        .selectAll()
        .where('ruleId', '=', id)
        .orderBy('version', 'desc')
        .limit(KEPT_CHANGES)
        .execute();
      if (rows.length === 0) throw unknownRule(id);
      return rows.map((row): RuleChange => {
        const rule = toRule(row);
        return {
          version: row.version,
          at: toInstant(row.changedAtMs),
          ...(row.author === null ? {} : { author: row.author }),
          ...(rule === undefined ? {} : { rule }),
        };
      });
    },
  };
}

interface Row {
  readonly version: number;
  readonly ruleId: string;
  readonly changedAtMs: number;
  readonly createdAtMs: number;
  readonly document: string | null;
  readonly author: string | null;
}

const selectNewest = (query: Query) =>
  query
    .selectFrom('ruleChanges')
    .selectAll()
    .where('version', 'in', (newest) =>
      newest
        .selectFrom('ruleChanges')
        .select(({ fn }) => fn.max('version').as('version'))
        .groupBy('ruleId'),
    );

const readRow = (query: Query, ruleId: string): Promise<Row | undefined> =>
  selectNewest(query).where('ruleId', '=', ruleId).executeTakeFirst();

async function append(
  query: Query,
  row: Omit<Row, 'version' | 'author'>,
  by: PublishedBy | undefined,
): Promise<number> {
  const { version } = await query
    .insertInto('ruleChanges')
    .values({ ...row, author: by?.author ?? null })
    .returning('version')
    .executeTakeFirstOrThrow();
  await by?.also(query, version);
  const kept = query
    .selectFrom('ruleChanges')
    .select('version')
    .where('ruleId', '=', row.ruleId)
    .orderBy('version', 'desc')
    .limit(KEPT_CHANGES);
  await query
    .deleteFrom('ruleChanges')
    .where('ruleId', '=', row.ruleId)
    .where('version', 'not in', kept)
    .execute();
  return version;
}

async function assertRoom(query: Query, limitRules: number): Promise<void> {
  const rows = await selectNewest(query).where('document', 'is not', null).execute();
  if (rows.length < limitRules) return;
  throw new AssistantError('INVALID_ARGUMENT', `There are ${rows.length} rules already, as many as may be`, {
    details: { rules: rows.length, limitRules },
  });
}

function assertVersion(id: string, version: number, expectedVersion: number | undefined): void {
  if (expectedVersion === undefined || expectedVersion === version) return;
  const inForce = version === 0 ? 'There is no such rule' : `Version ${version} is in force`;
  throw new AssistantError(
    'PRECONDITION_FAILED',
    `${inForce}, not version ${expectedVersion}: read it, and make the change on it`,
    { details: { rule: id, version, expectedVersion } },
  );
}

const unknownRule = (id: string): AssistantError =>
  new AssistantError('NOT_FOUND', `There is no rule "${id.slice(0, 60)}"`);

const toRule = (row: Row): KeptRule | undefined =>
  row.document === null ? undefined : toKept(JSON.parse(row.document) as MerchandisingRule, row);

const toKept = (
  rule: MerchandisingRule,
  { version, createdAtMs, changedAtMs }: Pick<Row, 'version' | 'createdAtMs' | 'changedAtMs'>,
): KeptRule => ({ ...rule, version, createdAt: toInstant(createdAtMs), updatedAt: toInstant(changedAtMs) });

const toInstant = (ms: number): string => new Date(ms).toISOString();
