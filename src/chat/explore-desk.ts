import type { Interaction } from '../domain/interaction.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import {
  createStrategyLearner,
  type LearnerState,
  type LearningPolicy,
  type StrategyLearner,
} from '../experiments/strategy-learner.ts';
import type { Database, Query } from '../ports/database.ts';
import { STRATEGIES, type Strategy, USUAL } from '../ranking/strategies.ts';
import {
  choicesFor,
  dropOldChoices,
  type KeptChoice,
  recordChoice,
  rewardsOf,
  type ShownList,
  saveReward,
  settledChoices,
} from './explore-choices.ts';
import { CONTEXT_FEATURES } from './explore-context.ts';
import { createStrategyChooser, type StrategyChooser } from './explore-lists.ts';
import { type ExplorationReport, reportExploration } from './explore-report.ts';
import { addDeed, rewardOf, worthOf } from './explore-rewards.ts';

/** What a merchant switched off. */
export interface ExplorationSwitches {
  /** Nothing is explored, every list is ranked as usual. */
  readonly stopped: boolean;
  /** Names of strategies that rank no list; the usual one cannot be among them. */
  readonly switchedOff: readonly string[];
}

/** Where strategies are chosen, what they brought is learned, and a merchant looks after both. */
export interface ExplorationDesk {
  readonly chooser: StrategyChooser;
  /** A list outside of a conversation was shown; it is written down soon, off the path of the answer. */
  shown(list: ShownList): void;
  /**
   * Shoppers did something: the lists it came from are rewarded, and the policy learns. Resolves after the commit.
   *
   * @param interactions Stored for the first time: one that comes again is not among them.
   */
  happened(interactions: readonly Interaction[], conversationId?: string): Promise<void>;
  report(): Promise<ExplorationReport>;
  /** @throws {AssistantError} INVALID_ARGUMENT for a strategy that there is not, or the usual one. */
  switch(switches: ExplorationSwitches): Promise<ExplorationReport>;
  /** Writes what waits. Resolves after the commit. */
  close(): Promise<void>;
}

export interface ExplorationOptions {
  readonly database: Database;
  readonly policy: LearningPolicy | 'off';
  /** In [0, 1]. */
  readonly exploredShare: number;
  readonly clock: () => number;
  /** Hears what could not be written. */
  readonly note: (text: string) => void;
  readonly strategies?: readonly Strategy[];
}

/** What one shopper may add to the rewards of a day's lists. */
const MOST_REWARD_PER_DAY = 3;
const DAY_MS = 86_400_000;
/** A crash loses at most this much of what was shown outside of conversations; so many lists wait at most. */
const WRITE_AFTER_MS = 1_000;
const MOST_WAITING = 10_000;
/** How often lists that brought nothing are looked for. */
const SETTLE_EVERY_MS = 60_000;

/**
 * Opens what was learned before. The saved state and the rewards it has learned are always written in one transaction, so that a
 * reward is learned once, whenever the process ends.
 *
 * @throws {AssistantError} DATABASE_FAILED; DATA_CORRUPT for a state that is none.
 */
