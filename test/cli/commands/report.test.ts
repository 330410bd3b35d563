import { expect, it } from 'vitest';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { openLedger } from '../../../src/assembly/open-ledger.ts';
import { loadConfig } from '../../../src/config/config.ts';
import { openModelLedger } from '../../../src/usage/open-model-ledger.ts';
import { DEMO_CLOCK_MS } from '../../support/demo-clock.ts';
import { run, runJson } from '../../support/run-program.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const clock = () => DEMO_CLOCK_MS;
const PLENTY = { tokens: 1e9, micros: 1e9 };
const PRICED = { FLOORWALKER_CHAT_MODEL_RATES: '{"openai:dear": {"inputPriceMicros": 2000000}}' };

/** A shop that asked a model once. */
async function spentSomewhere(): Promise<string> {
  const directory = temporaryDirectory();
  const database = await openSqliteDatabase({ directory });
  const { rates } = await openLedger(loadConfig(PRICED), { database, clock });
  const ledger = await openModelLedger({
    database,
    budgets: {
      limits: { conversation: PLENTY, address: PLENTY, day: PLENTY, month: PLENTY },
      scarceAbove: 1,
    },
    rates,
    clock,
    newId: () => 'one',
  });
  const call = { model: 'openai:dear', purpose: 'reply', inputTokens: 5_000, outputTokens: 300 } as const;
  await (await ledger.reserve(call)).settle({ inputTokens: 1_000, outputTokens: 100 }, 'answered');
  await database.close();
  return directory;
}

it('tells what language models cost, and what of the budgets is spent', async () => {
  const data = ['--data', await spentSomewhere()];
  const { stdout, code } = await run(['report', 'usage', ...data], { environment: PRICED });
  expect(code).toBe(0);
  expect(stdout).toMatch(/DAY +PURPOSE +MODEL +CALLS/);
  expect(stdout).toMatch(/reply +openai:dear +1 +0 +0 +1000 +100 +0\.0020/);
  expect(stdout).toContain('1100 of 20000000 tokens spent');
  const { body } = await runJson(['report', 'usage', ...data]);
  expect(body).toMatchObject({ total: { calls: 1, costMicros: 2_000 }, rows: [{ model: 'openai:dear' }] });
});

it('tells of a range of days, and that nothing was asked in it', async () => {
  const data = ['--data', await spentSomewhere()];
  const { stdout } = await run(['report', 'usage', '--from', '2020-01-01', '--to', '2020-01-31', ...data]);
  expect(stdout).toContain('No language model was asked from 2020-01-01 to 2020-01-31');
});

it.each(['yesterday', '2026-02-30'])('refuses the day "%s"', async (day) => {
  const { code } = await run(['report', 'usage', '--from', day, '--data', temporaryDirectory()]);
  expect(code).toBe(2);
});
