import type { Lesson } from '../../../src/ranking/lessons/lesson.ts';

/** An adopted lesson on lamps, unless it is changed. */
export const lessonOf = (changes: Partial<Lesson>): Lesson => ({
  scope: ['lamps'],
  productId: 'p5',
  added: 0.05,
  sureness: 2,
  agents: 1,
  taughtBy: ['anna'],
  corrections: 50,
  state: 'adopted',
  clicks: { lists: 0 },
  ...changes,
});
