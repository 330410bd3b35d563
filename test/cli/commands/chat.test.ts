import { expect, it } from 'vitest';
import { importedShop } from '../../support/imported-shop.ts';
import { run, runJson } from '../../support/run-program.ts';

const INPUT = 'a red scarf\n\nwhat does the first one cost?\n';

it('talks line by line, numbers the products, and ends with its input', async () => {
  const { code, stdout, stderr } = await run(['chat', '--data', await importedShop()], { input: INPUT });
  expect([code, stderr]).toEqual([0, '']);
  const [greeting = '', first = '', second = '', ...more] = stdout.split('\n> ');
  expect(greeting).toMatch(/automated/);
  expect(first).toMatch(/^a red scarf\n.+\n {2}1\. Lambswool Scarf \(£36\.00/);
  expect(second).toMatch(/^what does the first one cost\?\n.*£36\.00/);
  expect(more).toEqual([]);
});

it('gives the whole conversation as JSON', async () => {
  const { code, body } = await runJson(['chat', '--data', await importedShop(), '--locale', 'de'], {
    input: 'ein roter Schal\n',
  });
  expect(code).toBe(0);
  expect(body).toMatchObject({
    greeting: expect.stringMatching(/automatisch/),
    turns: [{ language: 'de', products: [{ productId: 'SC-1' }] }],
  });
});

it('refuses a market the shop does not sell to', async () => {
  const { code, body } = await runJson(['chat', '--data', await importedShop(), '--market', 'JP']);
  expect([code, body.error.code]).toEqual([1, 'UNKNOWN_MARKET']);
});
