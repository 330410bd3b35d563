import type { Interaction } from '../domain/interaction.ts';
import {
  createStrategyLearner,
  type LearnedChoice,
  type LearnerState,
  type LearningPolicy,
  type StrategyLearner,
} from '../experiments/strategy-learner.ts';
import type { Database, Query } from '../ports/database.ts';
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
import { addDeed, rewardOf, worthOf } from './explore-rewards.ts';
import { readState, writeState } from './explore-state.ts';

/** Things that were done, stored for the first time: one that comes again is not among them. */
export interface Happening {
  readonly interactions: readonly Interaction[];
  /** Whose token came with them. */
  readonly conversationId?: string | undefined;
}

export interface ExplorationLearning {
  /** As learned until now. */
  learner(): StrategyLearner;
  /** Until when lists are known whole, epoch milliseconds. */
  countedUntilMs(): number;
  /** A list outside of a conversation was shown; it is written down soon, off the path of the answer. */
  shown(list: ShownList): void;
  /** The lists it came from are rewarded, and the policy learns. Resolves after the commit. */
  happened(happening: Happening): Promise<void>;
  /** Writes what waits, and learns of lists whose time for a click is over. Resolves after the commit. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface LearningOptions {
  readonly database: Database;
  readonly policy: LearningPolicy;
  /** Names of the strategies, the usual one first. */
  readonly names: readonly string[];
  readonly clock: () => number;
  /** Hears what could not be written. */
  readonly note: (text: string) => void;
}

