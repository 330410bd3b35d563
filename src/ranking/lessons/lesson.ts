import type { LessonState } from '../../domain/desk/lesson.ts';
import type { ScorePart } from '../../domain/ranking.ts';
import type { MeanInterval } from '../learned/paired-bootstrap.ts';
import type { Learned } from './learn-lessons.ts';

/** What shoppers' choices say of a lesson, of lists that no agent touched. */
export interface ClickEvidence {
  /** Of its scope, that showed the product and of which something was chosen. */
  readonly lists: number;
  /** Of NDCG@10, with the product moved less as it was shown; absent for too few lists to tell. */
  readonly difference?: MeanInterval;
}

/** What agents taught of one product, and what becomes of it. */
export interface Lesson extends Learned {
  readonly state: LessonState;
  readonly clicks: ClickEvidence;
}

/** Part of a score that lessons add: its value is what is added, and may be below 0. */
export const LESSONS = 'lessons';

/** How much of a score lessons added. */
export const taughtOf = (parts: readonly ScorePart[]): number =>
  parts.reduce((sum, { signal, contribution }) => (signal === LESSONS ? sum + contribution : sum), 0);
