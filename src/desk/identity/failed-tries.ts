import { AssistantError } from '../../errors/assistant-error.ts';
import type { Database, Query } from '../../ports/database.ts';

/** Wrong passwords that one address may try for one account. */
const MOST_TRIES = 5;
/** That one network may try for all accounts together; right ones count too. */
const MOST_OF_NETWORK = 60;
const WINDOW_MS = 15 * 60_000;

export interface Attempt {
  readonly email: string;
  /** The network that it comes from. */
  readonly from: string;
}

/**
 * Counts failed sign-ins by account and network together, so that nobody can lock somebody else out, and by network alone.
 */
export function createFailedTries(database: Database) {
  const subjectsOf = ({ email, from }: Attempt) => [
    { subject: `account ${email} from ${from}`, most: MOST_TRIES },
    { subject: `network ${from}`, most: MOST_OF_NETWORK },
  ];

  return {
    /**
     * Counts a try before it is looked at: many at once are no more than one after the other.
     *
     * @throws {AssistantError} TOO_MANY_REQUESTS: it is not to be looked at.
     */
    async take(attempt: Attempt, nowMs: number): Promise<void> {
      await database.transaction(async (write) => {
        await write
          .deleteFrom('signInFailures')
          .where('atMs', '<=', nowMs - WINDOW_MS)
          .execute();
        for (const { subject, most } of subjectsOf(attempt)) {
          const tries = await write
            .selectFrom('signInFailures')
            .select('atMs')
            .where('subject', '=', subject)
            .orderBy('atMs', 'desc')
            .limit(most)
            .execute();
          const oldest = tries[most - 1];
          if (oldest !== undefined) throw tooMany(oldest.atMs + WINDOW_MS - nowMs);
        }
        for (const { subject } of subjectsOf(attempt))
          await write.insertInto('signInFailures').values({ subject, atMs: nowMs }).execute();
      });
    },
    /** It was no failure: what was counted for the account is forgotten. */
    async clear(write: Query, attempt: Attempt): Promise<void> {
      const [account] = subjectsOf(attempt);
      await write
        .deleteFrom('signInFailures')
        .where('subject', '=', account?.subject ?? '')
        .execute();
    },
  };
}

const tooMany = (waitMs: number): AssistantError =>
  new AssistantError('TOO_MANY_REQUESTS', 'Too many wrong passwords; try again later', {
    details: { retryAfterSeconds: Math.ceil(waitMs / 1_000) },
  });