export async function openExplorationDesk(options: ExplorationOptions): Promise<ExplorationDesk> {
  const { database, clock, exploredShare, strategies = STRATEGIES } = options;
  const names = strategies.map(({ name }) => name);
  const open = async (query: Query): Promise<StrategyLearner> => {
    const learner = createStrategyLearner({
      policy: options.policy === 'linucb' ? 'linucb' : 'thompson',
      names,
      features: CONTEXT_FEATURES,
    });
    const kept = await readState<LearnerState>(query, 'learned');
    if (kept !== undefined) learner.restore(kept);
    return learner;
  };
  let learner = await open(database.query);
  let isStale = false;
  let switches: ExplorationSwitches = (await readState<ExplorationSwitches>(database.query, 'switches')) ?? {
    stopped: false,
    switchedOff: [],
  };
  let settledAtMs = 0;
  let waiting: ShownList[] = [];
  let timer: NodeJS.Timeout | undefined;

  /** One transaction, with what waits to be written. */
  async function writing(work: (write: Query) => Promise<void>): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const lists = new Set(waiting);
    await database.transaction(async (write) => {
      for (const list of lists) await recordChoice(write, list);
      await work(write);
    });
    waiting = waiting.filter((list) => !lists.has(list));
  }

  const tell = (error: unknown): void =>
    options.note(`Which strategies ranked some lists could not be written down (${String(error)})`);

  /** Learns in one transaction with what is saved; what was learned in one that fails is read anew. */
  async function learning(work: (write: Query, nowMs: number) => Promise<boolean>): Promise<void> {
    const nowMs = clock();
    try {
      await writing(async (write) => {
        if (isStale) learner = await open(write);
        isStale = false;
        learner.ageTo(nowMs);
        const settled = await settle(write, nowMs);
        if ((await work(write, nowMs)) || settled) await writeState(write, 'learned', learner.state(), nowMs);
      });
    } catch (error) {
      isStale = true;
      throw error;
    }
  }

  async function settle(write: Query, nowMs: number): Promise<boolean> {
    if (nowMs - settledAtMs < SETTLE_EVERY_MS) return false;
    settledAtMs = nowMs;
    const settled = await settledChoices(write, nowMs);
    for (const choice of settled) await learn(write, choice);
    if (settled.length > 0) await dropOldChoices(write, nowMs);
    return settled.length > 0;
  }

  async function learn(write: Query, choice: KeptChoice): Promise<void> {
    const { context, propensity, surface, reward } = choice;
    const arm = names.indexOf(choice.strategy);
    // A strategy that was taken out of the shop has nothing left to learn.
    if (arm >= 0 && context.length === CONTEXT_FEATURES)
      learner.learn({ arm, context, propensity, surface }, reward, choice.learned);
    await saveReward(write, { ...choice, learned: reward });
  }

  async function reward(
    write: Query,
    interactions: readonly Interaction[],
    conversationId: string | undefined,
    nowMs: number,
  ): Promise<boolean> {
    const listIds = [...new Set(interactions.flatMap(({ listId }) => listId ?? []))];
    const asked = { listIds, nowMs, ...(conversationId === undefined ? {} : { conversationId }) };
    const changed = new Map((await choicesFor(write, asked)).map((choice) => [choice.listId, choice]));
    const rewarded = new Set<string>();
    for (const interaction of interactions) {
      const choice = listOf(interaction, changed.values(), nowMs);
      const worth = choice && worthOf(interaction.type, nowMs - choice.shownAtMs);
      if (choice === undefined || worth === undefined) continue;
      const deeds = addDeed(choice.deeds, interaction.productId, worth);
      const shopperId = choice.shopperId ?? interaction.shopperId ?? null;
      changed.set(choice.listId, { ...choice, deeds, shopperId });
      rewarded.add(choice.listId);
    }
    for (const listId of rewarded) {
      const choice = changed.get(listId);
      if (choice === undefined) continue;
      const others = await rewardsOf(write, { owner: choice, sinceMs: nowMs - DAY_MS, except: listId });
      const capped = Math.min(rewardOf(choice.deeds), Math.max(0, MOST_REWARD_PER_DAY - others));
      await learn(write, { ...choice, reward: capped });
    }
    return rewarded.size > 0;
  }

  const report = async () => {
    await learning(async () => false);
    return await reportExploration(database.query, { ...options, strategies, learner, switches });
  };

  return {
    chooser: createStrategyChooser({
      strategies,
      exploredShare,
      policy: () => learner.policy,
      switchedOff: () =>
        options.policy === 'off' || switches.stopped ? undefined : new Set(switches.switchedOff),
      safe: (surface, among) => learner.safe(surface, among),
      policyVersion: () => `${options.policy}:${learner.learned}`,
    }),
    shown(list) {
      if (list.making.choice === undefined) return;
      waiting = [...waiting, list].slice(-MOST_WAITING);
      timer ??= setTimeout(() => void writing(async () => {}).catch(tell), WRITE_AFTER_MS).unref();
    },
    async happened(interactions, conversationId) {
      if (interactions.length === 0 || options.policy === 'off') return;
      if (conversationId === undefined && interactions.every(({ listId }) => listId === undefined)) return;
      await learning(async (write, nowMs) => await reward(write, interactions, conversationId, nowMs));
    },
    report,
    async close() {
      clearTimeout(timer);
      if (waiting.length > 0) await writing(async () => {});
    },
    async switch(wanted) {
      const unknown = wanted.switchedOff.find((name) => name === USUAL || !names.includes(name));
      if (unknown !== undefined) {
        throw new AssistantError(
          'INVALID_ARGUMENT',
          unknown === USUAL
            ? 'The usual ranking cannot be switched off'
            : `There is no strategy "${unknown.slice(0, 60)}"`,
        );
      }
      await database.transaction(async (write) => await writeState(write, 'switches', wanted, clock()));
      switches = wanted;
      return await report();
    },
  };
}

/** The list an interaction came from: the one it names, else the newest of the visit that showed the product. */
function listOf(
  { listId, productId, type }: Interaction,
  newestFirst: Iterable<KeptChoice>,
  nowMs: number,
): KeptChoice | undefined {
  for (const choice of newestFirst) {
    if (listId !== undefined && listId !== choice.listId) continue;
    if (choice.products.includes(productId) && worthOf(type, nowMs - choice.shownAtMs) !== undefined)
      return choice;
  }
  return undefined;
}

async function readState<State>(query: Query, name: string): Promise<State | undefined> {
  const row = await query
    .selectFrom('explorationStates')
    .select('document')
    .where('name', '=', name)
    .executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.document) as State);
}

async function writeState(write: Query, name: string, state: unknown, atMs: number): Promise<void> {
  const document = JSON.stringify(state);
  await write
    .insertInto('explorationStates')
    .values({ name, document, updatedAtMs: atMs })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ document, updatedAtMs: atMs }))
    .execute();
}
