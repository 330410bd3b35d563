import { AssistantError } from '../errors/assistant-error.ts';
import type { StrategyPolicy } from './strategy-policy.ts';

export interface PendingRewards {
  /** A strategy was shown; nothing is known of its reward yet. */
  show(
    choiceId: string,
    choice: { readonly arm: number; readonly context: Float64Array },
    nowMs: number,
  ): void;
  /**
   * What early signs (looked long, put in the cart, came again) promise, in the reward's own unit. Learned at once, in place of an
   * earlier guess.
   */
  guess(choiceId: string, expected: number): void;
  /** The reward itself: takes the place of the guess. A choice unknown, settled or expired is passed over. */
  settle(choiceId: string, reward: number): void;
  /** Choices whose window has passed brought nothing. Call before choosing. */
  expire(nowMs: number): void;
  readonly size: number;
}

interface Pending {
  readonly arm: number;
  readonly context: Float64Array;
  readonly shownMs: number;
  /** What has been learned of it so far. */
  readonly learned: number | null;
}

/**
 * Rewards that come late (a click within half an hour, an order within seven days, a return within thirty): one store for each window.
 * Holds each choice until its reward or the end of the window; a choice without a guess is learned only then.
 *
 * @param windowMs Above 0.
 * @param limit Choices held; the oldest are taken to have brought nothing when there are more.
 * @throws {AssistantError} INVALID_ARGUMENT for a window or limit that is not above 0.
 * @see McDonald et al., "Impatient Bandits", KDD 2023, for learning from a guess and correcting it.
 */
export function createPendingRewards(
  policy: StrategyPolicy,
  { windowMs, limit }: { readonly windowMs: number; readonly limit: number },
): PendingRewards {
  if (!(windowMs > 0 && limit > 0)) {
    throw new AssistantError('INVALID_ARGUMENT', 'A window and a limit must be above 0', {
      details: { windowMs, limit },
    });
  }
  /** Oldest first. */
  const pending = new Map<string, Pending>();

  function learn({ arm, context, learned }: Pending, reward: number): void {
    if (learned === null) policy.learn(arm, context, reward);
    else policy.correct(arm, context, reward - learned);
  }

  function settle(choiceId: string, reward: number): void {
    const choice = pending.get(choiceId);
    if (choice === undefined) return;
    learn(choice, reward);
    pending.delete(choiceId);
  }

  return {
    show(choiceId, { arm, context }, nowMs) {
      if (pending.has(choiceId)) return;
      pending.set(choiceId, { arm, context, shownMs: nowMs, learned: null });
      const [oldest] = pending.keys();
      if (pending.size > limit && oldest !== undefined) settle(oldest, 0);
    },
    guess(choiceId, expected) {
      const choice = pending.get(choiceId);
      if (choice === undefined) return;
      learn(choice, expected);
      pending.set(choiceId, { ...choice, learned: expected });
    },
    settle,
    expire(nowMs) {
      for (const [choiceId, { shownMs }] of pending) {
        if (nowMs - shownMs < windowMs) return;
        settle(choiceId, 0);
      }
    },
    get size() {
      return pending.size;
    },
  };
}
