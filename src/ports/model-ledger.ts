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

/** A call to a model that writes nothing: it is made whatever was spent before, and counts. */
export interface SideCall {
  readonly purpose: 'embed' | 'moderate';
  readonly model: string;
  /** As the endpoint counted them; 0 where it does not. */
  readonly inputTokens: number;
  readonly failed: boolean;
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

/** What was spent without leave. */
export interface SideCallCounter {
  /** Counts a call that was made, and takes what it cost from what the shop may spend in the day and the month. */
  count(call: SideCall): Promise<void>;
}
