import type { Database, Query } from '../ports/database.ts';

type Transactions = Pick<Database, 'transaction'>;

interface Waiting {
  /** Runs the work; keeps what it gives or throws for its caller. */
  run(query: Query): Promise<void>;
  /** Tells the caller, when what it wrote is committed. */
  settle(): void;
  fail(error: unknown): void;
}

/** Between two commits, so that under load the disk has its share of the time and not all of it. */
const PAUSE_MS = 25;
/** Works of one transaction at most: what waits longer than that many would take makes everybody wait. */
const MOST_WORKS = 200;

/**
 * Commits together what waits at the same time: a commit costs a write to the disk, however much is in it. Works run one
 * after the other in the order of arrival; each caller is answered after the commit. When one fails, all of its
 * transaction are run again by themselves, so that only its own caller hears of it: a work may run twice and must
 * leave nothing behind but what it writes.
 */
export function createGroupCommit(database: Transactions): Transactions {
  const waiting: Waiting[] = [];
  let isRunning = false;

  async function commitAll(works: readonly Waiting[]): Promise<void> {
    try {
      await database.transaction(async (query) => {
        for (const work of works) await work.run(query);
      });
      for (const work of works) work.settle();
    } catch (error) {
      const [only, ...others] = works;
      if (others.length === 0) only?.fail(error);
      else for (const work of works) await commitAll([work]);
    }
  }

  async function drain(): Promise<void> {
    isRunning = true;
    // Requests that came in while the last commit was written are read before the next one begins.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      await commitAll(waiting.splice(0, MOST_WORKS));
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    isRunning = false;
  }

  return {
    transaction<T>(work: (query: Query) => Promise<T>): Promise<T> {
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      let settle: () => void = () => {};
      waiting.push({
        async run(query) {
          const result = await work(query);
          settle = () => resolve(result);
        },
        settle: () => settle(),
        fail: reject,
      });
      if (!isRunning) void drain();
      return promise;
    },
  };
}
