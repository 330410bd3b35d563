import type { Language } from '../domain/locale.ts';
import type { Constraint } from '../domain/need.ts';
import type { IndexField, IndexFilter } from '../ports/product-index.ts';
import { analyzeTerms } from '../text/analyze.ts';
import { concept } from '../text/lexicon/index.ts';
import type { Synonyms } from './synonyms.ts';

/** Where a shop says what a thing is. */
const NAMING_FIELDS: readonly IndexField[] = ['title', 'category', 'attributes'];

type ToFilters = (constraint: Constraint) => readonly IndexFilter[];

/**
 * What a kind of thing demands, with the merchant's synonyms: a product may also be of a kind that a rule names, or be called
 * so. Everything else demands what it did. Without it a limit to sofas would hide what the merchant said is one.
 *
 * @param languages Of the shop's texts.
 */
export function widenBySynonyms(
  toFilters: ToFilters,
  synonyms: Synonyms,
  languages: readonly Language[],
): ToFilters {
  return (constraint) => {
    const own = toFilters(constraint);
    if (constraint.attribute !== 'type' || constraint.operator !== 'eq' || own.length === 0) return own;
    const meanings = synonyms.meanings(constraint.words);
    if (meanings.length === 0) return own;
    const kinds = meanings.flatMap((words) => {
      const named = concept('type', words);
      return named === undefined ? [] : toFilters({ ...constraint, value: named.id });
    });
    const called = meanings.flatMap((words) => languages.map((language) => analyzeTerms(words, language)));
    const anyOf = called.filter((terms) => terms.length > 0);
    const byName: IndexFilter[] = anyOf.length === 0 ? [] : [{ kind: 'terms', fields: NAMING_FIELDS, anyOf }];
    return own.map((filter) => ({ kind: 'any', of: [filter, ...kinds, ...byName] }));
  };
}
