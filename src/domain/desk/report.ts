import type { Channel } from '../channel.ts';

/** Which conversations a figure counts. What `attribute` and `value` say with each, stands beside it. */
export const REPORT_METRICS = [
  /** Begun. */
  'conversations',
  /** Begun, and no person was asked for or said anything. */
  'without-person',
  /** A kind of thing was wanted: `attribute` is `type` or `category`. */
  'kind',
  /** Something was wanted or refused of a thing: `attribute`, `value` as the catalogue has it. */
  'wish',
  /** The shop does not know it: `value` in the shopper's words. */
  'unknown',
  /** A wish was given up so that the answer is not empty. */
  'relaxed',
  /** Nothing fitted at all: of a kind of thing, where one was named. */
  'nothing',
  /** Nothing fitted, or the shop does not have such a kind of thing. */
  'not-found',
  /** What a message was about: `value` is the type of a command. */
  'subject',
  /** A model, an index or a backend failed: `attribute` is the component, `value` why. */
  'degraded',
  /** A person was asked for: `value` is why. */
  'handoff',
  /** A person took over. */
  'joined',
  /** A person was asked for, and nobody came. */
  'unanswered',
  /** Some answer took at least `value` milliseconds. */
  'slow',
  /** Somebody said how it was: `value` is 1 to 5. */
  'satisfaction',
  /** A list was corrected by an agent. */
  'corrected',
] as const;
export type ReportMetric = (typeof REPORT_METRICS)[number];

/** Which conversations are reported. */
export interface ReportScope {
  /** "2026-11-23": the first day and the last one, whole. */
  readonly from: string;
  readonly to: string;
  /** IANA name: where days begin. */
  readonly timeZone: string;
  /** ISO 3166-1 alpha-2. */
  readonly market?: string;
  readonly language?: string;
  readonly channel?: Channel;
}

/** A number of conversations; the same three ask for their list. */
export interface Tally {
  readonly metric: ReportMetric;
  readonly attribute?: string;
  readonly value?: string;
  readonly conversations: number;
}

/** A wish that was not fulfilled, with the money that stood behind it where a budget was named. */
export interface UnmetWish extends Tally {
  /** Who wished for it, each once; without leave to be known again somebody is as many people as visits. */
  readonly people: number;
  /** In which words nobody knows were said first, ISO 639. */
  readonly language?: string;
  /** Other words for the same, most said first: inflected forms, other languages. */
  readonly alsoSaid?: readonly string[];
  /** By currency: conversations that named an upper price, and the sum of those prices in minor units. */
  readonly budgets: readonly {
    readonly currency: string;
    readonly conversations: number;
    readonly amountMinor: number;
  }[];
}

/** Words that too few people said are not told: they may be a name. */
export interface UnknownWords {
  readonly told: readonly UnmetWish[];
  /** Different words that fewer people than `leastPeople` said. */
  readonly withheld: number;
  readonly leastPeople: number;
}

/** A share or a mean with its interval of 95 %. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** People who agreed to be known again, and of whom something was seen in the time. */
export interface ShopperGroup {
  readonly people: number;
  readonly buyers: number;
  /** Share that bought. */
  readonly conversion: Interval;
  /** What a buyer spent in the time, in minor units, by currency; of customers whose orders are known here. */
  readonly spent: readonly ({ readonly currency: string; readonly buyers: number } & Interval)[];
}

/**
 * People who chatted beside those who did not. Not what the assistant brings about: who asks is about to buy more often anyway.
 * Where a group is smaller than `leastPeople` nothing is told of either.
 */
export type ShopperComparison =
  | {
      readonly kind: 'compared';
      readonly chatting: ShopperGroup;
      readonly others: ShopperGroup;
      /** Conversion of the first less that of the second. */
      readonly difference: Interval;
      readonly leastPeople: number;
    }
  | { readonly kind: 'too-few'; readonly leastPeople: number };

