import { AssistantError } from '../errors/assistant-error.ts';
import type { LearningPolicy } from '../experiments/strategy-learner.ts';
import type { WriteAlong } from '../ports/published-by.ts';
import { STRATEGIES, type Strategy, USUAL } from '../ranking/strategies.ts';
import {
  type ExplorationLearning,
  type LearningOptions,
  openExplorationLearning,
} from './explore-learning.ts';
import { createStrategyChooser, type StrategyChooser } from './explore-lists.ts';
import { type ExplorationReport, reportExploration } from './explore-report.ts';
import { readState, writeState } from './explore-state.ts';

/** What a merchant switched off. */
export interface ExplorationSwitches {
  /** Nothing is explored, every list is ranked as usual. */
  readonly stopped: boolean;
  /** Names of strategies that rank no list; the usual one cannot be among them. */
  readonly switchedOff: readonly string[];
}

/** Where strategies are chosen, what they brought is learned, and a merchant looks after both. */
export interface ExplorationDesk extends Pick<ExplorationLearning, 'shown' | 'happened' | 'close'> {
  readonly chooser: StrategyChooser;
  report(): Promise<ExplorationReport>;
  /** @throws {AssistantError} INVALID_ARGUMENT for a strategy that there is not, or the usual one. */
  switch(switches: ExplorationSwitches, also?: WriteAlong): Promise<ExplorationReport>;
}

export interface ExplorationOptions extends Omit<LearningOptions, 'policy' | 'names'> {
  readonly policy: LearningPolicy | 'off';
  /** In [0, 1]. */
  readonly exploredShare: number;
  readonly strategies?: readonly Strategy[];
}

const ALL_ON: ExplorationSwitches = { stopped: false, switchedOff: [] };

/** @throws {AssistantError} DATABASE_FAILED; DATA_CORRUPT for a saved state that is none. */
export async function openExplorationDesk(options: ExplorationOptions): Promise<ExplorationDesk> {
  const { database, clock, policy, exploredShare, strategies = STRATEGIES } = options;
  const names = strategies.map(({ name }) => name);
  const isOff = policy === 'off';
  const learning = await openExplorationLearning({ ...options, policy: isOff ? 'thompson' : policy, names });
  let switches = (await readState<ExplorationSwitches>(database.query, 'switches')) ?? ALL_ON;

  async function report(): Promise<ExplorationReport> {
    if (!isOff) await learning.settle();
    return await reportExploration(database.query, {
      policy,
      exploredShare,
      strategies,
      learner: learning.learner(),
      switches,
      countedUntilMs: learning.countedUntilMs(),
    });
  }

  return {
    chooser: createStrategyChooser({
      strategies,
      exploredShare,
      policy: () => learning.learner().policy,
      switchedOff: () => (isOff || switches.stopped ? undefined : new Set(switches.switchedOff)),
      safe: (surface, among) => learning.learner().safe(surface, among),
      policyVersion: () => `${policy}:${learning.learner().learned}`,
    }),
    shown: learning.shown,
    happened: async (happening) => {
      if (!isOff) await learning.happened(happening);
    },
    close: learning.close,
    report,
    async switch(wanted, also) {
      const unknown = wanted.switchedOff.find((name) => name === USUAL || !names.includes(name));
      if (unknown !== undefined) {
        throw new AssistantError(
          'INVALID_ARGUMENT',
          unknown === USUAL
            ? 'The usual ranking cannot be switched off'
            : `There is no strategy "${unknown.slice(0, 60)}"`,
        );
      }
      await database.transaction(async (write) => {
        await writeState(write, 'switches', wanted, clock());
        await also?.(write);
      });
      switches = wanted;
      return await report();
    },
  };
}
