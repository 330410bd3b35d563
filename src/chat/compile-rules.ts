import type { RuleSet } from '../domain/merchandising.ts';
import type { CanonicalValue } from '../ranking/rules/match-target.ts';
import { createRuleBook, type RuleBook } from '../ranking/rules/rule-book.ts';
import type { Vocabulary } from '../understanding/vocabulary.ts';

/** Values as the catalogue writes them; each is looked up once. */
export function canonicalIn(vocabulary: Vocabulary): CanonicalValue {
  const known = new Map<string, string>();
  return (attribute, value) => {
    const key = `${attribute}\n${value}`;
    const found = known.get(key) ?? vocabulary.canonicalValue(attribute, value) ?? value;
    known.set(key, found);
    return found;
  };
}

/** Rules for the catalogue that a shop has. */
export const compileRules = (set: RuleSet, vocabulary: Vocabulary): RuleBook =>
  createRuleBook(set, canonicalIn(vocabulary));
