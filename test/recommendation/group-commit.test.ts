import { expect, it } from 'vitest';
import type { Database, Query } from '../../src/ports/database.ts';
import { createGroupCommit } from '../../src/recommendation/group-commit.ts';
import { openShop } from './open-shop.ts';

const add = (productId: string) => async (query: Query) => {
  await query
    .insertInto('products')
    .values({ productId, document: '{}', contentHash: '', updatedAtMs: 0 })
    .execute();
  return productId;
};

async function counted() {
  const database = await openShop([]);
  let transactions = 0;
  const commits = createGroupCommit({
    async transaction(work) {
      transactions += 1;
      return await database.transaction(work);
    },
  } satisfies Pick<Database, 'transaction'>);
  const stored = async () =>
    (await database.query.selectFrom('products').select('productId').execute())
      .map(({ productId }) => productId)
      .sort();
  return { commits, stored, transactions: () => transactions };
}

it('commits together what waits at the same time, and answers each with its own result', async () => {
  const { commits, stored, transactions } = await counted();
  const answers = await Promise.all(['a', 'b', 'c'].map((id) => commits.transaction(add(id))));
  expect(answers).toEqual(['a', 'b', 'c']);
  expect(await stored()).toEqual(['a', 'b', 'c']);
  expect(transactions()).toBe(1);
});

it('answers only after the commit', async () => {
  const { commits, stored } = await counted();
  const first = commits.transaction(add('a')).then(stored);
  const second = commits.transaction(add('b')).then(stored);
  expect(await first).toContain('a');
  expect(await second).toContain('b');
});

it('keeps the failure of one from its neighbours', async () => {
  const { commits, stored } = await counted();
  const settled = await Promise.allSettled(['a', 'b', 'a', 'c'].map((id) => commits.transaction(add(id))));
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(await stored()).toEqual(['a', 'b', 'c']);
  await commits.transaction(add('d'));
  expect(await stored()).toContain('d');
});
