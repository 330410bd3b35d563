import { defineConfig } from 'vitest/config';

const demoShop = 'test/support/global-setup.ts';
const propertySeed = 'test/support/property-seed.ts';

/** Vitest leaves a core free, of two every other test. What only counts may use both; what starts servers and browsers has waits of its own. */
const BOTH_CORES = 2;

/** Whole programs at work on a busy machine may come late once; a test that needed it is named at the end. */
const SECOND_TRY = 1;

/**
 * `node`: the rooms, one by one. `end-to-end`: the whole demo shop at work, over HTTP. `browser`: the same in a real
 * Chromium. None needs a network; nothing but `browser` needs more than Node.
 */
export default defineConfig({
  test: {
    reporters: ['default', './test/support/told-second-tries.ts'],
    projects: [
      {
        test: {
          name: 'node',
          setupFiles: propertySeed,
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/end-to-end/**'],
          testTimeout: 20_000,
          expect: { poll: { timeout: 10_000 } },
          maxWorkers: BOTH_CORES,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'end-to-end',
          setupFiles: propertySeed,
          include: ['test/end-to-end/**/*.test.ts'],
          globalSetup: demoShop,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          retry: SECOND_TRY,
          expect: { poll: { timeout: 10_000 } },
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: demoShop,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          retry: SECOND_TRY,
          expect: { poll: { timeout: 15_000 } },
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
