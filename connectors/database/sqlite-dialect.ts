import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  CompiledQuery as Statement,
} from 'kysely';
import { isAssistantError } from '../../src/errors/assistant-error.ts';
import { toDatabaseError } from './database-error.ts';

const STATEMENT_CACHE = 200;
/** Between two looks at a lock that another process holds. */
const LOCK_RETRY_MS = 20;

/** Adapter that lets migrations run inside a transaction: SQLite rolls DDL back like any statement. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * One `node:sqlite` connection for Kysely. Holders of the connection queue, so a transaction is never interleaved.
 * What SQLite refuses is thrown as STORAGE_UNAVAILABLE, STORAGE_FULL, DATABASE_FAILED or DATA_CORRUPT, by readers and writers alike.
 *
 * @param lockWaitMs How long a transaction waits for a lock that another process holds; the process goes on meanwhile, which it does not
 *   in a timeout of SQLite itself.
 */
export function nodeSqliteDialect(open: DatabaseSync, lockWaitMs = 0): Dialect {
  return {
    createAdapter: () => new TransactionalSqliteAdapter(),
    createDriver: () => new NodeSqliteDriver(open, lockWaitMs),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class NodeSqliteDriver implements Driver {
  readonly #connection: NodeSqliteConnection;
  #tail: Promise<void> = Promise.resolve();
  #releaseHolder: () => void = () => {};
  /** When a lock was last waited for in vain. */
  #gaveUpAtMs = Number.NEGATIVE_INFINITY;
  readonly #lockWaitMs: number;

  constructor(open: DatabaseSync, lockWaitMs: number) {
    this.#connection = new NodeSqliteConnection(open);
    this.#lockWaitMs = lockWaitMs;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#tail;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#tail = promise;
    await before;
    this.#releaseHolder = resolve;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#releaseHolder();
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const nowMs = performance.now();
    // Who queued behind one that waited in vain is not made to wait as long once more.
    const untilMs = nowMs + (nowMs < this.#gaveUpAtMs + this.#lockWaitMs ? 0 : this.#lockWaitMs);
    for (;;) {
      try {
        await connection.executeQuery(Statement.raw('begin immediate'));
        this.#gaveUpAtMs = Number.NEGATIVE_INFINITY;
        return;
      } catch (error) {
        const isPassing = isAssistantError(error) && error.code === 'STORAGE_UNAVAILABLE';
        if (!isPassing) throw error;
        if (performance.now() >= untilMs) {
          if (untilMs > nowMs) this.#gaveUpAtMs = performance.now();
          throw error;
        }
        await wait(LOCK_RETRY_MS);
      }
    }
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(Statement.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(Statement.raw('rollback'));
  }

  /** The connection belongs to who opened it. */
  async destroy(): Promise<void> {}
}

class NodeSqliteConnection implements DatabaseConnection {
  readonly #open: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(open: DatabaseSync) {
    this.#open = open;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const statement = this.#prepare(query.sql);
      const parameters = query.parameters as readonly SQLInputValue[];
      if (statement.columns().length > 0) return { rows: statement.all(...parameters) as R[] };
      const { changes, lastInsertRowid } = statement.run(...parameters);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    } catch (error) {
      throw toDatabaseError(error);
    }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    // A statement of its own: a cached one could be run again while this one is still being read.
    try {
      const statement = this.#open.prepare(query.sql);
      for (const row of statement.iterate(...(query.parameters as readonly SQLInputValue[]))) {
        yield { rows: [row as R] };
      }
    } catch (error) {
      throw toDatabaseError(error);
    }
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    if (this.#statements.size >= STATEMENT_CACHE) this.#statements.clear();
    const statement = this.#open.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