/** What can be laid beside the same of another time. */
export interface Headline {
  readonly conversations: number;
  readonly messages: number;
  /** Of the conversations, those that no person was asked for or did anything in; absent where there is none. */
  readonly withoutPersonShare?: Interval;
  readonly notFound: number;
  readonly p50Ms?: number;
  readonly waitMedianMs?: number;
  readonly satisfactionMean?: number;
  readonly complaints: number;
  /** Millionths of the currency unit of the prices. */
  readonly costMicros: number;
}

/** As many days just before, up to the same time of the last one where it is not over. */
export interface HeadlineBefore extends Headline {
  /** "2026-11-16" */
  readonly from: string;
  readonly to: string;
  /** Share without a person, now less then; absent where either has none. */
  readonly withoutPersonDifference?: Interval;
}

/** What happened in conversations. Conversations are counted on the day on which they said so first. */
export interface DeskReport extends ReportScope {
  /** When it was counted; ISO 8601. */
  readonly countedAt: string;
  /** The first of the days that was not over then; absent where all were. */
  readonly unfinishedFrom?: string;
  /** Absent where nothing was counted yet when that time began: it would look like growth. */
  readonly before?: HeadlineBefore;
  readonly conversations: Tally;
  readonly withoutPerson: Tally;
  readonly withoutPersonShare?: Interval;
  readonly messages: number;
  readonly days: readonly {
    readonly day: string;
    readonly conversations: number;
    readonly messages: number;
  }[];
  /** Messages by hour of the day, 24 of them. */
  readonly hours: readonly number[];
  readonly wanted: {
    readonly kinds: readonly Tally[];
    readonly wishes: readonly Tally[];
    readonly subjects: readonly Tally[];
  };
  readonly notFound: {
    /** In which nothing fitted, or a kind of thing was asked for that the shop does not have: each once. */
    readonly all: Tally;
    /** Conversations in which nothing fitted, and of which kinds. */
    readonly nothing: readonly UnmetWish[];
    /** In which some wish was given up, each once. */
    readonly givenUp: Tally;
    readonly relaxed: readonly UnmetWish[];
    readonly unknown: UnknownWords;
  };
  readonly shoppers: ShopperComparison;
  readonly spending: {
    readonly inputTokens: number;
    readonly outputTokens: number;
    /** Millionths of the currency unit of the prices. */
    readonly costMicros: number;
    readonly wattHours: { readonly low: number; readonly mid: number; readonly high: number };
  };
  readonly speed: {
    /** Of answers of the assistant; absent where there was none. */
    readonly p50Ms?: number;
    readonly p95Ms?: number;
    readonly slow: Tally;
    readonly degraded: readonly Tally[];
  };
  readonly persons: {
    readonly askedFor: readonly Tally[];
    readonly joined: Tally;
    readonly unanswered: Tally;
    /** From asking until somebody came; absent where nobody did. */
    readonly waitMs?: { readonly median: number; readonly p95: number };
    /** Of the messages, those that went to a person. In [0, 1]. */
    readonly messageShare: number;
  };
  readonly satisfaction: {
    readonly asked: number;
    readonly answered: number;
    /** 1 to 5; absent where nobody answered. */
    readonly mean?: number;
    /** Of those who answered, who gave 4 or 5. */
    readonly satisfiedShare?: Interval;
    readonly scores: readonly Tally[];
  };
  readonly complaints: Tally;
  readonly corrections: { readonly made: Tally; readonly undone: number };
}

/** Parts of a report that can be taken as a table. */
export const REPORT_TABLES = [
  'summary',
  'days',
  'hours',
  'kinds',
  'wishes',
  'subjects',
  'nothing',
  'relaxed',
  'unknown',
  'degraded',
  'handoffs',
  'satisfaction',
  'shoppers',
] as const;
export type ReportTable = (typeof REPORT_TABLES)[number];
