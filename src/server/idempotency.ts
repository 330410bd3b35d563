import * as z from 'zod';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';
import { sha256 } from './caller.ts';
import type { KeptAnswer } from './route.ts';
import { openAnswer, sealAnswer } from './sealed-answer.ts';

const KEPT_MS = 72 * 3_600_000;
const SWEEP_EVERY_MS = 600_000;

const keptAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('json'), status: z.int(), body: z.unknown() }),
  z.object({ kind: z.literal('empty'), status: z.int() }),
]);

interface WriteRequest {
  /** One-way name of the caller, see `callerScope`. */
  readonly caller: string;
  /** Method and path. */
  readonly route: string;
  readonly key: string;
  readonly body: Buffer;
}

export interface Idempotency {
  /**
   * Runs a write once per caller, route and key. Parallel repetitions wait for the first. Only answers are kept, not
   * failures: a write that failed left nothing behind and may be tried again.
   *
   * @throws {AssistantError} CONFLICT when the key came with another body before.
   */
  once(
    request: WriteRequest,
    work: () => Promise<KeptAnswer>,
  ): Promise<{ readonly answer: KeptAnswer; readonly replayed: boolean }>;
  /** Drops everything kept for a caller. */
  forget(caller: string): Promise<void>;
}

/** Answers are kept for 72 h. */
export function createIdempotency(options: {
  readonly database: Database;
  readonly clock: () => number;
}): Idempotency {
  const { database, clock } = options;
  const running = new Map<string, { readonly hash: string; readonly answer: Promise<KeptAnswer> }>();
  let sweptAtMs = Number.NEGATIVE_INFINITY;

  const sweep = async (nowMs: number) => {
    if (nowMs - sweptAtMs < SWEEP_EVERY_MS) return;
    sweptAtMs = nowMs;
    await database.transaction(async (query) => {
      await query
        .deleteFrom('idempotencyKeys')
        .where('createdAtMs', '<', nowMs - KEPT_MS)
        .execute();
    });
  };

  const keep = async (entry: {
    scope: string;
    key: string;
    requestHash: string;
    status: number;
    body: string;
  }) => {
    await database.transaction(async (query) => {
      await query
        .insertInto('idempotencyKeys')
        .values({ ...entry, createdAtMs: clock() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    });
  };

  return {
    async once(request, work) {
      const scope = `${request.caller} ${request.route}`;
      const keyHash = sha256(request.key);
      const requestHash = sha256(request.body);
      const slot = `${scope} ${keyHash}`;
      const other = running.get(slot);
      if (other !== undefined) {
        assertSameBody(other.hash, requestHash);
        return { answer: await other.answer, replayed: true };
      }
      const { promise, resolve, reject } = Promise.withResolvers<KeptAnswer>();
      promise.catch(() => undefined);
      running.set(slot, { hash: requestHash, answer: promise });
      try {
        await sweep(clock());
        const kept = await database.query
          .selectFrom('idempotencyKeys')
          .select(['requestHash', 'body'])
          .where('scope', '=', scope)
          .where('key', '=', keyHash)
          .where('createdAtMs', '>=', clock() - KEPT_MS)
          .executeTakeFirst();
        if (kept !== undefined) assertSameBody(kept.requestHash, requestHash);
        const replay = kept === undefined ? undefined : readAnswer(openAnswer(kept.body, request.key, scope));
        const answer = replay ?? (await work());
        if (replay === undefined) {
          const body = sealAnswer(JSON.stringify(answer), request.key, scope);
          await keep({ scope, key: keyHash, requestHash, status: answer.status, body });
        }
        resolve(answer);
        return { answer, replayed: replay !== undefined };
      } catch (error) {
        reject(error);
        throw error;
      } finally {
        running.delete(slot);
      }
    },
    async forget(caller) {
      await database.transaction(async (query) => {
        await query.deleteFrom('idempotencyKeys').where('scope', 'like', `${caller} %`).execute();
      });
    },
  };
}

function assertSameBody(left: string, right: string): void {
  if (left !== right) {
    throw new AssistantError('CONFLICT', 'This Idempotency-Key was used with another body; use a new key');
  }
}

function readAnswer(text: string | undefined): KeptAnswer | undefined {
  return text === undefined ? undefined : keptAnswerSchema.parse(JSON.parse(text));
}
