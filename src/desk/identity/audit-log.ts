import { createHash } from 'node:crypto';
import type { Database, Query } from '../../ports/database.ts';
import type { Tables } from '../../ports/database-tables.ts';

/** Something that was done at the desk. */
export interface AuditEntry {
  /** From 1, without gaps. */
  readonly number: number;
  /** ISO 8601. */
  readonly at: string;
  /** An agent's id; "admin-token", "command-line", "setup", "open-id", "shopper" or "nobody". */
  readonly actor: string;
  /** "session.begin", "agent.change", "customer.erase" ... */
  readonly action: string;
  /** What it was done to. */
  readonly subject: string;
  /** Never a password, a token, or what a shopper said. */
  readonly details: Readonly<Record<string, string>>;
  /** SHA-256 over the entry and the hash before it, hex. */
  readonly hash: string;
}

/** Which entries; all given conditions hold. */
export interface AuditChoice {
  readonly before?: number;
  readonly actor?: string;
  /** "session" is all that was done with sessions; "session.end" that alone. */
  readonly action?: string;
  readonly subject?: string;
}

export type AuditHead = Pick<AuditEntry, 'number' | 'hash'>;

export type Audited = Pick<AuditEntry, 'actor' | 'action' | 'subject'> & {
  readonly details?: Readonly<Record<string, string>>;
};

/**
 * What was done, appended only: each entry holds a hash over itself and the one before, so that a change or a removal in the
 * middle is seen by whoever recomputes the chain.
 */
export interface AuditLog {
  /** As part of the transaction that does it. */
  append(write: Query, entry: Audited, atMs: number): Promise<void>;
  /** After a number, oldest first. */
  read(after: number, limit: number): Promise<readonly AuditEntry[]>;
  /** Newest first. */
  latest(choice: AuditChoice, limit: number): Promise<readonly AuditEntry[]>;
  /**
   * The newest entry. Who has kept it elsewhere sees as well when the end of the log was cut off.
   *
   * @returns undefined of an empty log.
   */
  head(): Promise<AuditHead | undefined>;
  /** @returns Number of the first entry that does not follow from those before it; undefined when all do. */
  firstBroken(): Promise<number | undefined>;
}

const NOTHING_BEFORE = '0'.repeat(64);
const READ_AT_ONCE = 1_000;

export function createAuditLog({ query }: Pick<Database, 'query'>): AuditLog {
  const read = async (after: number, limit: number): Promise<readonly AuditEntry[]> =>
    (
      await query
        .selectFrom('auditLog')
        .selectAll()
        .where('number', '>', after)
        .orderBy('number')
        .limit(limit)
        .execute()
    ).map(toEntry);

  return {
    read,

    async latest({ before, actor, action, subject }, limit) {
      const rows = await query
        .selectFrom('auditLog')
        .selectAll()
        .$if(before !== undefined, (all) => all.where('number', '<', before ?? 0))
        .$if(actor !== undefined, (all) => all.where('actor', '=', actor ?? ''))
        .$if(subject !== undefined, (all) => all.where('subject', '=', subject ?? ''))
        .$if(action !== undefined, (all) =>
          all.where(({ eb, or }) =>
            or([
              eb('action', '=', action ?? ''),
              // A point is followed by letters: all that begins with "session." lies before "session/".
              eb('action', '>', `${action}.`).and('action', '<', `${action}/`),
            ]),
          ),
        )
        .orderBy('number', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toEntry);
    },

    head: () => newest(query),

    async append(write, { actor, action, subject, details = {} }, atMs) {
      const last = await newest(write);
      const number = (last?.number ?? 0) + 1;
      const entry = { number, at: new Date(atMs).toISOString(), actor, action, subject, details };
      await write
        .insertInto('auditLog')
        .values({
          number,
          atMs,
          actor,
          action,
          subject,
          details: JSON.stringify(details),
          hash: hashOf(entry, last?.hash ?? NOTHING_BEFORE),
        })
        .execute();
    },

    async firstBroken() {
      let before = NOTHING_BEFORE;
      for (let after = 0; ; ) {
        const entries = await read(after, READ_AT_ONCE);
        for (const entry of entries) {
          if (entry.number !== after + 1 || entry.hash !== hashOf(entry, before)) return after + 1;
          after = entry.number;
          before = entry.hash;
        }
        if (entries.length < READ_AT_ONCE) return undefined;
      }
    },
  };
}

const toEntry = ({ atMs, details, ...row }: Tables['auditLog']): AuditEntry => ({
  ...row,
  at: new Date(atMs).toISOString(),
  details: JSON.parse(details) as Readonly<Record<string, string>>,
});

const newest = (query: Query): Promise<AuditHead | undefined> =>
  query
    .selectFrom('auditLog')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();

function hashOf(entry: Omit<AuditEntry, 'hash'>, before: string): string {
  const { number, at, actor, action, subject, details } = entry;
  const told = JSON.stringify([
    before,
    number,
    at,
    actor,
    action,
    subject,
    Object.entries(details).toSorted(),
  ]);
  return createHash('sha256').update(told).digest('hex');
}
