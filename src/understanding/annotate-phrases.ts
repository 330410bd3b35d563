import { perLanguage, type SpokenLanguage } from '../text/languages.ts';
import { annotateReferences, shiftPhrases } from './annotate-references.ts';
import { type Cue, grammarOf, type PriceBound } from './grammar/index.ts';
import { type RatingPhrase, ratingPhrasesOf } from './grammar/ratings.ts';
import { SERVICE_CUES } from './grammar/service.ts';
import { compilePattern, indexPatterns, matchPatterns, type PatternSet } from './pattern.ts';
import { type PhraseContext, slotReader } from './phrase-slots.ts';
import { ratingWanted } from './rating-wanted.ts';
import type { Atom } from './read-atoms.ts';
import type { Amount, Meaning, Span } from './span.ts';
import type { Vocabulary } from './vocabulary.ts';

type PhraseMeaning =
  | Extract<Meaning, { kind: 'shift' | 'day' }>
  | { readonly kind: 'cue'; readonly cue: Cue }
  | { readonly kind: 'price'; readonly bound: PriceBound }
  | ({ readonly kind: 'rating' } & Omit<RatingPhrase, 'phrase'>)
  | { readonly kind: 'question'; readonly attribute: string }
  | { readonly kind: 'negation'; readonly trailing?: true; readonly joined?: true }
  | { readonly kind: 'size' | 'brand' };

interface CompiledGrammar {
  readonly phrases: PatternSet<PhraseMeaning>;
  /** What phrases hold beside references. */
  readonly days: PatternSet<PhraseMeaning>;
}

const compiledFor = perLanguage((language): CompiledGrammar => {
  const grammar = grammarOf(language);
  const compileAll = <M>(phrases: readonly string[], meaning: M) =>
    phrases.map((phrase) => compilePattern(phrase, meaning, language));
  const entries = <K extends string>(table: Readonly<Record<K, readonly string[]>>) =>
    Object.entries(table) as [K, readonly string[]][];
  const phrases = [
    ...entries(grammar.cues).flatMap(([cue, list]) => compileAll(list, { kind: 'cue', cue } as const)),
    ...entries(grammar.shopQuestions.cues).flatMap(([cue, list]) =>
      compileAll(list, { kind: 'cue', cue } as const),
    ),
    ...SERVICE_CUES.flatMap((cue) => compileAll(grammar.service[cue], { kind: 'cue', cue } as const)),
    ...shiftPhrases(grammar, 'lower', 'higher').flatMap(({ phrases, ...shift }) =>
      compileAll(phrases, { kind: 'shift', attribute: shift.attribute, direction: shift.step } as const),
    ),
    ...entries(grammar.personal).flatMap(([cue, list]) => compileAll(list, { kind: 'cue', cue } as const)),
    ...entries(grammar.prices).flatMap(([bound, list]) =>
      compileAll(list, { kind: 'price', bound } as const),
    ),
    ...ratingPhrasesOf(language).map(({ phrase, ...rating }) =>
      compilePattern(phrase, { kind: 'rating', ...rating } as const, language),
    ),
    ...entries(grammar.questions).flatMap(([attribute, list]) =>
      compileAll(list, { kind: 'question', attribute } as const),
    ),
    ...compileAll(grammar.negations, { kind: 'negation' } as const),
    ...compileAll(grammar.trailingNegations, { kind: 'negation', trailing: true } as const),
    ...compileAll(grammar.trailingListNegations, {
      kind: 'negation',
      trailing: true,
      joined: true,
    } as const),
    ...compileAll(grammar.sizes, { kind: 'size' } as const),
    ...compileAll(grammar.brands, { kind: 'brand' } as const),
  ];
  return {
    phrases: indexPatterns<PhraseMeaning>(phrases),
    days: indexPatterns<PhraseMeaning>(compileAll(grammar.service.days, { kind: 'day' } as const)),
  };
});

