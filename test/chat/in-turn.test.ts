import { expect, it } from 'vitest';
import { inTurn } from '../../src/chat/in-turn.ts';

const tick = () => new Promise((resolve) => setImmediate(resolve));

it('runs works of one key in order of arrival, also after one failed, and other keys beside them', async () => {
  const queue = inTurn();
  const log: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      log.push(`${name} begins`);
      await tick();
      log.push(`${name} ends`);
      if (fails) throw new RangeError(name);
      return name;
    };
  const works = [queue('a', work('a1', true)), queue('a', work('a2')), queue('b', work('b1'))];
  const results = await Promise.allSettled(works);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(log.indexOf('a2 begins')).toBeGreaterThan(log.indexOf('a1 ends'));
  expect(log.indexOf('b1 begins')).toBeLessThan(log.indexOf('a1 ends'));
});
