import { array, assert, constantFrom, integer, oneof, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createChangeLog } from '../../src/desk/change-log.ts';

describe('createChangeLog', () => {
  it('tells each conversation once, in the order of its last change', () => {
    const log = createChangeLog(10);
    for (const id of ['a', 'b', 'a', 'c']) log.note(id);
    expect(log.after(0, 10)).toEqual({ conversationIds: ['b', 'a', 'c'], position: 4 });
    expect(log.after(3, 10)).toEqual({ conversationIds: ['c'], position: 4 });
    expect(log.after(4, 10)).toEqual({ conversationIds: [], position: 4 });
  });

  it('tells the rest from where a part ended', () => {
    const log = createChangeLog(10);
    for (const id of ['a', 'b', 'c']) log.note(id);
    expect(log.after(0, 2)).toEqual({ conversationIds: ['a', 'b'], position: 2 });
    log.note('a');
    expect(log.after(2, 2)).toEqual({ conversationIds: ['c', 'a'], position: 4 });
  });

  it('says when it does not know any more, or never knew', () => {
    const log = createChangeLog(2);
    for (const id of ['a', 'b', 'c']) log.note(id);
    expect(log.after(0, 10)).toBeUndefined();
    expect(log.after(1, 10)?.conversationIds).toEqual(['b', 'c']);
    expect(log.after(9, 10)).toBeUndefined();
  });

  it('leaves no reader without a change, however it is asked, unless it says so', () => {
    const step = oneof(
      record({ note: constantFrom('a', 'b', 'c', 'd', 'e') }),
      record({ read: integer({ min: 1, max: 3 }) }),
    );
    assert(
      property(integer({ min: 1, max: 5 }), array(step, { maxLength: 60 }), (limit, steps) => {
        const log = createChangeLog(limit);
        /** What a reader has not heard of. */
        const open = new Set<string>();
        let position = log.head;
        const read = (most: number) => {
          const news = log.after(position, most);
          for (const id of news?.conversationIds ?? [...open]) open.delete(id);
          position = news?.position ?? log.head;
        };
        for (const one of steps) {
          if ('read' in one) read(one.read);
          else {
            log.note(one.note);
            open.add(one.note);
          }
        }
        for (let round = 0; round < 6; round += 1) read(1);
        expect([...open]).toEqual([]);
      }),
    );
  });
});
