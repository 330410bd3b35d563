import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { DATABASE_FILE, openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { goodJson, startFakeOpenAi, status } from '../../support/fake-openai/server.ts';
import { run, runJson } from '../../support/run-program.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const FEED = fileURLToPath(new URL('../../support/feeds/google.xml', import.meta.url));

interface Finding {
  readonly subject: string;
  readonly state: string;
  readonly detail: string;
  readonly remedy?: string;
}

async function examine(directory: string, environment: Readonly<Record<string, string>> = {}) {
  const { code, body } = await runJson(['doctor', '--data', directory], { environment });
  const about = (subject: string): Finding[] =>
    body.findings.filter((finding: Finding) => finding.subject === subject);
  // The built pages are no matter of these tests: a fresh checkout has none.
  const faults = body.findings.filter(
    ({ state, subject }: Finding) => state === 'fault' && subject !== 'widget',
  );
  for (const finding of body.findings) if (finding.state !== 'ok') expect(finding.remedy).toMatch(/\w/);
  return { code, about, faults };
}

it('finds no fault in an empty directory, and says what to do first', async () => {
  const { faults, about } = await examine(join(temporaryDirectory(), 'new'));
  expect(faults).toEqual([]);
  expect(about('data')).toMatchObject([
    { state: 'remark', remedy: expect.stringContaining('floorwalker serve') },
  ]);
});

it('finds no fault in a shop, and names the gaps of its catalogue', async () => {
  const directory = temporaryDirectory();
  await run(['import', 'catalog', FEED, '--data', directory]);
  const { faults, about } = await examine(directory);
  expect(faults).toEqual([]);
  expect(about('catalogue').map(({ detail }) => detail)).toEqual([
    '2 products, markets GB',
    '1 of 2 products have no image',
    '1 of 2 products have no category',
    '1 of 2 products have no brand',
  ]);
  expect(about('behaviour')).toMatchObject([{ remedy: expect.stringContaining('floorwalker train') }]);
});

it('says that a running server owns the data, which is no fault', async () => {
  const directory = temporaryDirectory();
  const database = await openSqliteDatabase({ directory });
  onTestFinished(() => database.close());
  const { faults, about } = await examine(directory);
  expect(faults).toEqual([]);
  expect(about('data')).toMatchObject([{ state: 'remark', remedy: expect.stringContaining('/readyz') }]);
});

it('finds damaged data, and says how to bring it back', async () => {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, DATABASE_FILE), 'words instead of a database '.repeat(400));
  const { code, faults } = await examine(directory);
  expect(code).toBe(1);
  expect(faults).toMatchObject([{ subject: 'data', remedy: expect.stringContaining('floorwalker restore') }]);
});

it('finds a file where a directory should be', async () => {
  const file = join(temporaryDirectory(), 'file');
  writeFileSync(file, '');
  expect((await examine(file)).faults).toMatchObject([{ subject: 'data' }]);
});

it('asks the models whether they answer', async () => {
  const fake = await startFakeOpenAi({ mode: goodJson({ ok: true }) });
  onTestFinished(() => fake.close());
  const environment = {
    FLOORWALKER_CHAT_MODEL: 'openai:small',
    FLOORWALKER_CHAT_BASE_URL: fake.baseUrl,
    FLOORWALKER_EMBEDDING_MODEL: 'openai:vectors',
    FLOORWALKER_EMBEDDING_BASE_URL: fake.baseUrl,
  };
  const directory = join(temporaryDirectory(), 'new');
  expect((await examine(directory, environment)).faults).toEqual([]);
  fake.setMode(status(401));
  const { code, faults } = await examine(directory, environment);
  expect(code).toBe(1);
  expect(faults.map(({ subject }: Finding) => subject)).toEqual(['chat model', 'text vectors']);
});

it('asks each model of a chain, and says which package one of them needs', async () => {
  const fake = await startFakeOpenAi({
    mode: ({ body }) => (body.model === 'broken' ? status(401) : goodJson({ ok: true })),
  });
  onTestFinished(() => fake.close());
  const environment = {
    FLOORWALKER_CHAT_MODEL: 'openai:broken, openai:small, ollama:qwen3',
    FLOORWALKER_CHAT_BASE_URL: fake.baseUrl,
  };
  const { faults } = await examine(join(temporaryDirectory(), 'new'), environment);
  expect(faults).toMatchObject([
    { subject: 'chat model', detail: expect.stringMatching(/^openai:broken: .*401/) },
    { subject: 'chat model', detail: expect.stringContaining('npm install @langchain/ollama') },
  ]);
});

it('lists every fault of the configuration instead of giving up', async () => {
  const environment = { FLOORWALKER_PORT: 'high', FLOORWALKER_COLOUR: 'red' };
  const { code, faults } = await examine(temporaryDirectory(), environment);
  expect(code).toBe(1);
  expect(faults).toMatchObject([{ subject: 'configuration' }, { subject: 'configuration' }]);
  const { stdout } = await run(['doctor'], { environment });
  expect(stdout).toMatch(/^FAULT +configuration +FLOORWALKER_COLOUR: there is no such setting$/m);
  expect(stdout).toMatch(/2 faults, 0 notes\n$/);
});
