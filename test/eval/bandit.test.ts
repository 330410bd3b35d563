import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { judgeShop } from '../../eval/suites/bandit/judge-shop.ts';
import { drawThompsonPolicy, locateLogs } from '../../eval/suites/bandit/read-bandit-log.ts';
import { simulateRegret } from '../../eval/suites/bandit/regret.ts';
import { runBandit } from '../../eval/suites/bandit.ts';
import { createRandom } from '../../src/domain/random.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

/** Two items at two positions; the second is clicked four times as often, and `bts` shows it in nine of ten rounds. */
function writeLogs(rounds: number): string {
  const folder = temporaryDirectory();
  const random = createRandom(9);
  for (const [policy, second] of [
    ['random', 0.5],
    ['bts', 0.9],
  ] as const) {
    const rows = Array.from({ length: rounds }, (_, round) => {
      const item = random() < second ? 1 : 0;
      const click = random() < (item === 1 ? 0.4 : 0.1) ? 1 : 0;
      return `${round},${item},${(round % 2) + 1},${click},${item === 1 ? second : 1 - second}`;
    });
    mkdirSync(join(folder, policy, 'men'), { recursive: true });
    const text = `,item_id,position,click,propensity_score\n${rows.join('\n')}\n`;
    writeFileSync(join(folder, policy, 'men', 'men.csv.gz'), gzipSync(text));
  }
  return folder;
}

describe('runBandit', () => {
  it('comes near what the judged policy did bring', () => {
    const data = writeLogs(2_000);
    const { metrics, policyFrom } = runBandit({
      data,
      campaign: 'men',
      from: 'random',
      to: 'bts',
      simulate: false,
    });
    expect(policyFrom).toBe('its own log');
    expect(metrics.estimates.dr?.value).toBeCloseTo(0.37, 1);
    const { low = 1, high = 0 } = metrics.estimates.snips?.interval ?? {};
    expect(low).toBeLessThan(metrics.toRate);
    expect(high).toBeGreaterThan(metrics.toRate);
  });

  it('takes the policy from its pseudo-counts when they lie beside the logs', () => {
    const data = writeLogs(1_000);
    writeFileSync(join(data, 'prior_bts.yaml'), 'men:\n  alpha: [1.0, 1.0]\n  beta: [1.0, 1.0]\n');
    const { metrics, policyFrom } = runBandit({
      data,
      campaign: 'men',
      from: 'random',
      to: 'bts',
      simulate: false,
    });
    expect(policyFrom).toBe('prior');
    expect(metrics.support.effectiveSampleSize).toBeCloseTo(1_000, -1);
  });

  it('refuses pseudo-counts of other items', () => {
    const data = writeLogs(10);
    const prior = join(data, 'counts.yaml');
    writeFileSync(prior, 'men: { alpha: [1, 1, 1], beta: [1, 1, 1] }');
    expect(() =>
      runBandit({ data, campaign: 'men', from: 'random', to: 'bts', prior, simulate: false }),
    ).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
  });

  it('prints no estimate from a log of a hundred', () => {
    const data = writeLogs(100);
    const { refused, metrics } = runBandit({
      data,
      campaign: 'men',
      from: 'bts',
      to: 'random',
      simulate: false,
    });
    expect(refused).toBe('few-effective-choices');
    expect(metrics.estimates).toEqual({});
  });

  it('refuses a folder without the log, and a log without propensities', () => {
    const data = temporaryDirectory();
    const run = () => runBandit({ data, campaign: 'men', from: 'random', to: 'bts', simulate: false });
    expect(run).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
    mkdirSync(join(data, 'random', 'men'), { recursive: true });
    writeFileSync(join(data, 'random', 'men', 'men.csv'), 'item_id,position,click\n1,1,0\n');
    expect(run).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
  });
});

it('draws each position as often as chance gives it to an item', () => {
  const [first, second] = drawThompsonPolicy(
    { alpha: [1, 1, 1], beta: [1, 1, 1e9] },
    { positions: 2, draws: 20_000, random: createRandom(1) },
  );
  expect(first?.[0]).toBeCloseTo(0.5, 1);
  expect(first?.[2]).toBeCloseTo(0, 2);
  expect((second?.[0] ?? 0) + (second?.[1] ?? 0)).toBeCloseTo(1, 2);
});

it('loses less to learning from contexts than to chance or to one strategy for all', () => {
  const regret = simulateRegret(2_000, [1]);
  expect(regret['lin-ucb']).toBeLessThan(regret['epsilon-greedy']);
  expect(regret['linear-thompson']).toBeLessThan(regret['epsilon-greedy']);
  expect(regret['epsilon-greedy']).toBeLessThan(0.5 * regret['beta-bernoulli']);
  expect(regret['beta-bernoulli']).toBeLessThan(regret.random);
});

describe('locateLogs', () => {
  it('takes a folder of logs, or one that is named by its campaign', () => {
    const data = writeLogs(10);
    const options = { from: 'random', campaign: 'women' };
    expect(locateLogs(data, options)).toEqual({ data, campaign: 'women' });
    expect(locateLogs(join(data, 'men'), options)).toEqual({ data, campaign: 'men' });
  });
});

describe('judgeShop', () => {
  it('finds out which strategy brings more, and refuses one that was hardly tried', async () => {
    const directory = temporaryDirectory();
    const database = await openSqliteDatabase({ directory });
    const random = createRandom(3);
    const rows = Array.from({ length: 2_000 }, (_, list) => {
      const venturesNew = random() < 0.3;
      const reward = random() < (venturesNew ? 0.5 : 0.2) ? 0.1 : 0;
      return {
        listId: `${list}`,
        surface: 'chat',
        intent: 'new',
        strategy: venturesNew ? 'more-new' : 'usual',
        explored: venturesNew ? 1 : 0,
        propensity: venturesNew ? 0.3 : 0.7,
        among: '["usual","more-new","more-variety"]',
        context: '[]',
        policyVersion: 'test',
        products: '[]',
        conversationId: null,
        shopperId: null,
        deeds: '{}',
        reward,
        learned: reward,
        shownAtMs: list,
      };
    });
    await database.transaction(async (write) => {
      for (let from = 0; from < rows.length; from += 500)
        await write
          .insertInto('choices')
          .values(rows.slice(from, from + 500))
          .execute();
    });
    await database.close();
    const { metrics, data } = await judgeShop(directory);
    expect(data).toMatchObject({ lists: 2_000 });
    expect(metrics['more-new']?.estimates?.dr.value).toBeCloseTo(0.05, 2);
    expect(metrics.usual?.estimates?.dr.value).toBeCloseTo(0.02, 2);
    expect(metrics['more-variety']).toMatchObject({ refused: 'few-effective-choices' });
  });
});
