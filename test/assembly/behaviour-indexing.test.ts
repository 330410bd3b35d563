import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createBehaviourIndexing } from '../../src/assembly/behaviour-indexing.ts';

/** An index that takes what it is told when the test says so. */
function slowIndex() {
  const waiting: PromiseWithResolvers<void>[] = [];
  const setBehaviour = () => {
    const written = Promise.withResolvers<void>();
    waiting.push(written);
    return written.promise;
  };
  return { index: { setBehaviour }, waiting };
}

it('says of the newest models only that the index holds them, and only when it does', async () => {
  const { index, waiting } = slowIndex();
  const { begin } = createBehaviourIndexing(index, () => undefined);
  const [isFirst, isSecond] = [begin({}), begin({ versions: { factors: 2 } })];
  waiting[0]?.resolve();
  await turn();
  expect([isFirst(), isSecond()]).toEqual([false, false]);
  waiting[1]?.resolve();
  await turn();
  expect([isFirst(), isSecond()]).toEqual([false, true]);
});

it('tells of an index that did not take them, and goes on without', async () => {
  const notes: string[] = [];
  const { index, waiting } = slowIndex();
  const isHeld = createBehaviourIndexing(index, (text) => notes.push(text)).begin({});
  waiting[0]?.reject(new TypeError('no room'));
  await turn();
  expect(isHeld()).toBe(false);
  expect(notes).toEqual(['What behaviour has taught is not in the index (no room)']);
});
