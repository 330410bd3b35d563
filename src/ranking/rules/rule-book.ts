import type { KeptRule, RuleSet } from '../../domain/merchandising.ts';
import type { ScorePart } from '../../domain/ranking.ts';
import type { IndexFilter } from '../../ports/product-index.ts';
import { type AskedFor, type CompiledConditions, compileConditions, holdsFor } from './asked-for.ts';
import {
  type CanonicalValue,
  type CompiledTarget,
  compileTarget,
  refusalFilters,
  type TargetFacts,
} from './match-target.ts';
import { indexTargets } from './target-index.ts';

/** One product's place in a list. */
export interface Pin {
  readonly rule: string;
  readonly productId: string;
  /** 1 the first. */
  readonly position: number;
}

/** The rules that hold for one list. */
export interface HeldRules {
  /** Ids with versions, ordered: two lists with the same one were made by the same rules. */
  readonly version: string;
  /** What passes is kept out by no rule; all hold. */
  readonly filters: readonly IndexFilter[];
  /** By position, then by rule; no product twice. */
  readonly pins: readonly Pin[];
  isExcluded(facts: TargetFacts): boolean;
  /** Parts `rule:<id>` that boosting and burying add to a product's score; ordered by id. */
  partsOf(facts: TargetFacts): readonly ScorePart[];
}

/** All rules of a shop, ready to be asked. */
export interface RuleBook {
  /** Version of the set. */
  readonly version: number;
  readonly size: number;
  /** Whether any rule asks for words: else nobody has to read them. */
  readonly readsWords: boolean;
  /**
   * The rules that hold for a list. In which order rules were written does not matter.
   * Cost: rules without words are looked at one by one, those with words only where their first word was asked for.
   */
  holding(asked: AskedFor): HeldRules;
}

interface CompiledRule {
  readonly rule: KeptRule;
  readonly target: CompiledTarget;
  /** Epoch milliseconds; inclusive, exclusive. */
  readonly fromMs: number;
  readonly untilMs: number;
}

export const NO_HELD_RULES: HeldRules = {
  version: '',
  filters: [],
  pins: [],
  isExcluded: () => false,
  partsOf: () => [],
};

/** Of a shop whose merchant has written none. */
export const NO_RULES: RuleBook = {
  version: 0,
  size: 0,
  readsWords: false,
  holding: () => NO_HELD_RULES,
};

export function createRuleBook(
  { version, rules }: RuleSet,
  canonicalValue: CanonicalValue = (_, value) => value,
): RuleBook {
  const compiled = rules.toSorted(byId).map((rule) => compileRule(rule, canonicalValue));
  const targetsOf = indexTargets(compiled);
  const byLanguage = new Map<string, ReturnType<typeof indexConditions>>();

  function candidates(asked: AskedFor): CompiledRule[] {
    const known = byLanguage.get(asked.language) ?? indexConditions(compiled, asked.language);
    byLanguage.set(asked.language, known);
    return known(asked);
  }

  return {
    version,
    size: rules.length,
    readsWords: rules.some(({ when }) => when.query !== undefined),
    holding(asked) {
      const held = candidates(asked).filter(
        ({ fromMs, untilMs }) => fromMs <= asked.nowMs && asked.nowMs < untilMs,
      );
      return held.length === 0
        ? NO_HELD_RULES
        : hold(held.toSorted((left, right) => byId(left.rule, right.rule)));
    },
  };

  function hold(held: readonly CompiledRule[]): HeldRules {
    const excluding = held.filter(({ rule }) => rule.action.kind === 'exclude');
    const chosen = new Set(held);
    const parts = new Map(
      held.flatMap((each) => {
        const part = toPart(each.rule);
        return part === undefined ? [] : [[each, part] as const];
      }),
    );
    return {
      version: held.map(({ rule }) => `${rule.id}@${rule.version}`).join(','),
      filters: refusalFilters(excluding.map(({ target }) => target)),
      pins: toPins(held),
      isExcluded: (facts) =>
        excluding.length > 0 &&
        targetsOf(facts).some((each) => chosen.has(each) && each.rule.action.kind === 'exclude'),
      partsOf: (facts) => (parts.size === 0 ? [] : targetsOf(facts).flatMap((each) => parts.get(each) ?? [])),
    };
  }
}

const compileRule = (rule: KeptRule, canonicalValue: CanonicalValue): CompiledRule => ({
  rule,
  target: compileTarget(rule.target, canonicalValue),
  fromMs: rule.from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(rule.from),
  untilMs: Date.parse(rule.until),
});

const byId = (left: KeptRule, right: KeptRule): number =>
  left.id < right.id ? -1 : left.id > right.id ? 1 : 0;

function toPart({ id, action }: KeptRule): ScorePart | undefined {
  if (action.kind !== 'boost' && action.kind !== 'bury') return undefined;
  const value = action.kind === 'boost' ? 1 : -1;
  return { signal: `rule:${id}`, weight: action.strength, value, contribution: value * action.strength };
}

/** Of two pins of one product the higher place counts. */
function toPins(held: readonly CompiledRule[]): Pin[] {
  const pins = held.flatMap(({ rule: { id, action }, target }) =>
    action.kind === 'pin'
      ? [...target.productIds].map((productId): Pin => ({ rule: id, productId, position: action.position }))
      : [],
  );
  const ordered = pins.toSorted((left, right) => left.position - right.position);
  const known = new Set<string>();
  return ordered.filter(({ productId }) => {
    const isNew = !known.has(productId);
    known.add(productId);
    return isNew;
  });
}

/** Finds the rules whose conditions hold: by their first word, so that most are never looked at. */
function indexConditions(
  rules: readonly CompiledRule[],
  language: string,
): (asked: AskedFor) => CompiledRule[] {
  const all = rules.map((rule) => ({ rule, conditions: compileConditions(rule.rule.when, language) }));
  const wordless = all.filter(({ conditions }) => conditions.stems === undefined);
  const byStem = Map.groupBy(
    all.filter(({ conditions }) => conditions.stems !== undefined && conditions.stems.length > 0),
    ({ conditions }) => conditions.stems?.[0] ?? '',
  );
  const holds = (asked: AskedFor) => (entry: { readonly conditions: CompiledConditions }) =>
    holdsFor(entry.conditions, asked);
  return (asked) => {
    const terms = new Set([...asked.unsaid, ...asked.words.flatMap((word) => [...word])]);
    const worded = byStem.size === 0 ? [] : [...terms].flatMap((term) => byStem.get(term) ?? []);
    return [...wordless, ...worded].filter(holds(asked)).map(({ rule }) => rule);
  };
}
