import type { Channel } from '../domain/channel.ts';

/** What a mark says of a conversation, as the metrics of the same names. */
export type MarkKind =
  | 'kind'
  | 'wish'
  | 'unknown'
  | 'relaxed'
  | 'nothing'
  | 'subject'
  | 'degraded'
  | 'handoff';

/** What is counted of what was asked. */
export interface ReportTables {
  /** A turn, without what was said; written with it, and goes with its conversation, as its marks do. */
  turnFacts: {
    messageId: string;
    conversationId: string;
    /** As of `turns`: the first has 1. */
    number: number;
    market: string;
    language: string;
    channel: Channel;
    repliedBy: 'model' | 'embedded' | 'person';
    /** Whole milliseconds. */
    totalMs: number;
    inputTokens: number;
    outputTokens: number;
    costMicros: number;
    wattHoursLow: number;
    wattHoursMid: number;
    wattHoursHigh: number;
    atMs: number;
  };
  /** Something that a conversation was about, once however often it is said. */
  conversationMarks: {
    conversationId: string;
    kind: MarkKind;
    /** Empty where the kind of the mark has none. */
    attribute: string;
    value: string;
    market: string;
    language: string;
    channel: Channel;
    /** The upper price that was named by then, in minor units of `currency`. */
    budgetMinor: number | null;
    currency: string | null;
    /** When it was said first. */
    atMs: number;
  };
  /** Words that the search page was asked for several times; of nobody: no person, no visit, no conversation. */
  searches: {
    market: string;
    language: string;
    /** Small letters, one space between two words. */
    words: string;
    times: number;
    lastAtMs: number;
  };
}
