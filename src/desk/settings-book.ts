import type { Colleague } from '../domain/desk/queue.ts';
import {
  DEFAULT_SETTINGS,
  SETTING_KINDS,
  SETTING_SCHEMAS,
  type SettingKind,
  type SettingValue,
  type SettingValues,
} from '../domain/desk/setting-kinds.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database, Query } from '../ports/database.ts';
import type { PublishedBy } from '../ports/published-by.ts';
import type { AuditLog } from './identity/audit-log.ts';

/** One version of what was set. */
export interface KeptSetting<Kind extends SettingKind = SettingKind> {
  readonly kind: Kind;
  /** 0 is what holds until somebody sets something. */
  readonly version: number;
  readonly value: SettingValue<Kind>;
  /** Who set it, and when (ISO 8601); absent of version 0. */
  readonly by?: Colleague;
  readonly at?: string;
}

/** What the shop's own people set, in versions that are all kept: the newest of a kind is in force. */
export interface SettingsBook {
  /** @throws {AssistantError} DATA_CORRUPT when what is kept is none of its kind. */
  current<Kind extends SettingKind>(kind: Kind): Promise<KeptSetting<Kind>>;
  /** Without waiting: what this process wrote at once, what another one wrote a second later at the latest, when it is asked for. */
  inForce<Kind extends SettingKind>(kind: Kind): KeptSetting<Kind>;
  /**
   * Makes a new version, unless the value is in force already. Audited.
   *
   * @param change.expectedVersion The version it was made on; another one in force refuses it. Absent: whatever is in force is replaced.
   * @throws {AssistantError} PRECONDITION_FAILED, with the version in force in its details.
   */
  write<Kind extends SettingKind>(
    kind: Kind,
    value: SettingValue<Kind>,
    change: {
      readonly expectedVersion?: number;
      readonly by: Colleague;
      readonly also?: PublishedBy['also'];
    },
  ): Promise<KeptSetting<Kind>>;
  /** Newest first, at most 100. */
  history<Kind extends SettingKind>(kind: Kind): Promise<readonly KeptSetting<Kind>[]>;
  /** Writes an earlier value again, as a new version. @throws {AssistantError} NOT_FOUND; DATA_CORRUPT. */
  rollBack<Kind extends SettingKind>(
    kind: Kind,
    version: number,
    by: Colleague,
    also?: PublishedBy['also'],
  ): Promise<KeptSetting<Kind>>;
  /** @throws {AssistantError} NOT_FOUND; DATA_CORRUPT. */
  version<Kind extends SettingKind>(kind: Kind, version: number): Promise<KeptSetting<Kind>>;
  /** Hears of every change that this process makes or sees. @returns How to stop listening. */
  listen(listener: (kind: SettingKind) => void): () => void;
}

export interface SettingsBookOptions {
  readonly database: Database;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly clock: () => number;
  /** What holds until somebody sets something else, where it is not as shipped. */
  readonly defaults?: Partial<SettingValues>;
}

const MOST_TOLD = 100;
const LOOK_EVERY_MS = 1_000;

