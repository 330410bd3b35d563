import { expect, it } from 'vitest';
import { createLessonBook, scopeName } from '../../../src/ranking/lessons/lesson-book.ts';
import { lessonOf } from './lessons.ts';

it('adds what was adopted where such a thing is asked for, and nowhere else', () => {
  const book = createLessonBook([
    lessonOf({ scope: ['lamps', 'rugs'], productId: 'a', added: 0.1 }),
    lessonOf({ scope: [], productId: 'b', added: -0.1 }),
    lessonOf({ scope: ['lamps'], productId: 'c', added: 0.1, state: 'rejected' }),
    lessonOf({ scope: ['lamps'], productId: 'd', added: 0, state: 'waiting' }),
  ]);
  expect(book.size).toBe(2);
  expect([...book.of(['rugs', 'lamps', 'rugs']).added]).toEqual([['a', 0.1]]);
  expect([...book.of([]).added]).toEqual([['b', -0.1]]);
  expect(book.of(['lamps'])).toEqual({ version: '', added: new Map() });
});

it('names what is in force: the same lessons in any order have one version, others another, and none has none', () => {
  const [first, second] = [
    lessonOf({ productId: 'a', added: 0.1 }),
    lessonOf({ productId: 'b', added: 0.1 }),
  ];
  const { version, of } = createLessonBook([first, second]);
  expect(version).toMatch(/^[0-9a-f]{12}$/);
  expect(createLessonBook([second, first]).version).toBe(version);
  expect(createLessonBook([second, first]).of(['lamps']).version).toBe(of(['lamps']).version);
  expect(createLessonBook([first, { ...second, added: 0.11 }]).version).not.toBe(version);
  expect(createLessonBook([]).version).toBe('');
});

it('names scopes whatever the order of their keys', () => {
  expect(scopeName(['b', 'a', 'b'])).toBe(scopeName(['a', 'b']));
  expect(scopeName([])).not.toBe(scopeName(['a']));
});
