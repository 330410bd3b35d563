import { AssistantError } from '../../errors/assistant-error.ts';
import type { Database, Query } from '../../ports/database.ts';
import { hashToken } from './hash-token.ts';

/** Wrong passwords that one address may try for one account. */
const MOST_TRIES = 5;
/** Wrong ones that one network may try for all accounts together: many may sit behind one address. */
const MOST_OF_NETWORK = 60;
const WINDOW_MS = 15 * 60_000;

export interface Attempt {
  /** Whose account; absent where what is tried says so itself, as a passkey does. */
  readonly email?: string;
  /** The network that it comes from. */
  readonly from: string;
}

/** A try that was counted. */
export interface Taken {
  readonly attempt: Attempt;
  readonly atMs: number;
}

export interface FailedTries {
  /**
   * Counts a try before it is looked at: many at once are no more than one after the other.
   *
   * @returns What takes it back.
   * @throws {AssistantError} TOO_MANY_REQUESTS: it is not to be looked at.
   */
  take(attempt: Attempt, nowMs: number): Promise<Taken>;
  /** It was no failure: what was counted for the account is forgotten, and this try for the network. */
  clear(write: Query, taken: Taken): Promise<void>;
}

/**
 * Counts failed sign-ins by account and network together, so that nobody can lock somebody else out, and by network alone.
 */
export function createFailedTries(database: Pick<Database, 'transaction'>): FailedTries {
  /** What is typed in place of an address is not kept: it may be a password. */
  const accountOf = ({ email, from }: Attempt) => `account ${hashToken(`${email} from ${from}`)}`;
  const networkOf = ({ from }: Attempt) => `network ${from}`;
  const subjectsOf = (attempt: Attempt) => [
    ...(attempt.email === undefined ? [] : [{ subject: accountOf(attempt), most: MOST_TRIES }]),
    { subject: networkOf(attempt), most: MOST_OF_NETWORK },
  ];

  return {
    async take(attempt, nowMs) {
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
      return { attempt, atMs: nowMs };
    },
    async clear(write, { attempt, atMs }) {
      await write.deleteFrom('signInFailures').where('subject', '=', accountOf(attempt)).execute();
      await write
        .deleteFrom('signInFailures')
        .where('subject', '=', networkOf(attempt))
        .where('atMs', '=', atMs)
        .execute();
    },
  };
}

const tooMany = (waitMs: number): AssistantError =>
  new AssistantError('TOO_MANY_REQUESTS', 'Too many tries to sign in; try again later', {
    details: { retryAfterSeconds: Math.ceil(waitMs / 1_000) },
  });
