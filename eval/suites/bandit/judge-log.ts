import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRandom } from '../../../src/domain/random.ts';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import { crossFit } from '../../../src/experiments/cross-fit.ts';
import { type Estimate, type Estimator, estimatePolicy } from '../../../src/experiments/estimate-policy.ts';
import type { LoggedChoice, Support } from '../../../src/experiments/logged-choice.ts';
import {
  type BanditRow,
  countPolicy,
  drawThompsonPolicy,
  type PositionPolicy,
  readBanditLog,
  readPrior,
} from './read-bandit-log.ts';

export interface JudgeLogOptions {
  /** Folder with `<policy>/<campaign>/<campaign>.csv[.gz]`. */
  readonly data: string;
  readonly campaign: string;
  /** Policy whose log is read. */
  readonly from: string;
  /** Policy that is judged by it. */
  readonly to: string;
  /** Pseudo-counts of `bts`; without it `prior_bts.yaml` in the folder, else those published if they fit, else its own log. */
  readonly prior?: string;
}

export interface JudgedLog {
  readonly rounds: number;
  readonly policyFrom: 'uniform' | 'prior' | 'its own log';
  readonly support: Support;
  /** In place of numbers when the log says too little. */
  readonly refused?: string;
  readonly estimates: Partial<Record<Estimator, Estimate>>;
  /** Click rates of both logs: what was, and what the estimate should have said. */
  readonly fromRate: number;
  readonly toRate: number;
}

const DRAWS = 100_000;
const PUBLISHED_PRIOR = fileURLToPath(new URL('./open-bandit-prior.yaml', import.meta.url));
/** Impressions at the mean rate that every item starts from in the model of rewards. */
const PRIOR_IMPRESSIONS = 300;

/**
 * What one policy would have brought, from the log of the other, beside what it did bring.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a log that is not there or not one, or pseudo-counts that do not belong to it.
 */
export function judgeLog(options: JudgeLogOptions, seed: number): JudgedLog {
  const { data, campaign, from, to } = options;
  const random = createRandom(seed);
  const log = readBanditLog(data, from, campaign);
  const own = readBanditLog(data, to, campaign);
  const items = 1 + [...log, ...own].reduce((most, { item }) => Math.max(most, item), 0);
  const positions = 1 + log.reduce((most, { position }) => Math.max(most, position), 0);
  const [policyFrom, policy] = describePolicy(options, own, { items, positions, random });
  const choices = log.map((row): LoggedChoice & BanditRow => ({
    ...row,
    arm: row.item,
    reward: row.click,
    target: policy[row.position] ?? new Float64Array(items),
  }));
  const judged = estimatePolicy(choices, crossFit(choices, items, fitRates, { random }), random);
  return {
    rounds: log.length,
    policyFrom,
    support: judged.support,
    ...(judged.kind === 'refused' ? { refused: judged.because } : {}),
    estimates: judged.kind === 'refused' ? {} : judged.estimates,
    fromRate: clickRate(log),
    toRate: clickRate(own),
  };
}

interface Shape {
  readonly items: number;
  readonly positions: number;
  readonly random: () => number;
}

/**
 * The probabilities of the judged policy, from the best source there is.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for pseudo-counts of other items.
 */
function describePolicy(
  { data, campaign, to, prior }: JudgeLogOptions,
  own: readonly BanditRow[],
  { items, positions, random }: Shape,
): [JudgedLog['policyFrom'], PositionPolicy] {
  if (to === 'random')
    return ['uniform', Array.from({ length: positions }, () => new Float64Array(items).fill(1 / items))];
  if (to !== 'bts') return ['its own log', countPolicy(own, items, positions)];
  const beside = join(data, 'prior_bts.yaml');
  const given = prior ?? (existsSync(beside) ? beside : undefined);
  const counts = readPrior(given ?? PUBLISHED_PRIOR, campaign);
  if (counts?.alpha.length === items)
    return ['prior', drawThompsonPolicy(counts, { positions, draws: DRAWS, random })];
  if (given === undefined) return ['its own log', countPolicy(own, items, positions)];
  throw new AssistantError('INVALID_ARGUMENT', `${given} is not for the items of the logs of "${campaign}"`, {
    details: { inFile: counts?.alpha.length ?? 0, inLogs: items },
  });
}

/** The click rate of each item, drawn to that of all. */
function fitRates(rows: readonly BanditRow[]): (row: BanditRow, item: number) => number {
  const overall = clickRate(rows);
  const clicks = new Map<number, number>();
  const shown = new Map<number, number>();
  for (const { item, click } of rows) {
    clicks.set(item, (clicks.get(item) ?? 0) + click);
    shown.set(item, (shown.get(item) ?? 0) + 1);
  }
  return (_row, item) =>
    ((clicks.get(item) ?? 0) + PRIOR_IMPRESSIONS * overall) / ((shown.get(item) ?? 0) + PRIOR_IMPRESSIONS);
}

const clickRate = (rows: readonly BanditRow[]): number =>
  rows.reduce((sum, { click }) => sum + click, 0) / Math.max(1, rows.length);