/** Phrases of the language over what the words name: references first, then everything that may hold one. */
export function annotatePhrases(
  atoms: readonly Atom[],
  words: readonly Span[],
  context: PhraseContext,
): Span[] {
  const grammar = compiledFor(context.language);
  const slots = slotReader(atoms, words, context);
  const references = annotateReferences(atoms, slots, context);
  const days = matchPatterns(grammar.days, atoms, slots).map(
    (match): Span => ({ from: match.from, to: match.to, meaning: { kind: 'day' }, bonus: DAY_BONUS }),
  );
  const withReferences = slotReader(atoms, [...words, ...references, ...days], context);
  const begin = beginOf(atoms, context.language);
  const phrases = matchPatterns(grammar.phrases, atoms, withReferences, begin).flatMap((match): Span[] => {
    if (!context.isAsked && match.meaning.kind === 'cue' && match.meaning.cue === 'show-asked') return [];
    const found = toMeaning(match.meaning, match.fillings, context.vocabulary);
    return found === undefined ? [] : [{ from: match.from, to: match.to, ...found }];
  });
  return [...references, ...days, ...phrases];
}

/** Behind the words that stand before what is said; at the first word where there is nothing else. */
function beginOf(atoms: readonly Atom[], language: SpokenLanguage): number {
  const { interjections } = grammarOf(language);
  const begin = atoms.findIndex(({ normal }) => !interjections.includes(normal));
  return Math.max(begin, 0);
}

/** A day matters only where a phrase takes it. */
const DAY_BONUS = -7;

const PHRASE_BONUS = {
  cue: 2,
  price: 5,
  rating: 7,
  question: 0,
  negation: 2,
  size: 4,
  brand: 2,
  shift: 6,
  day: 0,
} as const;

/** "cheaper" is more than something cheap; "more" is little by itself. */
const CUE_BONUS: Partial<Record<Cue, number>> = {
  ...Object.fromEntries(SERVICE_CUES.map((cue) => [cue, 8])),
  affirm: 4,
  deny: 4,
  'no-preference': 6,
  deadline: 4,
  reason: -6,
  'plan-total': 2,

  cheaper: 8,
  dearer: 8,
  more: 0,
  correction: 10,
  filler: -5,
  instead: -4,
  'if-possible': -2,
  language: 4,
  find: 1,
  why: 4,
  'show-asked': 8,
  'history-stop': 8,
  'history-resume': 8,
  'history-agree': 20,
  'history-forget': 8,
  'history-tell': 8,
  'without-reasons': 8,
  'goes-with': 6,
  'of-these': -6,
  'in-shop': -6,
  cheapest: 6,
  dearest: 6,
  'sort-cheapest': 6,
  'sort-dearest': 6,
  'sort-best': 6,
  'sort-rating': 8,
};

function toMeaning(
  meaning: PhraseMeaning,
  fillings: readonly Meaning[],
  vocabulary: Vocabulary,
): { meaning: Meaning; bonus: number } | undefined {
  const bonus = PHRASE_BONUS[meaning.kind];
  switch (meaning.kind) {
    case 'cue':
      return { meaning: { ...meaning, fillings }, bonus: CUE_BONUS[meaning.cue] ?? bonus };
    case 'price': {
      const amounts: Amount[] = fillings.flatMap((filling) =>
        filling.kind === 'amount' ? [filling.amount] : [],
      );
      return amounts.length === 0 ? undefined : { meaning: { ...meaning, amounts }, bonus };
    }
    case 'rating': {
      const wanted = ratingWanted(meaning, fillings, vocabulary);
      return wanted === undefined ? undefined : { meaning: wanted, bonus };
    }
    case 'question':
      return { meaning: { ...meaning, fillings }, bonus };
    case 'shift':
    case 'day':
    case 'negation':
      return { meaning, bonus };
    case 'size': {
      const size = fillings.find((filling) => filling.kind === 'size');
      return size === undefined ? undefined : { meaning: size, bonus };
    }
    case 'brand': {
      const brand = fillings.find((filling) => filling.kind === 'brand');
      return brand === undefined ? undefined : { meaning: brand, bonus };
    }
  }
}
