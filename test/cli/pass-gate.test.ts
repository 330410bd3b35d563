import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { openCaseBook } from '../../src/assembly/open-case-desk.ts';
import { createAuditLog } from '../../src/desk/identity/audit-log.ts';
import { DEMO_CLOCK_MS } from '../support/demo-clock.ts';
import { importedShop } from '../support/imported-shop.ts';
import { run, runJson } from '../support/run-program.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const LEA = { agentId: 'lea', firstName: 'Lea' };

/** A shop that keeps one case: a red scarf is found. @returns Its folder, and the product that is found first. */
async function shopWithCase() {
  const directory = await importedShop();
  const { body } = await runJson(['chat', '--data', directory], { input: 'a red scarf\n' });
  const [{ productId }] = body.turns[0].products;
  const database = await openSqliteDatabase({ directory });
  const book = openCaseBook(database, () => DEMO_CLOCK_MS);
  const written = {
    ...{ id: 'a-red-scarf-is-found', group: 'frozen', locale: 'en-GB', market: 'GB' },
    turns: [{ say: 'a red scarf', expect: { products: { has: [productId] } } }],
  };
  const { conversationId } = await database.query
    .selectFrom('conversations')
    .select('conversationId')
    .executeTakeFirstOrThrow();
  const { caseId } = await book.propose({ written, doubts: [], conversationId }, LEA);
  await book.change(caseId, { written, state: 'kept', by: LEA });
  await database.close();
  return { directory, productId: String(productId) };
}

function ruleFile(productId: string): string {
  const file = join(temporaryDirectory(), 'rules.json');
  const until = new Date(DEMO_CLOCK_MS + 30 * 86_400_000).toISOString();
  const action = { kind: 'exclude' };
  writeFileSync(
    file,
    JSON.stringify([{ id: 'recall', action, target: { productIds: [productId] }, until, owner: 'ann' }]),
  );
  return file;
}

it('refuses what breaks a kept case, says which and how, and lets it through with a reason that the log keeps', async () => {
  const { directory, productId } = await shopWithCase();
  const data = ['--data', directory];
  const set = ['rules', 'set', ruleFile(productId), ...data];
  const refused = await run(set);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('1 of 1 kept cases would not hold any more: "a-red-scarf-is-found"');
  expect(refused.stderr).toMatch(/message 1: expected .+, got /);
  expect(refused.stderr).toContain('--anyway');
  expect((await runJson(['rules', 'list', ...data])).body.rules).toEqual([]);

  expect((await run([...set, '--anyway', 'recall of red dye'])).code).toBe(0);
  expect((await runJson(['rules', 'list', ...data])).body.rules).toHaveLength(1);
  const database = await openSqliteDatabase({ directory });
  const entries = await createAuditLog(database).latest({ action: 'gate.override' }, 10);
  await database.close();
  expect(entries).toMatchObject([
    { actor: 'command-line', subject: 'rules', details: { reason: 'recall of red dye', broken: '1' } },
  ]);
});

it('holds nothing up that breaks no case', async () => {
  const { directory } = await shopWithCase();
  const data = ['--data', directory];
  expect((await run(['rules', 'set', ruleFile('no-such-product'), ...data])).code).toBe(0);
  expect((await run(['rules', 'remove', 'recall', ...data])).code).toBe(0);
});
