import { createHash } from 'node:crypto';
import { scopeKey } from './learn-lessons.ts';
import type { Lesson } from './lesson.ts';

/** The lessons that count for one list. */
export interface HeldLessons {
  /** What was learned, so that two lists with the same one were made by the same lessons; empty where there is none. */
  readonly version: string;
  /** By product: added to its score. */
  readonly added: ReadonlyMap<string, number>;
}

/** All lessons in force, ready to be asked. */
export interface LessonBook {
  /** Of what is added where; empty when nothing is. */
  readonly version: string;
  readonly size: number;
  /** @param scope The kinds of things that are asked for, in any order; empty for anything. */
  of(scope: readonly string[]): HeldLessons;
}

export const NO_HELD_LESSONS: HeldLessons = { version: '', added: new Map() };
const HASH_DIGITS = 12;

/** @param lessons Those that are not adopted are passed over. */
export function createLessonBook(lessons: readonly Lesson[]): LessonBook {
  const adopted = lessons.filter(({ state, added }) => state === 'adopted' && added !== 0);
  const byScope = new Map(
    [...Map.groupBy(adopted, ({ scope }) => scopeKey(scope))].map(
      ([scope, ofScope]): [string, HeldLessons] => {
        const added = new Map(ofScope.map((lesson) => [lesson.productId, lesson.added]));
        return [scope, { version: hashOf([...added].toSorted(byKey)), added }];
      },
    ),
  );
  const versions = [...byScope].map(([scope, { version }]) => [scope, version] as const);
  return {
    version: versions.length === 0 ? '' : hashOf(versions.toSorted(byKey)),
    size: adopted.length,
    of: (scope) => byScope.get(scopeKey(scope)) ?? NO_HELD_LESSONS,
  };
}

/** Short name of a scope, for logs. */
export const scopeName = (scope: readonly string[]): string => hashOf(scopeKey(scope));

type Keyed = readonly [string, string | number];

const byKey = ([left]: Keyed, [right]: Keyed): number => (left < right ? -1 : left > right ? 1 : 0);

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, HASH_DIGITS);
