import type { Language, Locale } from '../domain/locale.ts';
import type { Constraint, Need } from '../domain/need.ts';
import type { IndexFilter } from '../ports/product-index.ts';
import { type HeldLessons, NO_HELD_LESSONS } from '../ranking/lessons/lesson-book.ts';
import { type AskedFor, type AskedWord, distinctStems } from '../ranking/rules/asked-for.ts';
import { type HeldRules, NO_HELD_RULES } from '../ranking/rules/rule-book.ts';
import { askedScope } from './asked-scope.ts';
import type { Shop } from './shop.ts';
import { isSaid } from './wanted-value.ts';

/** For whom and when a list is made, as far as the merchant's rules look at it. */
export interface RuleMoment {
  /** ISO 3166-1 alpha-2. */
  readonly market: string;
  readonly locale: Locale;
  readonly language: Language;
  readonly segments: readonly string[];
  readonly nowMs: number;
  /** Keys of categories that are asked for besides those of the need: of the product whose page it is. */
  readonly categories?: readonly string[];
}

/** A shop whose lists obey the merchant's rules. */
export interface RuledShop extends Shop {
  /** The rules that hold for a need; the same for the same need as long as this shop is used. */
  rulesFor(need: Need): HeldRules;
  /** What is asked for and what agents taught of it; the same for the same need. */
  taughtFor(need: Need): TaughtOfNeed;
}

/** The kinds of things that are asked for, and the lessons that count there. */
export interface TaughtOfNeed {
  readonly scope: readonly string[];
  readonly lessons: HeldLessons;
}

/** Terms of less weight are near to a word, and not the word. */
const LEAST_WEIGHT = 0.8;

/**
 * The shop as the merchant's rules show it at a moment: what they exclude is in no list, no count and no proposal. The rules,
 * and all else that lists are ranked by, stay as they are now however long it is used. A shop that is under rules already is
 * given back.
 */
export function underRules(shop: Shop, moment: RuleMoment): RuledShop {
  if (isRuled(shop)) return shop;
  const ranking = shop.ranking.current();
  const { rules, lessons } = ranking;
  const asked = new WeakMap<Need, TaughtOfNeed>();

  function taughtFor(need: Need): TaughtOfNeed {
    const known = asked.get(need);
    if (known !== undefined) return known;
    const scope = askedScope(need, moment.categories);
    const found = { scope, lessons: lessons?.of(scope) ?? NO_HELD_LESSONS };
    asked.set(need, found);
    return found;
  }

  const fixed = { ...shop.ranking, current: () => ranking };
  const plain = { ...shop, rankingVersion: shop.rankingVersion, ranking: fixed, taughtFor };
  if (rules.size === 0) return { ...plain, rulesFor: () => NO_HELD_RULES };
  const held = new WeakMap<Need, HeldRules>();

  function rulesFor(need: Need): HeldRules {
    const known = held.get(need);
    if (known !== undefined) return known;
    const words = rules.readsWords ? readWords(shop, need, moment) : NO_WORDS;
    const found = rules.holding({ ...moment, ...words, categories: categoriesOf(shop, need, moment) });
    held.set(need, found);
    return found;
  }

  return { ...plain, retriever: shop.retriever.within((need) => rulesFor(need).filters), rulesFor };
}

/** Versions of everything that a list was ranked by. */
export function versionUnder(shop: RuledShop, need: Need): string {
  const [rules, lessons] = [shop.rulesFor(need).version, shop.taughtFor(need).lessons.version];
  return [
    shop.rankingVersion,
    ...(rules === '' ? [] : [`rules:${rules}`]),
    ...(lessons === '' ? [] : [`lessons:${lessons}`]),
  ].join(' ');
}

const isRuled = (shop: Shop): shop is RuledShop => 'rulesFor' in shop;

type AskedWords = Pick<AskedFor, 'words' | 'unsaid'>;

const NO_WORDS: AskedWords = { words: [], unsaid: new Set() };

/** The words of the shopper, read as the search reads them; what was chosen from a list of values is no word. */
function readWords(shop: Shop, need: Need, { locale, language }: RuleMoment): AskedWords {
  const wanted = need.constraints.filter(
    (constraint) => constraint.operator === 'eq' && constraint.attribute !== 'price' && isSaid(constraint),
  );
  const texts = [need.query, ...wanted.map(({ words }) => words)];
  const stems = new Set(texts.flatMap((text) => distinctStems(text, language)));
  const sought = shop.retriever
    .queryTerms({ ...need, constraints: need.constraints.filter(isSaid) }, locale)
    .filter(({ weight }) => weight >= LEAST_WEIGHT);
  const groups = [...Map.groupBy(sought, ({ group }) => group).values()].map(
    (terms) => new Set(terms.map(({ term }) => term)),
  );
  const words = [...stems].map(
    (stem): AskedWord =>
      new Set([stem, ...groups.filter((group) => group.has(stem)).flatMap((group) => [...group])]),
  );
  const unsaid = groups.filter((group) => [...stems].every((stem) => !group.has(stem)));
  return { words, unsaid: new Set(unsaid.flatMap((group) => [...group])) };
}

/** Categories that a need names, and those in which things of the kind it names stand. */
function categoriesOf(
  shop: Pick<Shop, 'vocabulary'>,
  need: Need,
  { categories = [] }: Pick<RuleMoment, 'categories'>,
): string[] {
  const kinds = need.constraints.filter(
    ({ attribute, operator, known }) =>
      known && operator === 'eq' && (attribute === 'category' || attribute === 'type'),
  );
  return [
    ...categories,
    ...kinds.flatMap((kind: Constraint) => shop.vocabulary.toFilters(kind)).flatMap(categoryKeys),
  ];
}

const categoryKeys = (filter: IndexFilter): readonly string[] =>
  filter.kind === 'category' ? filter.anyOf : filter.kind === 'any' ? filter.of.flatMap(categoryKeys) : [];
