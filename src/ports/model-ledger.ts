import type { ModelPurpose, Spender, TokenUsage } from './chat-model.ts';

/** What a call may cost at most, before it is made. */
export interface CallEstimate {
  readonly model: string;
  readonly purpose: ModelPurpose;
  /** Of the prompt. */
  readonly inputTokens: number;
  /** The most that may be written. */
  readonly outputTokens: number;
  /** Absent: the shop itself. */
  readonly spender?: Spender;
}

export interface Reservation {
  /** A budget of the call is nearly spent: less should be written. */
  readonly isScarce: boolean;
  /**
   * What it really cost; frees the rest. The first call counts. A failed call that may have cost something settles with what it may have.
   */
  settle(usage: TokenUsage, outcome: 'answered' | 'failed'): Promise<void>;
}

/** Who may spend how much on language models. */
export interface ModelLedger {
  /**
   * Sets aside what the call may cost, against every budget it falls under, all or none, in one step: parallel calls cannot both take
   * the last of it.
   *
   * @throws {AssistantError} BUDGET_EXCEEDED with `details.budget` (conversation, address, day, month): then the call is not made.
   */
  reserve(estimate: CallEstimate): Promise<Reservation>;
}
