import { isAssistantError } from '../errors/assistant-error.ts';
import type { Database, Query } from '../ports/database.ts';

export interface WatchedDatabase extends Database {
  /** Why nothing can be written since the last write that failed so; undefined while writing works. Looks again in the background. */
  writeFault(): string | undefined;
}

const FAULTS: ReadonlySet<string> = new Set(['STORAGE_UNAVAILABLE', 'STORAGE_FULL']);

/** A database of which it is known whether it can be written to. A server that is asked for nothing finds out by itself when it can again. */
export function watchDatabase(database: Database): WatchedDatabase {
  let fault: string | undefined;
  let looking: Promise<void> | undefined;

  const transaction: Database['transaction'] = async (work, options) => {
    try {
      const answer = await database.transaction(work, options);
      fault = undefined;
      return answer;
    } catch (error) {
      if (isAssistantError(error) && FAULTS.has(error.code)) fault = error.message;
      throw error;
    }
  };

  /** One look at a time, however many ask. */
  function look(): void {
    looking ??= transaction(writeNothing)
      .catch(() => undefined)
      .finally(() => {
        looking = undefined;
      });
  }

  return {
    engine: database.engine,
    query: database.query,
    transaction,
    schemaVersion: () => database.schemaVersion(),
    writeFault() {
      if (fault !== undefined) look();
      return fault;
    },
    async close() {
      await looking;
      await database.close();
    },
  };
}

/** No country has it. */
const NOWHERE = '--';

/** Touches the disk and leaves everything as it was. */
async function writeNothing(query: Query): Promise<void> {
  await query
    .insertInto('markets')
    .values({ country: NOWHERE, currency: NOWHERE, languages: '[]', origin: NOWHERE })
    .execute();
  await query.deleteFrom('markets').where('country', '=', NOWHERE).execute();
}
