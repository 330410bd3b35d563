import type { CorrectionBook, CorrectionsAsked } from '../../desk/correction-book.ts';
import type { AuditLog } from '../../desk/identity/audit-log.ts';
import type { Correction } from '../../domain/desk/draft.ts';
import type { CorrectionPage, LessonOverview, UndoEffect } from '../../domain/desk/lesson.ts';
import type { Colleague } from '../../domain/desk/queue.ts';
import type { Database } from '../../ports/database.ts';
import { createLessonBook } from '../../ranking/lessons/lesson-book.ts';
import type { KeptLessons, LessonStore } from '../../ranking/lessons/lesson-store.ts';
import { basisOf, type Taught } from '../../ranking/lessons/teach-ranking.ts';
import type { RankingBook } from '../ranking-book.ts';
import { effectOfUndo } from './effect-of-undo.ts';
import { type NamingShop, tellCorrections, tellLessons } from './tell-lessons.ts';

/** What lists learn from agents: it follows their corrections by itself, and shows what they have changed. */
export interface LessonDesk {
  /** @param acceptLanguage Of whoever reads the names of products. */
  read(acceptLanguage?: string): Promise<LessonOverview>;
  /** Oldest first, also those that were undone. @param acceptLanguage As of `read`. */
  corrections(
    asked: Pick<CorrectionsAsked, 'after' | 'limit'>,
    acceptLanguage?: string,
  ): Promise<CorrectionPage>;
  /**
   * What lists would be without a correction: everything is learned once more without it, and nothing is kept.
   *
   * @param acceptLanguage As of `read`.
   * @throws {AssistantError} NOT_FOUND
   */
  effectOfUndo(correctionId: string, acceptLanguage?: string): Promise<UndoEffect>;
  /**
   * Nothing is learned from a correction any more: lists are as if it had never been made, from the next one on.
   *
   * @throws {AssistantError} NOT_FOUND
   */
  undo(correctionId: string, by: Colleague): Promise<Correction>;
  /** Says that a correction was made. It is learned from off the path of whoever says so; many at once are learned together. */
  heed(): void;
  /** Learns from all corrections as they are now; it counts from the next list on. */
  learn(): Promise<void>;
  close(): Promise<void>;
}

export interface LessonDeskOptions {
  readonly database: Database;
  readonly corrections: Pick<CorrectionBook, 'all' | 'one' | 'undo'>;
  readonly ranking: RankingBook;
  readonly store: LessonStore;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly shop: () => NamingShop;
  /** Learns from all corrections that were not undone, but for one where one is named. */
  readonly learnAll: (without?: string) => Promise<Taught>;
  readonly clock: () => number;
  /** Hears what could not be learned. */
  readonly note: (text: string) => void;
}

/** Pause after a correction, so that several are learned from together. */
const SETTLE_MS = 1_000;

/** Opens the desk; what corrections before it left to be learned is learned. */
export async function openLessonDesk(options: LessonDeskOptions): Promise<LessonDesk> {
  const { database, corrections, store, audit, ranking, shop, learnAll, clock, note } = options;
  let timer: NodeJS.Timeout | undefined;
  let learning: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  let isClosed = false;

  async function learnOnce(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (isClosed) return;
    const { lessons } = await store.replace(await learnAll(), clock());
    ranking.replace({ lessons: createLessonBook(lessons) });
  }

  /** One after the other, and who comes while one runs waits for the same next one: it sees every correction made by then. */
  const learn = (): Promise<void> => {
    next ??= learning
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return learnOnce();
      });
    learning = next;
    return next;
  };

  const heed = (): void => {
    timer ??= setTimeout(() => {
      learn().catch((error: unknown) => {
        if (!isClosed)
          note(`Corrections could not be learned from (${String(error)}); the next one tries again`);
      });
    }, SETTLE_MS).unref();
  };

  /** Whether other corrections count now than those that were learned from. */
  async function isBehind({ basis }: KeptLessons): Promise<boolean> {
    const rows = await database.query
      .selectFrom('corrections')
      .select('correctionId')
      .where('undoneAtMs', 'is', null)
      .execute();
    return basis !== basisOf(rows.map(({ correctionId }) => correctionId));
  }

  if (await isBehind(await store.current())) heed();
  return {
    learn,
    heed,
    async read(acceptLanguage) {
      const kept = await store.current();
      return await tellLessons(kept, {
        database,
        shop: shop(),
        isLearning: await isBehind(kept),
        acceptLanguage,
      });
    },
    async corrections({ after, limit }, acceptLanguage) {
      const made = await corrections.all({
        includeUndone: true,
        ...(after === undefined ? {} : { after }),
        ...(limit === undefined ? {} : { limit }),
      });
      return await tellCorrections(made, { shop: shop(), acceptLanguage });
    },
    async effectOfUndo(correctionId, acceptLanguage) {
      const { undone } = await corrections.one(correctionId);
      if (undone !== undefined) return { changes: [] };
      if (await isBehind(await store.current())) await learn();
      const [now, then] = [await store.current(), await learnAll(correctionId)];
      return await effectOfUndo(now.lessons, then.lessons, { shop: shop(), acceptLanguage });
    },
    async undo(correctionId, { agentId, firstName }) {
      const atMs = clock();
      const undone = await database.transaction(async (write) => {
        const correction = await corrections.undo(write, correctionId, { agentId, firstName, atMs });
        const entry = { actor: agentId, action: 'lesson.undo', subject: correctionId };
        await audit.append(write, entry, atMs);
        return correction;
      });
      await learn();
      return undone;
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await learning.catch(() => undefined);
    },
  };
}