/** Reads what is in force once, so that it can be asked for without waiting. */
export async function openSettingsBook(options: SettingsBookOptions): Promise<SettingsBook> {
  const { database, audit, clock } = options;
  const defaults: SettingValues = { ...DEFAULT_SETTINGS, ...options.defaults };
  const listeners = new Set<(kind: SettingKind) => void>();
  const held = new Map<SettingKind, KeptSetting>();
  let lookedAtMs = clock();

  const shipped = <Kind extends SettingKind>(kind: Kind): KeptSetting<Kind> => ({
    kind,
    version: 0,
    value: defaults[kind],
  });

  const newest = async <Kind extends SettingKind>(query: Query, kind: Kind): Promise<KeptSetting<Kind>> => {
    const row = await selectKind(query, kind).orderBy('version', 'desc').limit(1).executeTakeFirst();
    return row === undefined ? shipped(kind) : toKept(kind, row);
  };

  async function versionOf<Kind extends SettingKind>(query: Query, kind: Kind, version: number) {
    if (version === 0) return shipped(kind);
    const row = await selectKind(query, kind).where('version', '=', version).executeTakeFirst();
    if (row !== undefined) return toKept(kind, row);
    throw new AssistantError('NOT_FOUND', `There is no version ${version} of "${kind}"`);
  }

  /** Two changes may end in another order than they were committed. */
  function hold(setting: KeptSetting): void {
    const before = held.get(setting.kind)?.version ?? 0;
    if (setting.version <= before) return;
    held.set(setting.kind, setting);
    for (const listener of listeners) listener(setting.kind);
  }

  async function look(): Promise<void> {
    for (const kind of SETTING_KINDS) hold(await newest(database.query, kind));
  }

  async function add<Kind extends SettingKind>(
    kind: Kind,
    change: (write: Query, current: KeptSetting<Kind>) => Promise<SettingValue<Kind>>,
    {
      by,
      details,
      also,
    }: {
      readonly by: Colleague;
      readonly details: Readonly<Record<string, string>>;
      readonly also?: PublishedBy['also'] | undefined;
    },
  ): Promise<KeptSetting<Kind>> {
    const kept = await database.transaction(async (write) => {
      const current = await newest(write, kind);
      const value = await change(write, current);
      if (JSON.stringify(value) === JSON.stringify(current.value)) return current;
      const version = current.version + 1;
      const createdAtMs = clock();
      const row = { kind, version, value: JSON.stringify(value), ...by, createdAtMs };
      await write.insertInto('deskSettings').values(row).execute();
      const told = { version: String(version), ...details };
      await audit.append(
        write,
        { actor: by.agentId, action: 'setting.change', subject: kind, details: told },
        createdAtMs,
      );
      await also?.(write, version);
      return toKept(kind, row);
    });
    hold(kept);
    return kept;
  }

  await look();
  return {
    async current(kind) {
      const kept = await newest(database.query, kind);
      hold(kept);
      return kept;
    },

    inForce<Kind extends SettingKind>(kind: Kind) {
      if (clock() - lookedAtMs >= LOOK_EVERY_MS) {
        lookedAtMs = clock();
        // What was in force goes on holding while nothing can be read.
        look().catch(() => undefined);
      }
      return (held.get(kind) as KeptSetting<Kind> | undefined) ?? shipped(kind);
    },

    write: (kind, value, { expectedVersion, by: { agentId, firstName }, also }) =>
      add(
        kind,
        async (_write, current) => {
          assertVersion(current, expectedVersion);
          return value;
        },
        { by: { agentId, firstName }, details: {}, also },
      ),

    async history(kind) {
      const rows = await selectKind(database.query, kind)
        .orderBy('version', 'desc')
        .limit(MOST_TOLD)
        .execute();
      return [...rows.map((row) => toKept(kind, row)), ...(rows.length < MOST_TOLD ? [shipped(kind)] : [])];
    },

    version: (kind, version) => versionOf(database.query, kind, version),

    rollBack: (kind, version, { agentId, firstName }, also) =>
      add(kind, async (write) => (await versionOf(write, kind, version)).value, {
        by: { agentId, firstName },
        details: { putBack: String(version) },
        also,
      }),

    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const selectKind = (query: Query, kind: SettingKind) =>
  query
    .selectFrom('deskSettings')
    .select(['version', 'value', 'agentId', 'firstName', 'createdAtMs'])
    .where('kind', '=', kind);

function toKept<Kind extends SettingKind>(
  kind: Kind,
  row: Colleague & { readonly version: number; readonly value: string; readonly createdAtMs: number },
): KeptSetting<Kind> {
  const parsed = SETTING_SCHEMAS[kind].safeParse(JSON.parse(row.value));
  if (!parsed.success)
    throw new AssistantError(
      'DATA_CORRUPT',
      `Version ${row.version} of "${kind}" is no setting of its kind`,
      {
        cause: parsed.error,
      },
    );
  return {
    kind,
    version: row.version,
    value: parsed.data as SettingValue<Kind>,
    by: { agentId: row.agentId, firstName: row.firstName },
    at: new Date(Number(row.createdAtMs)).toISOString(),
  };
}

function assertVersion(current: KeptSetting, expectedVersion: number | undefined): void {
  const { kind, version } = current;
  if (expectedVersion === undefined || expectedVersion === version) return;
  throw new AssistantError(
    'PRECONDITION_FAILED',
    `Version ${version} is in force, not ${expectedVersion}: read it, and make the change on it`,
    { details: { kind, version, expectedVersion, current } },
  );
}
