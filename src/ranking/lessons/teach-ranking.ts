import { createHash } from 'node:crypto';
import type { Database } from '../../ports/database.ts';
import { measureExamination } from '../learned/examination.ts';
import { readShowings } from '../learned/read-choices.ts';
import { judgeLesson, speaksAgainst } from './judge-lesson.ts';
import { type Learned, learnLessons } from './learn-lessons.ts';
import type { Lesson } from './lesson.ts';
import { scopeName } from './lesson-book.ts';
import { readClickedLists } from './read-clicked-lists.ts';
import type { Teaching } from './teaching.ts';

/** What was learned, and of what. */
export interface Taught {
  /** By scope, then by product. */
  readonly lessons: readonly Lesson[];
  /** Corrections that were learned from. */
  readonly corrections: number;
  /** Hash of their ids: another one has something else to teach. */
  readonly basis: string;
}

/**
 * Learns from corrections (`learnLessons`) and asks shoppers' choices about each lesson (`judgeLesson`): a lesson that they surely chose
 * worse with is rejected, with its figures. Pure but for the log of lists it reads.
 * Cost: a second of one thread for 10,000 corrections.
 *
 * @param corrections Without those that were undone, in any order.
 * @throws {AssistantError} DATABASE_FAILED
 */
export async function teachRanking(
  database: Pick<Database, 'query'>,
  corrections: readonly Teaching[],
): Promise<Taught> {
  const learned = learnLessons(corrections);
  const moving = learned.filter(({ added }) => added !== 0);
  const scopes = new Set(moving.map(({ scope }) => scopeName(scope)));
  const lists = await readClickedLists(database, [...scopes]);
  const examination = measureExamination(lists.size === 0 ? [] : await readShowings(database));
  const judge = (lesson: Learned): Lesson => {
    if (lesson.added === 0) return { ...lesson, state: 'waiting', clicks: { lists: 0 } };
    const clicks = judgeLesson(lesson, lists.get(scopeName(lesson.scope)) ?? [], examination);
    return { ...lesson, state: speaksAgainst(clicks) ? 'rejected' : 'adopted', clicks };
  };
  return {
    lessons: learned.map(judge),
    corrections: corrections.length,
    basis: basisOf(corrections.map(({ correctionId }) => correctionId)),
  };
}

/** Hash of the corrections that count, in any order. */
export const basisOf = (correctionIds: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(correctionIds.toSorted())).digest('hex');
