import type { UndoEffect } from '../../domain/desk/lesson.ts';
import { scopeKey } from '../../ranking/lessons/learn-lessons.ts';
import type { Lesson } from '../../ranking/lessons/lesson.ts';
import { namesForLessons, type TellLessonsOptions } from './tell-lessons.ts';

/** Below this a product's score is the same: neighbours in lists are a median of .007 apart. */
const LEAST_CHANGE = 0.0005;

/** What is in force now beside what would be, what moves most first. */
export async function effectOfUndo(
  now: readonly Lesson[],
  then: readonly Lesson[],
  options: Pick<TellLessonsOptions, 'shop' | 'acceptLanguage'>,
): Promise<UndoEffect> {
  const before = inForce(now);
  const after = inForce(then);
  const changes = [...new Map([...after, ...before])]
    .map(([key, { productId, scope }]) => ({
      ...{ productId, scope },
      ...{ added: before.get(key)?.added ?? 0, addedThen: after.get(key)?.added ?? 0 },
    }))
    .filter(({ added, addedThen }) => Math.abs(added - addedThen) >= LEAST_CHANGE)
    .toSorted(
      (left, right) => Math.abs(right.added - right.addedThen) - Math.abs(left.added - left.addedThen),
    );
  const names = await namesForLessons(
    changes.map(({ productId }) => productId),
    options,
  );
  return {
    changes: changes.map(({ productId, scope, ...moved }) => ({
      ...{ product: names.product(productId), scope: scope.map(names.kind) },
      ...moved,
    })),
  };
}

/** By scope and product. */
const inForce = (lessons: readonly Lesson[]): ReadonlyMap<string, Lesson> =>
  new Map(
    lessons
      .filter(({ state }) => state === 'adopted')
      .map((lesson) => [`${scopeKey(lesson.scope)} ${lesson.productId}`, lesson]),
  );
