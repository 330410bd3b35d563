import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import type { CallEstimate, Reservation } from '../../src/ports/model-ledger.ts';
import type { BudgetKind, BudgetLimit } from '../../src/usage/model-budgets.ts';
import { openModelLedger } from '../../src/usage/open-model-ledger.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const NOON_MS = Date.parse('2026-11-23T12:00:00Z');
const DAY_MS = 24 * 3_600_000;
const PLENTY: BudgetLimit = { tokens: 1e12, micros: 1e12 };

/** A token costs a millionth when it is read and three when it is written. */
const RATES = { inputPriceMicros: 1_000_000, outputPriceMicros: 3_000_000, activeParametersBillion: 8 };

async function opened(
  limits: Partial<Record<BudgetKind, BudgetLimit>> = {},
  { directory = temporaryDirectory(), clock = () => NOON_MS } = {},
) {
  const database = await openSqliteDatabase({ directory });
  onTestFinished(() => database.close().catch(() => undefined));
  let ids = 0;
  const ledger = await openModelLedger({
    database,
    budgets: {
      limits: { conversation: PLENTY, address: PLENTY, day: PLENTY, month: PLENTY, ...limits },
      scarceAbove: 0.8,
    },
    rates: () => RATES,
    clock,
    newId: () => `reservation-${ids++}`,
  });
  return { database, ledger };
}

const call = (over: Partial<CallEstimate> = {}): CallEstimate => ({
  model: 'test',
  purpose: 'understand',
  inputTokens: 60,
  outputTokens: 40,
  spender: { conversationId: 'one', addressPrefix: '192.0.2.1' },
  ...over,
});
const tokens = (inputTokens: number, outputTokens: number) => ({ inputTokens, outputTokens });

describe('a budget', () => {
  it.each<[BudgetKind, BudgetLimit]>([
    ['conversation', { ...PLENTY, tokens: 250 }],
    ['conversation', { ...PLENTY, micros: 450 }],
    ['address', { ...PLENTY, tokens: 250 }],
    ['address', { ...PLENTY, micros: 450 }],
    ['day', { ...PLENTY, tokens: 250 }],
    ['day', { ...PLENTY, micros: 450 }],
    ['month', { ...PLENTY, tokens: 250 }],
    ['month', { ...PLENTY, micros: 450 }],
  ])(
    'of a %s of %j lets two calls of 100 tokens for 180 through and says which budget is spent',
    async (budget, limit) => {
      const { ledger } = await opened({ [budget]: limit });
      await ledger.reserve(call());
      await ledger.reserve(call());
      await expect(ledger.reserve(call())).rejects.toMatchObject({
        code: 'BUDGET_EXCEEDED',
        details: { budget },
      });
    },
  );

  it('of 0 lets no call through, and calls without a price draw on no money', async () => {
    const { ledger } = await opened({ day: { tokens: 0, micros: 0 } });
    await expect(ledger.reserve(call())).rejects.toMatchObject({ code: 'BUDGET_EXCEEDED' });
  });

  it('gets back what a call did not need, once', async () => {
    const { ledger } = await opened({ day: { ...PLENTY, tokens: 150 } });
    const first = await ledger.reserve(call());
    await expect(ledger.reserve(call())).rejects.toThrow();
    await first.settle(tokens(30, 10), 'answered');
    await first.settle(tokens(0, 0), 'answered');
    const second = await ledger.reserve(call());
    await expect(ledger.reserve(call({ inputTokens: 11, outputTokens: 0 }))).rejects.toThrow();
    await second.settle(tokens(200, 0), 'answered');
    expect((await ledger.budgets())[0]).toMatchObject({ spent: 240, left: 0 });
  });

  it('of one conversation or address is not touched by others', async () => {
    const { ledger } = await opened({
      conversation: { ...PLENTY, tokens: 100 },
      address: { ...PLENTY, tokens: 200 },
    });
    const by = (conversationId: string, addressPrefix: string) =>
      ledger.reserve(call({ spender: { conversationId, addressPrefix } })).then(
        () => 'let through',
        ({ details }) => details.budget,
      );
    expect(await by('one', '192.0.2.1')).toBe('let through');
    expect(await by('one', '192.0.2.1')).toBe('conversation');
    expect(await by('two', '192.0.2.1')).toBe('let through');
    expect(await by('three', '192.0.2.1')).toBe('address');
    expect(await by('three', '192.0.2.2')).toBe('let through');
  });

  it('that refuses leaves the others untouched', async () => {
    const { ledger } = await opened({ conversation: { ...PLENTY, tokens: 99 } });
    await expect(ledger.reserve(call())).rejects.toThrow();
    expect((await ledger.budgets()).map(({ spent }) => spent)).toEqual([0, 0, 0, 0]);
  });

  it('is full again on the next day, the month not', async () => {
    let nowMs = NOON_MS;
    const { ledger } = await opened(
      { day: { ...PLENTY, tokens: 100 }, month: { ...PLENTY, tokens: 200 } },
      { clock: () => nowMs },
    );
    await ledger.reserve(call());
    await expect(ledger.reserve(call())).rejects.toMatchObject({ details: { budget: 'day' } });
    nowMs += DAY_MS;
    await ledger.reserve(call());
    nowMs += DAY_MS;
    await expect(ledger.reserve(call())).rejects.toMatchObject({ details: { budget: 'month' } });
  });

  it('of the shop that is spent is told until its period ends or a call is let through', async () => {
    let nowMs = NOON_MS;
    const { ledger } = await opened(
      { conversation: { ...PLENTY, tokens: 250 }, day: { ...PLENTY, tokens: 150 } },
      { clock: () => nowMs },
    );
    const reservation = await ledger.reserve(call());
    expect(ledger.spentBudget()).toBeUndefined();
    const other = call({ spender: { conversationId: 'two' } });
    await expect(ledger.reserve(other)).rejects.toThrow();
    expect(ledger.spentBudget()).toBe('day');
    await expect(ledger.reserve(call({ inputTokens: 1_000 }))).rejects.toMatchObject({
      details: { budget: 'conversation' },
    });
    expect(ledger.spentBudget()).toBe('day');
    await reservation.settle(tokens(1, 1), 'answered');
    await ledger.reserve(other);
    expect(ledger.spentBudget()).toBeUndefined();
    await expect(ledger.reserve(other)).rejects.toThrow();
    expect(ledger.spentBudget()).toBe('day');
    nowMs += DAY_MS;
    expect(ledger.spentBudget()).toBeUndefined();
  });

  it('is scarce when most of it is used', async () => {
    const { ledger } = await opened({ day: { ...PLENTY, tokens: 300 } });
    const scarce: boolean[] = [];
    for (let index = 0; index < 3; index += 1) scarce.push((await ledger.reserve(call())).isScarce);
    expect(scarce).toEqual([false, false, true]);
  });
});

