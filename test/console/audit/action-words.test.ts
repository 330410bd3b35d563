import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sayAction } from '../../../src/console/audit/action-words.ts';

/** What our own code writes into the log: "session.begin". */
const written = globSync('src/**/*.ts')
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\baction: '([a-z]+\.[a-z-]+)'/g)])
  .map(([, action = '']) => action);

it('says in words everything that the log holds', () => {
  expect(written.length).toBeGreaterThan(20);
  expect([...new Set(written)].filter((action) => sayAction(action) === '')).toEqual([]);
});