interface LearningState extends LearnerState {
  /** Lists shown until then are counted by what proves a strategy. */
  readonly countedUntilMs: number;
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
 * Goes on from what was learned before. The saved state and the rewards it has learned are always written in one transaction, so
 * that a reward is learned once, whenever the process ends.
 *
 * @throws {AssistantError} DATABASE_FAILED; DATA_CORRUPT for a state that is none.
 */
export async function openExplorationLearning(options: LearningOptions): Promise<ExplorationLearning> {
  const { database, names, clock } = options;
  let countedUntilMs = 0;
  const open = async (query: Query): Promise<StrategyLearner> => {
    const learner = createStrategyLearner({ ...options, features: CONTEXT_FEATURES });
    const kept = await readState<LearningState>(query, 'learned');
    if (kept !== undefined) learner.restore(kept);
    countedUntilMs = kept?.countedUntilMs ?? 0;
    return learner;
  };
  let learner = await open(database.query);
  let isStale = false;
  let settledAtMs = 0;
  let waiting: ShownList[] = [];
  let timer: NodeJS.Timeout | undefined;
  const happenings: Happening[] = [];
  let learningNow: Promise<void> | undefined;

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

  /** Learns in one transaction with what is saved; what was learned in one that fails is read anew. */
  async function learning(work: (write: Query, nowMs: number) => Promise<boolean>): Promise<void> {
    const nowMs = clock();
    try {
      await writing(async (write) => {
        if (isStale) learner = await open(write);
        isStale = false;
        learner.ageTo(nowMs);
        const hasSettled = await settleAll(write, nowMs);
        if ((await work(write, nowMs)) || hasSettled)
          await writeState(
            write,
            'learned',
            { ...learner.state(), countedUntilMs } satisfies LearningState,
            nowMs,
          );
      });
    } catch (error) {
      isStale = true;
      throw error;
    }
  }

  async function settleAll(write: Query, nowMs: number): Promise<boolean> {
    if (nowMs - settledAtMs < SETTLE_EVERY_MS) return false;
    settledAtMs = nowMs;
    const settled = await settledChoices(write, { afterMs: countedUntilMs, nowMs });
    for (const choice of settled) {
      if (choice.learned === null) await learn(write, choice);
      count(choice, null);
    }
    countedUntilMs = settled.at(-1)?.shownAtMs ?? countedUntilMs;
    if (settled.length > 0) await dropOldChoices(write, nowMs);
    return settled.length > 0;
  }

  async function learn(write: Query, choice: KeptChoice): Promise<void> {
    const { reward } = choice;
    const known = toLearned(choice);
    if (known !== undefined) learner.learn(known, reward, choice.learned);
    await saveReward(write, { ...choice, learned: reward });
  }

  function count(choice: KeptChoice, before: number | null): void {
    const known = toLearned(choice);
    if (known !== undefined) learner.count(known, choice.reward, before);
  }

  /** A strategy that was taken out of the shop has nothing left to learn. */
  function toLearned({ strategy, context, propensity, surface }: KeptChoice): LearnedChoice | undefined {
    const arm = names.indexOf(strategy);
    return arm < 0 || context.length !== CONTEXT_FEATURES ? undefined : { arm, context, propensity, surface };
  }

  /** What happened while a transaction ran is learned in one more. */
  async function learnFromAll(): Promise<void> {
    while (happenings.length > 0) {
      const together = happenings.splice(0);
      await learning(async (write, nowMs) => {
        let hasLearned = false;
        for (const happening of together) hasLearned = (await reward(write, happening, nowMs)) || hasLearned;
        return hasLearned;
      });
    }
  }

  async function reward(write: Query, happening: Happening, nowMs: number): Promise<boolean> {
    const lists = await listsOf(write, happening, nowMs);
    const touched = new Set<string>();
    for (const interaction of happening.interactions) {
      const choice = listOf(interaction, lists.values(), nowMs);
      const worth = choice && worthOf(interaction.type, nowMs - choice.shownAtMs);
      if (choice === undefined || worth === undefined) continue;
      const deeds = addDeed(choice.deeds, interaction.productId, worth);
      const shopperId = choice.shopperId ?? interaction.shopperId ?? null;
      lists.set(choice.listId, { ...choice, deeds, shopperId });
      touched.add(choice.listId);
    }
    for (const choice of [...lists.values()].filter(({ listId }) => touched.has(listId))) {
      const day = { owner: choice, sinceMs: nowMs - DAY_MS, except: choice.listId };
      const left = Math.max(0, MOST_REWARD_PER_DAY - (await rewardsOf(write, day)));
      const rewarded = { ...choice, reward: Math.min(rewardOf(choice.deeds), left) };
      await learn(write, rewarded);
      if (choice.shownAtMs <= countedUntilMs) count(rewarded, choice.reward);
    }
    return touched.size > 0;
  }

  return {
    learner: () => learner,
    countedUntilMs: () => countedUntilMs,
    shown(list) {
      if (list.making.choice === undefined) return;
      waiting = [...waiting, list].slice(-MOST_WAITING);
      const tell = (error: unknown) =>
        options.note(`Which strategies ranked some lists could not be written down (${String(error)})`);
      timer ??= setTimeout(() => void writing(async () => {}).catch(tell), WRITE_AFTER_MS).unref();
    },
    async happened(happening) {
      const { interactions, conversationId } = happening;
      const named = interactions.some(({ listId }) => listId !== undefined);
      if (interactions.length === 0 || (conversationId === undefined && !named)) return;
      happenings.push(happening);
      learningNow ??= learnFromAll().finally(() => {
        learningNow = undefined;
      });
      await learningNow;
    },
    settle: async () => await learning(async () => false),
    async close() {
      clearTimeout(timer);
      if (waiting.length > 0) await writing(async () => {});
    },
  };
}

/** Lists that may be rewarded, newest first. */
async function listsOf(
  query: Query,
  { interactions, conversationId }: Happening,
  nowMs: number,
): Promise<Map<string, KeptChoice>> {
  const listIds = [...new Set(interactions.flatMap(({ listId }) => listId ?? []))];
  const asked = { listIds, nowMs, ...(conversationId === undefined ? {} : { conversationId }) };
  return new Map((await choicesFor(query, asked)).map((choice) => [choice.listId, choice]));
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
