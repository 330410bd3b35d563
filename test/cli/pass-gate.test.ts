import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { openCaseBook } from '../../src/assembly/open-case-desk.ts';
import { createAuditLog } from '../../src/desk/identity/audit-log.ts';
import { createDocumentStore } from '../../src/knowledge/document-store.ts';
import { DEMO_CLOCK_MS } from '../support/demo-clock.ts';
import { importedShop } from '../support/imported-shop.ts';
import { run, runJson } from '../support/run-program.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const LEA = { agentId: 'lea', firstName: 'Lea' };

type Turns = Parameters<ReturnType<typeof openCaseBook>['propose']>[0]['written']['turns'];

/** Has a shop keep what was said, and what must come of it, as a case. */
async function keepCase(directory: string, id: string, turns: Turns): Promise<void> {
  const database = await openSqliteDatabase({ directory });
  const book = openCaseBook(database, () => DEMO_CLOCK_MS);
  const written = { ...{ id, group: 'frozen', locale: 'en-GB', market: 'GB' }, turns };
  const { conversationId } = await database.query
    .selectFrom('conversations')
    .select('conversationId')
    .executeTakeFirstOrThrow();
  const { caseId } = await book.propose({ written, doubts: [], conversationId }, LEA);
  await book.change(caseId, { written, state: 'kept', by: LEA });
  await database.close();
}

/** A shop that keeps one case: a red scarf is found. @returns Its folder, and the product that is found first. */
async function shopWithCase() {
  const directory = await importedShop();
  const { body } = await runJson(['chat', '--data', directory], { input: 'a red scarf\n' });
  const [{ productId }] = body.turns[0].products;
  await keepCase(directory, 'a-red-scarf-is-found', [
    { say: 'a red scarf', expect: { products: { has: [productId] } } },
  ]);
  return { directory, productId: String(productId) };
}

async function overridesIn(directory: string) {
  const database = await openSqliteDatabase({ directory });
  const entries = await createAuditLog(database).latest({ action: 'gate.override' }, 10);
  await database.close();
  return entries;
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
  expect(await overridesIn(directory)).toMatchObject([
    { actor: 'command-line', subject: 'rules', details: { reason: 'recall of red dye', broken: '1' } },
  ]);
});

it('holds nothing up that breaks no case', async () => {
  const { directory } = await shopWithCase();
  const data = ['--data', directory];
  expect((await run(['rules', 'set', ruleFile('no-such-product'), ...data])).code).toBe(0);
  expect((await run(['rules', 'remove', 'recall', ...data])).code).toBe(0);
});

async function titlesIn(directory: string): Promise<readonly string[]> {
  const database = await openSqliteDatabase({ directory });
  const documents = await createDocumentStore(database).all();
  await database.close();
  return documents.map(({ title }) => title);
}

const DELIVERY = '# Delivery\n\nDelivery takes two to four working days.\n';
const RETURNS = '# Returns\n\nYou may send anything back within 30 days.\n';

it('holds documents that are imported against the kept cases, as they would be beside those that stay', async () => {
  const directory = await importedShop();
  const data = ['--data', directory];
  const folder = join(temporaryDirectory(), 'texts');
  mkdirSync(folder);
  writeFileSync(join(folder, 'delivery.md'), DELIVERY);
  writeFileSync(join(folder, 'returns.md'), RETURNS);
  expect((await run(['import', 'documents', folder, ...data])).code).toBe(0);
  const say = 'how long does delivery take?';
  await run(['chat', ...data], { input: `${say}\n` });
  await keepCase(directory, 'delivery-is-told', [{ say, expect: { answeredFrom: ['Delivery'] } }]);

  rmSync(join(folder, 'delivery.md'));
  const refused = await run(['import', 'documents', folder, ...data]);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('"delivery-is-told"');
  expect(await titlesIn(directory)).toEqual(['Delivery', 'Returns']);
  expect(await overridesIn(directory)).toEqual([]);

  const anyway = await runJson(['import', 'documents', folder, ...data, '--anyway', 'a new carrier']);
  expect(anyway.body).toMatchObject({ removed: 1 });
  expect(await overridesIn(directory)).toMatchObject([
    { actor: 'command-line', subject: 'documents', details: { reason: 'a new carrier', broken: '1' } },
  ]);
}, 60_000);

it('plays the kept cases after a start that took a changed file over, and tells what breaks', async () => {
  const directory = await importedShop();
  const data = ['--data', directory];
  const file = join(temporaryDirectory(), 'synonyms.txt');
  const start = async () => {
    const environment = { FLOORWALKER_SYNONYMS: file };
    return (await run(['chat', ...data], { input: 'a wurblet\n', environment })).stderr;
  };
  writeFileSync(file, 'wurblet => scarf\n');
  expect(await start()).not.toContain('ATTENTION');
  const { body } = await runJson(['chat', ...data], { input: 'a wurblet\n' });
  const [{ productId }] = body.turns[0].products;
  const expected = { products: { has: [String(productId)] } };
  await keepCase(directory, 'a-wurblet-is-a-scarf', [{ say: 'a wurblet', expect: expected }]);
  expect(await start()).not.toContain('ATTENTION');

  writeFileSync(file, 'beaker => mug\n');
  expect(await start()).toMatch(
    /ATTENTION: 1 of 1 kept cases do not hold any more since .+synonyms.txt changed: "a-wurblet-is-a-scarf"/,
  );
  expect(await overridesIn(directory)).toMatchObject([
    { actor: 'command-line', subject: 'synonyms', details: { reason: file, broken: '1' } },
  ]);
  expect(await start()).not.toContain('ATTENTION');
}, 60_000);
