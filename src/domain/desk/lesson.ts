import type { Language } from '../locale.ts';
import type { Correction } from './draft.ts';

/** "waiting": it could still be chance. "rejected": shoppers surely chose worse with it. Only an adopted one counts in lists. */
export const LESSON_STATES = ['waiting', 'adopted', 'rejected'] as const;
export type LessonState = (typeof LESSON_STATES)[number];

/** A product or a kind of thing with its name; the id or key where there is no name. */
export interface Named {
  readonly id: string;
  readonly title: string;
  /** Of the title of a product: the reader's where the catalogue has it. Absent of a kind of thing, and where there is no name. */
  readonly language?: Language;
}

/** A list that was served, in the order it has without lessons and with them. */
export interface LessonExample {
  /** ISO 8601. */
  readonly shownAt: string;
  readonly before: readonly Named[];
  readonly after: readonly Named[];
}

/** What agents taught of one product where one kind of thing is looked for. */
export interface TaughtLesson {
  readonly product: Named;
  /** The kind of thing; empty for anything. */
  readonly scope: readonly Named[];
  readonly state: LessonState;
  /** To its score, where it is adopted. */
  readonly added: number;
  /** Of what agents did, in what chance hardly does: from 1 on it is believed, from -1 on to the product's harm. */
  readonly sureness: number;
  /** Whose corrections showed it. */
  readonly agents: number;
  /** First names of them, the one with most corrections first; some of many. */
  readonly taughtBy: readonly string[];
  readonly corrections: number;
  /** What shoppers' choices say: NDCG@10 with the product moved less without, and the interval of 95 %; absent for too few lists. */
  readonly clicks: {
    readonly lists: number;
    readonly difference?: { readonly mean: number; readonly low: number; readonly high: number };
  };
  /** Of the newest lists that were served, those of its kind that showed the product, and in how many of them it stands elsewhere with it. */
  readonly reach: { readonly lists: number; readonly changed: number };
  /** Of those in which it stands elsewhere: newest first, at most 3. */
  readonly examples: readonly LessonExample[];
}

/** What lists would be without a correction, said before it is taken back. */
export interface UndoEffect {
  /** Lessons that are in force now or would be then, and move their product by something else; empty where no list changes. */
  readonly changes: readonly {
    readonly product: Named;
    readonly scope: readonly Named[];
    /** To its score: now, and then; 0 where no lesson is in force. */
    readonly added: number;
    readonly addedThen: number;
  }[];
}

/** What the desk has taught its lists. */
export interface LessonOverview {
  /** Of what is in force, as lists name it; empty while nothing is. */
  readonly version: string;
  /** ISO 8601; absent before anything was learned. */
  readonly learnedAt?: string;
  /** That count. */
  readonly corrections: number;
  /** A correction was made or taken back that is not learned yet. */
  readonly isLearning: boolean;
  /** What one agent, and all together, move a product's score by at most. */
  readonly bounds: { readonly byOne: number; readonly byAll: number };
  /** Those that move a product most first; at most 200. */
  readonly lessons: readonly TaughtLesson[];
}

/** What agents changed of lists. */
export interface CorrectionPage {
  /** Oldest first. */
  readonly corrections: readonly Correction[];
  /** All that stand in them; of one that is gone its id is its title. */
  readonly products: readonly Named[];
}
