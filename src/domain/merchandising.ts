/** What a rule does with its target. */
export type RuleAction =
  /** Puts one product at a place of the list, 1 the first. */
  | { readonly kind: 'pin'; readonly position: number }
  /** Adds `strength` to the score; 1 is about what the best match of the words is worth. */
  | { readonly kind: 'boost'; readonly strength: number }
  /** Takes `strength` from the score. */
  | { readonly kind: 'bury'; readonly strength: number }
  /** Keeps out of every list. */
  | { readonly kind: 'exclude' };

/** What a rule is about: everything that is said holds at once, several values of one kind are alternatives. */
export interface RuleTarget {
  readonly productIds?: readonly string[];
  /** A path from the root ("Clothing > Scarves"): everything below it. */
  readonly category?: string;
  readonly brand?: string;
  /** By attribute of the catalogue: the variant has one of the values. */
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
}

/** When a rule holds: everything that is said holds at once; without anything it holds for every list. */
export interface RuleConditions {
  /** Words that are asked for, compared as the search compares them; `exact`: these and no others, in any order. */
  readonly query?: { readonly words: string; readonly match: 'all-words' | 'exact' };
  /** A path from the root: it, or something below it, is asked for. */
  readonly category?: string;
  /** ISO 3166-1 alpha-2. */
  readonly markets?: readonly string[];
  /** Those of the list's audience; one of them is enough. */
  readonly segments?: readonly string[];
}

/** What a merchant wants to be seen more, less, somewhere or not at all. */
export interface MerchandisingRule {
  readonly id: string;
  readonly action: RuleAction;
  readonly target: RuleTarget;
  readonly when: RuleConditions;
  /** ISO 8601 instant, inclusive; from the moment it is written when absent. */
  readonly from?: string;
  /** ISO 8601 instant, exclusive: every rule ends. */
  readonly until: string;
  /** Who answers for it. */
  readonly owner: string;
  /** Why it is there; may be empty. */
  readonly note: string;
}

/** A rule as it is kept. */
export interface KeptRule extends MerchandisingRule {
  /** Of the change that wrote it; grows with every change of any rule. */
  readonly version: number;
  /** ISO 8601 instants. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** All rules that are kept, by id. Version 0 is the empty set nobody has written yet. */
export interface RuleSet {
  readonly version: number;
  readonly rules: readonly KeptRule[];
}

/** A change of one rule; without the rule it was removed. */
export interface RuleChange {
  readonly version: number;
  /** ISO 8601 instant. */
  readonly at: string;
  /** Whoever says made it. */
  readonly author?: string;
  readonly rule?: KeptRule;
}

/** Something about a rule that is allowed and hardly meant. */
export interface RuleNotice {
  readonly rule: string;
  readonly code: /** Another rule pins another product to the same place of the same lists. */
    | 'same-position'
    /** What this rule pins, another one keeps out. */
    | 'excluded-pin'
    /** What this rule boosts, another one buries. */
    | 'opposed'
    /** What this rule pins is not sold in a market it is for. */
    | 'not-sold'
    /** Nothing in the shop is its target. */
    | 'matches-nothing'
    /** It is over. */
    | 'ended';
  /** The other rule of a conflict. */
  readonly other?: string;
  readonly reason: string;
}

/** What a rule may be, for whoever reads rules from outside. */
export const RULE_LIMITS = {
  lastPosition: 10,
  /** Below what a named product is worth: no boost stands above what was asked for by its code. */
  mostStrength: 2,
  productIds: 100,
  values: 50,
  attributes: 10,
  charactersPerText: 200,
} as const;
