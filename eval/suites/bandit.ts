import { type DelayResult, simulateDelay } from './bandit/delay.ts';
import { type JudgedLog, type JudgeLogOptions, judgeLog } from './bandit/judge-log.ts';
import { type PolicyName, simulateRegret } from './bandit/regret.ts';

export interface BanditResult {
  readonly suite: 'bandit';
  readonly data: {
    readonly campaign: string;
    readonly from: string;
    readonly to: string;
    readonly rounds: number;
  };
  /** Where the judged policy's probabilities come from. */
  readonly policyFrom: JudgedLog['policyFrom'];
  readonly refused?: string;
  readonly metrics: Omit<JudgedLog, 'rounds' | 'policyFrom' | 'refused'> & {
    readonly regret?: Readonly<Record<PolicyName, number>>;
    readonly roundsTo90?: DelayResult;
  };
  readonly seconds: number;
  readonly rssMb: number;
  readonly seed: number;
}

const SEED = 1;
const SIMULATED_ROUNDS = 20_000;
const SIMULATED_SEEDS = [1, 2, 3, 4, 5];

/**
 * Judges one logged policy by the log of another, and plays the policies that learn against a simulated shop.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a log that is not there or not one.
 */
export function runBandit(options: JudgeLogOptions & { readonly simulate: boolean }): BanditResult {
  const started = performance.now();
  const { rounds, policyFrom, refused, ...judged } = judgeLog(options, SEED);
  const { campaign, from, to } = options;
  return {
    suite: 'bandit',
    data: { campaign, from, to, rounds },
    policyFrom,
    ...(refused === undefined ? {} : { refused }),
    metrics: {
      ...judged,
      ...(options.simulate
        ? {
            regret: simulateRegret(SIMULATED_ROUNDS, SIMULATED_SEEDS),
            roundsTo90: simulateDelay(SIMULATED_ROUNDS, SIMULATED_SEEDS),
          }
        : {}),
    },
    seconds: (performance.now() - started) / 1_000,
    rssMb: process.memoryUsage.rss() / 1_048_576,
    seed: SEED,
  };
}
