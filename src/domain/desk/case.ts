import type { Colleague } from './queue.ts';
import type { WrittenConversation } from './written-conversation.ts';

export const CASE_STATES = ['proposed', 'kept', 'dropped'] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** What was taken out of a shopper's words. `word`: nobody knows whether it is of a person. */
export const SCRUBBED_KINDS = [
  'e-mail',
  'link',
  'secret',
  'account',
  'name',
  'address',
  'order-number',
  'phone',
  'digits',
  'word',
] as const;
export type ScrubbedKind = (typeof SCRUBBED_KINDS)[number];

/** Something that was taken out, and where what stands in its place stands: UTF-16 offsets in the words as they are kept. */
export interface ScrubMark {
  readonly kind: ScrubbedKind;
  readonly start: number;
  readonly end: number;
  /** As it was said. */
  readonly was: string;
}

/** What is not as a case has it. */
export interface CaseMiss {
  /** 1-based. */
  readonly turn: number;
  readonly expected: string;
  readonly got: string;
}

/** A conversation that was frozen. Once it is kept, nothing in it leads to the one it comes from. */
export interface FrozenCase {
  readonly caseId: string;
  readonly version: number;
  readonly state: CaseState;
  readonly written: WrittenConversation;
  readonly by: Colleague;
  /** ISO 8601. */
  readonly at: string;
  readonly reviewedBy?: Colleague;
  readonly reviewedAt?: string;
}

/** One case, to be looked through. */
export interface CaseReview {
  readonly case: FrozenCase;
  /** Of a proposed one: what was taken out of each message, in the order of the turns; absent once the conversation is gone. */
  readonly marks?: readonly (readonly ScrubMark[])[];
  /** What came of the conversation and does not come of the case. */
  readonly doubts: readonly CaseMiss[];
  /** What is not so in the shop as it is. */
  readonly misses: readonly CaseMiss[];
}

/** What a change would do to the kept cases. */
export interface GateReport {
  readonly played: number;
  /** Not played in the time there is. */
  readonly unplayed: number;
  /** Cases that hold now and would not any more. */
  readonly broken: readonly {
    readonly caseId: string;
    readonly id: string;
    readonly misses: readonly CaseMiss[];
  }[];
  /** Cases that do not hold as it is, whatever the change. */
  readonly failing: readonly { readonly caseId: string; readonly id: string }[];
}
