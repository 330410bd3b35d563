import { expect, it } from 'vitest';
import { ConnectionWatch } from '../../src/widget/connection-watch.ts';

function open(answers: readonly boolean[]) {
  const told: boolean[] = [];
  const waits: number[] = [];
  const left = [...answers];
  const browser = new EventTarget();
  const settled = Promise.withResolvers<void>();
  const watch = new ConnectionWatch({
    browser,
    isReachable: async () => left.shift() ?? true,
    wait: async (milliseconds) => void waits.push(milliseconds),
    onChange: (isOffline) => {
      told.push(isOffline);
      if (!isOffline) settled.resolve();
    },
  });
  return { watch, browser, told, waits, settled: settled.promise };
}

it('looks again, less and less often, until the shop can be reached, and tells each change once', async () => {
  const { watch, told, waits, settled } = open([false, false, false, false, true]);
  watch.start();
  watch.lost();
  watch.lost();
  await settled;
  watch.stop();
  expect(told).toEqual([true, false]);
  expect(waits).toEqual([2_000, 5_000, 10_000, 20_000, 20_000]);
});

it('looks at once when the browser says that it is online', async () => {
  const { watch, browser, told, settled } = open([true]);
  watch.start();
  browser.dispatchEvent(new Event('offline'));
  browser.dispatchEvent(new Event('online'));
  await settled;
  watch.stop();
  browser.dispatchEvent(new Event('offline'));
  expect(told).toEqual([true, false]);
});