describe('parallel calls', () => {
  it('cannot both take the last of a budget: of 200 at once so many are let through as it holds', async () => {
    const { ledger } = await opened({ day: { ...PLENTY, tokens: 1_050 } });
    const results = await Promise.allSettled(Array.from({ length: 200 }, () => ledger.reserve(call())));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    const [total] = await ledger.budgets();
    expect(total).toMatchObject({ limit: 1_050, spent: 1_000, left: 50 });
    expect(ledger.sinceStart()).toMatchObject([{ calls: 0, refused: 190 }]);
  });

  it('never spend more than the budget, however reserving and settling interleave', async () => {
    const step = fc.record({
      inputTokens: fc.nat(80),
      outputTokens: fc.nat(80),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      waits: fc.nat(3),
      failed: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 30 }),
        fc.integer({ min: 0, max: 600 }),
        async (steps, limit) => {
          const { ledger, database } = await opened({ day: { ...PLENTY, tokens: limit } });
          let spent = 0;
          const one = async ({ inputTokens, outputTokens, share, waits, failed }: (typeof steps)[number]) => {
            for (let wait = 0; wait < waits; wait += 1) await setImmediate();
            const reservation: Reservation | undefined = await ledger
              .reserve(call({ inputTokens, outputTokens }))
              .catch(() => undefined);
            if (reservation === undefined) return;
            const real = tokens(Math.floor(inputTokens * share), Math.floor(outputTokens * share));
            spent += real.inputTokens + real.outputTokens;
            for (let wait = 0; wait < waits; wait += 1) await setImmediate();
            await reservation.settle(real, failed ? 'failed' : 'answered');
          };
          await Promise.all(steps.map(one));
          expect(spent).toBeLessThanOrEqual(limit);
          expect((await ledger.budgets())[0]).toMatchObject({ spent });
          expect(await database.query.selectFrom('modelReservations').selectAll().execute()).toEqual([]);
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('a process that dies', () => {
  it('leaves no call under way: what it may have cost is spent, and reported as failed', async () => {
    const directory = temporaryDirectory();
    const before = await opened({}, { directory });
    await before.ledger.reserve(call());
    await before.database.close();
    const { ledger, database } = await opened({ day: { ...PLENTY, tokens: 200 } }, { directory });
    expect(await database.query.selectFrom('modelReservations').selectAll().execute()).toEqual([]);
    expect((await ledger.budgets())[0]).toMatchObject({ spent: 100 });
    expect((await ledger.report()).total).toMatchObject({
      calls: 1,
      failures: 1,
      inputTokens: 60,
      costMicros: 180,
    });
    await ledger.reserve(call());
    await expect(ledger.reserve(call())).rejects.toMatchObject({ code: 'BUDGET_EXCEEDED' });
  });
});

describe('what is kept', () => {
  it('tells calls by day, purpose and model, with their sum', async () => {
    let nowMs = NOON_MS;
    const { ledger } = await opened({}, { clock: () => nowMs });
    const spend = async (purpose: CallEstimate['purpose'], outcome: 'answered' | 'failed') =>
      (await ledger.reserve(call({ purpose }))).settle(tokens(10, 5), outcome);
    await spend('understand', 'answered');
    await spend('understand', 'failed');
    await spend('reply', 'answered');
    nowMs += DAY_MS;
    await spend('reply', 'answered');
    const { from, to, rows, total } = await ledger.report();
    expect([from, to]).toEqual(['2026-10-26', '2026-11-24']);
    expect(rows).toMatchObject([
      {
        day: '2026-11-23',
        purpose: 'reply',
        model: 'test',
        calls: 1,
        failures: 0,
        inputTokens: 10,
        costMicros: 25,
      },
      { day: '2026-11-23', purpose: 'understand', calls: 2, failures: 1, inputTokens: 20, outputTokens: 10 },
      { day: '2026-11-24', purpose: 'reply', calls: 1 },
    ]);
    expect(total).toMatchObject({
      calls: 4,
      failures: 1,
      inputTokens: 40,
      outputTokens: 20,
      costMicros: 100,
    });
    expect(total.energyWh.low).toBeGreaterThan(0);
    expect((await ledger.report({ from: '2026-11-24', to: '2026-11-24' })).total).toMatchObject({ calls: 1 });
    await expect(ledger.report({ from: '2026-11-25', to: '2026-11-24' })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
  });

  it('names conversations and addresses for a day, and nothing of them in what was used', async () => {
    let nowMs = NOON_MS;
    const { ledger, database } = await opened({}, { clock: () => nowMs });
    const everything = async () =>
      JSON.stringify([
        await database.query.selectFrom('modelBudgets').selectAll().execute(),
        await database.query.selectFrom('modelReservations').selectAll().execute(),
        await database.query.selectFrom('modelUsage').selectAll().execute(),
      ]);
    await (await ledger.reserve(call())).settle(tokens(10, 5), 'answered');
    expect(await everything()).toContain('192.0.2.1');
    nowMs += DAY_MS;
    await (await ledger.reserve(call({ spender: { conversationId: 'two' } }))).settle(
      tokens(1, 1),
      'answered',
    );
    expect(await everything()).not.toMatch(/"one"|192\.0\.2\.1/);
  });
});

it('counts calls that nobody is asked about, and takes them from what the shop may spend', async () => {
  const { ledger } = await opened({ day: { ...PLENTY, tokens: 150 } });
  await ledger.count({ purpose: 'embed', model: 'openai:vectors', inputTokens: 60, failed: false });
  await ledger.count({ purpose: 'embed', model: 'openai:vectors', inputTokens: 0, failed: true });
  await ledger.count({ purpose: 'moderate', model: 'openai:moderation', inputTokens: 0, failed: false });

  const { rows } = await ledger.report();
  expect(rows).toMatchObject([
    { purpose: 'embed', model: 'openai:vectors', calls: 2, failures: 1, inputTokens: 60, outputTokens: 0 },
    { purpose: 'moderate', model: 'openai:moderation', calls: 1, failures: 0, inputTokens: 0 },
  ]);
  expect(ledger.sinceStart()).toHaveLength(2);
  await expect(ledger.reserve(call())).rejects.toMatchObject({ details: { budget: 'day' } });
  // What was spent keeps no such call from being made.
  await ledger.count({ purpose: 'embed', model: 'openai:vectors', inputTokens: 500, failed: false });
});
