import type { CandidateSource } from './candidate.ts';
import type { Command } from './command.ts';
import type { DialogueState, ShownProduct } from './dialogue-state.ts';
import type { Language, Locale } from './locale.ts';
import type { Need } from './need.ts';

/** What one parser made of a message. */
export interface TracedReading {
  readonly language: Language;
  /** In [0, 1]. */
  readonly confidence: number;
  readonly commands: readonly Command[];
}

/** A step or an act by its kind, with the ids it holds and its plain facts; whole orders and addresses never. */
export interface TracedStep {
  readonly kind: string;
  readonly ids: readonly string[];
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

/** [signal, weight, value]: the contribution to the score is weight · value. */
export type TracedPart = readonly [signal: string, weight: number, value: number];

export interface TracedProduct {
  readonly productId: string;
  readonly score: number;
  readonly parts: readonly TracedPart[];
}

export interface TracedSource {
  readonly source: CandidateSource;
  /** Of all its candidates. */
  readonly count: number;
  /** [productId, score], best first: the first is of rank 1. */
  readonly candidates: readonly (readonly [productId: string, score: number])[];
}

/** A list that was shown, with what else was in question for it. */
export interface TracedList {
  readonly mode: string;
  readonly total: number;
  /** Attributes of the wishes that were given up. */
  readonly relaxed: readonly string[];
  readonly sources: readonly TracedSource[];
  readonly shown: readonly TracedProduct[];
  /** The best that were not shown. */
  readonly next: readonly TracedProduct[];
  /** Merchant's rules that held, with their versions; empty when none did. */
  readonly rules: string;
  /** The strategy it was ranked by; absent when there was nothing to choose. */
  readonly strategy?: string;
  /** Probability in (0, 1] that this way of ranking was chosen. */
  readonly propensity: number;
  readonly rankingVersion: string;
}

/** One call of a model. */
export interface TracedCall {
  readonly purpose: string;
  readonly model: string;
  /** "understand@3": the prompt and its version. */
  readonly prompt?: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly elapsedMs: number;
  /** Error code of a call that failed. */
  readonly failed?: string;
}

/** How a turn came about, stage by stage: enough to explain it, and to run it again. Holds no token, and of orders nothing but ids. */
export interface TurnTrace {
  /** What the turn began with, besides the message. */
  readonly asked: {
    readonly atMs: number;
    /** ISO 3166-1 alpha-2. */
    readonly market: string;
    readonly locale: Locale;
    readonly segments: readonly string[];
    /** Whether what is known of the shopper was used. */
    readonly personalization: boolean;
    readonly page?: ShownProduct;
    /** Without open forms and proposals of orders. */
    readonly state: DialogueState;
  };
  readonly readings: {
    readonly embedded: TracedReading;
    readonly model?: TracedReading;
    /** What was acted on. */
    readonly followed: TracedReading;
  };
  readonly need: { readonly before: Need; readonly after: Need };
  readonly acts: readonly TracedStep[];
  readonly lists: readonly TracedList[];
  readonly steps: readonly TracedStep[];
  /** The template's words for the plan. */
  readonly draft: string;
  readonly calls: readonly TracedCall[];
  /** Sentences of a model that were cut, with why, and what the house's own words said in their place. */
  readonly removed: readonly { readonly text: string; readonly reason: string; readonly instead?: string }[];
  readonly versions: {
    readonly code: string;
    readonly ranking: string;
    /** Of the house rules that it was said under: 0 until the desk writes some; absent in traces of before. */
    readonly houseRules?: number;
  };
  /** Something of an order or a basket was under way: the turn cannot be run again whole. */
  readonly bound?: true;
}

/** A stage of a turn, in the order in which they run. */
export const TURN_STAGES = ['understand', 'decide', 'retrieve', 'rank', 'reply'] as const;
export type TurnStage = (typeof TURN_STAGES)[number];
