import type { ProductReference } from '../domain/command.ts';
import type { ShownProduct } from '../domain/dialogue-state.ts';
import { isStopWord } from '../text/analyze.ts';
import { perLanguage, type SpokenLanguage } from '../text/languages.ts';
import { type Cue, type Grammar, grammarOf, type PriceBound } from './grammar/index.ts';
import {
  SERVICE_CUES,
  SERVICE_REFERENCES,
  type ServiceReference,
  type SHIFT_STEPS,
} from './grammar/service.ts';
import { compilePattern, type Filling, indexPatterns, matchPatterns, type PatternSet } from './pattern.ts';
import type { Atom } from './read-atoms.ts';
import { readValue } from './read-value.ts';
import type { Amount, Meaning, Span } from './span.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface PhraseContext {
  readonly language: SpokenLanguage;
  readonly vocabulary: Vocabulary;
  readonly shown: readonly ShownProduct[];
  /** Whether there is an answer that "show them" could mean. */
  readonly isAsked: boolean;
}

type ReferenceKind = keyof Grammar['references'] | ServiceReference | 'lowest' | 'highest';
/** `attribute`: of what it is the least or the most. */
interface ReferenceMeaning {
  readonly kind: ReferenceKind;
  readonly attribute?: string;
}
type PhraseMeaning =
  | Extract<Meaning, { kind: 'shift' | 'day' }>
  | { readonly kind: 'cue'; readonly cue: Cue }
  | { readonly kind: 'price'; readonly bound: PriceBound }
  | { readonly kind: 'question'; readonly attribute: string }
  | { readonly kind: 'negation'; readonly trailing?: true }
  | { readonly kind: 'size' | 'brand' };

interface CompiledGrammar {
  readonly references: PatternSet<ReferenceMeaning>;
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
  const shifts = <Step extends (typeof SHIFT_STEPS)[number]>(...steps: readonly Step[]) =>
    Object.entries(grammar.shifts).flatMap(([attribute, table]) =>
      steps.map((step) => ({ attribute, step, phrases: table[step] })),
    );
  const phrases = [
    ...entries(grammar.cues).flatMap(([cue, list]) => compileAll(list, { kind: 'cue', cue } as const)),
    ...entries(grammar.shopQuestions.cues).flatMap(([cue, list]) =>
      compileAll(list, { kind: 'cue', cue } as const),
    ),
    ...SERVICE_CUES.flatMap((cue) => compileAll(grammar.service[cue], { kind: 'cue', cue } as const)),
    ...shifts('lower', 'higher').flatMap(({ phrases, ...shift }) =>
      compileAll(phrases, { kind: 'shift', attribute: shift.attribute, direction: shift.step } as const),
    ),
    ...entries(grammar.personal).flatMap(([cue, list]) => compileAll(list, { kind: 'cue', cue } as const)),
    ...entries(grammar.prices).flatMap(([bound, list]) =>
      compileAll(list, { kind: 'price', bound } as const),
    ),
    ...entries(grammar.questions).flatMap(([attribute, list]) =>
      compileAll(list, { kind: 'question', attribute } as const),
    ),
    ...compileAll(grammar.negations, { kind: 'negation' } as const),
    ...compileAll(grammar.trailingNegations, { kind: 'negation', trailing: true } as const),
    ...compileAll(grammar.sizes, { kind: 'size' } as const),
    ...compileAll(grammar.brands, { kind: 'brand' } as const),
  ];
  return {
    references: indexPatterns<ReferenceMeaning>([
      ...entries(grammar.references).flatMap(([kind, list]) => compileAll(list, { kind })),
      ...SERVICE_REFERENCES.flatMap((kind) => compileAll(grammar.service[kind], { kind })),
      ...shifts('lowest', 'highest').flatMap(({ attribute, step, phrases: list }) =>
        compileAll(list, { kind: step, attribute }),
      ),
    ]),
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
  const references = matchPatterns(grammar.references, atoms, slots).flatMap((match): Span[] => {
    const found = toReferences(match.meaning, match.fillings, context);
    const bonus = REFERENCE_BONUS[match.meaning.kind];
    return found.length === 0
      ? []
      : [{ ...match, meaning: { kind: 'references', references: found }, bonus }];
  });
  const days = matchPatterns(grammar.days, atoms, slots).map(
    (match): Span => ({ from: match.from, to: match.to, meaning: { kind: 'day' }, bonus: DAY_BONUS }),
  );
  const withReferences = slotReader(atoms, [...words, ...references, ...days], context);
  const phrases = matchPatterns(grammar.phrases, atoms, withReferences).flatMap((match): Span[] => {
    if (!context.isAsked && match.meaning.kind === 'cue' && match.meaning.cue === 'show-asked') return [];
    const found = toMeaning(match.meaning, match.fillings);
    return found === undefined ? [] : [{ from: match.from, to: match.to, ...found }];
  });
  return [...references, ...days, ...phrases];
}

/** "it" and "the blue" are references only where a phrase takes them as one. */
const REFERENCE_BONUS: Readonly<Record<ReferenceKind, number>> = {
  ordinal: 3,
  last: 3,
  cheapest: 8,
  dearest: 8,
  attribute: -14,
  focus: -7,
  all: -6,
  leading: 4,
  bare: -10,
  earlier: 6,
  other: 6,
  basket: 4,
  'list-before': 8,
  lowest: 8,
  highest: 8,
};

/** A day matters only where a phrase takes it. */
const DAY_BONUS = -7;

function toReferences(
  { kind, attribute }: ReferenceMeaning,
  fillings: readonly Meaning[],
  { shown, vocabulary }: PhraseContext,
): ProductReference[] {
  const [filling] = fillings;
  switch (kind) {
    case 'ordinal':
    case 'bare':
      return positionOf(filling, shown);
    case 'last':
      return [{ kind: 'ordinal', position: -1 }];
    case 'cheapest':
    case 'dearest':
      return [{ kind: 'extreme', of: kind }];
    case 'lowest':
    case 'highest':
      return [{ kind: 'extreme', of: kind, ...(attribute === undefined ? {} : { attribute }) }];
    case 'earlier':
    case 'other':
    case 'basket':
      return [{ kind }];
    case 'list-before':
      return positionOf(filling, shown).map((reference) => ({ ...reference, list: 1 }));
    case 'attribute':
      return attributeReference(filling, shown, vocabulary);
    case 'focus':
      return [{ kind: 'focus' }];
    case 'all':
      return leading(Math.max(2, Math.min(shown.length, 4)));
    case 'leading':
      return leading(filling?.kind === 'count' ? filling.count : 2);
  }
}

const leading = (count: number): ProductReference[] =>
  Array.from({ length: count }, (_, index) => ({ kind: 'ordinal', position: index + 1 }));

function positionOf(
  filling: Meaning | undefined,
  shown: readonly ShownProduct[],
): Extract<ProductReference, { kind: 'ordinal' }>[] {
  const position =
    filling?.kind === 'ordinal'
      ? filling.position
      : filling?.kind === 'number'
        ? filling.value
        : filling?.kind === 'count'
          ? filling.count
          : 0;
  const isOnScreen = Number.isInteger(position) && position >= 1 && position <= Math.max(shown.length, 10);
  return isOnScreen ? [{ kind: 'ordinal', position }] : [];
}

/** "the blue one" is a product only when a blue one is on the screen. */
function attributeReference(
  filling: Meaning | undefined,
  shown: readonly ShownProduct[],
  vocabulary: Vocabulary,
): ProductReference[] {
  const found = filling === undefined ? undefined : readValue(filling, vocabulary);
  if (found === undefined) return [];
  const { attribute, value } = found;
  const isShown = shown.some(({ attributes }) => attributes[attribute]?.includes(value) === true);
  return isShown ? [{ kind: 'attribute', attribute, value }] : [];
}

const PHRASE_BONUS = {
  cue: 2,
  price: 5,
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
  affirm: 0,
  deny: 0,
  'no-preference': 4,
  deadline: 4,
  reason: -6,
  'plan-total': 2,

  cheaper: 8,
  dearer: 8,
  more: 0,
  filler: -5,
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
};

function toMeaning(
  meaning: PhraseMeaning,
  fillings: readonly Meaning[],
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
    case 'question':
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

const NAMED_SLOTS: Readonly<Record<string, (meaning: Meaning) => boolean>> = {
  number: ({ kind }) => kind === 'number',
  ordinal: ({ kind }) => kind === 'ordinal',
  count: ({ kind }) => kind === 'count',
  money: ({ kind }) => kind === 'amount',
  amount: (meaning) => meaning.kind === 'amount' && meaning.amount.currency !== undefined,
  attribute: ({ kind }) => kind === 'attribute',
  ref: ({ kind }) => kind === 'references',
  day: ({ kind }) => kind === 'day',
  type: (meaning) =>
    (meaning.kind === 'concepts' && meaning.concepts.some(({ kind }) => kind === 'type')) ||
    meaning.kind === 'compound' ||
    meaning.kind === 'shop-type',
  value: (meaning) =>
    meaning.kind === 'values' ||
    meaning.kind === 'size' ||
    (meaning.kind === 'concepts' && meaning.concepts.some(({ kind }) => VALUE_KINDS.has(kind))),
};

const VALUE_KINDS: ReadonlySet<string> = new Set(['color', 'material', 'pattern', 'gender']);

function slotReader(atoms: readonly Atom[], spans: readonly Span[], context: PhraseContext) {
  const starting = Map.groupBy(spans, ({ from }) => from);
  return (slot: string, at: number): readonly Filling<Meaning>[] => {
    const accepts = NAMED_SLOTS[slot];
    if (accepts !== undefined) {
      return (starting.get(at) ?? []).flatMap(({ to, meaning }) =>
        accepts(meaning) ? [{ to, payload: meaning }] : [],
      );
    }
    const atom = atoms[at];
    if (atom === undefined) return [];
    if (slot === 'any') return [{ to: at + 1, payload: { kind: 'negation' } }];
    return slot === 'size' ? readWrittenSize(atoms, at, context) : readName(atoms, at, context);
  };
}

const SIZE = /^(?:\d{1,3}(?:[.,]\d)?|x{0,4}[sml]|\d{1,2}xl|small|medium|large)$/;
const SYSTEMS: ReadonlySet<string> = new Set(['eu', 'us', 'uk', 'fr', 'it', 'de']);

/** What stands after "size": known when the catalogue has it, spelled with or without the system ("EU 42"). */
function readWrittenSize(
  atoms: readonly Atom[],
  at: number,
  { vocabulary }: PhraseContext,
): readonly Filling<Meaning>[] {
  const hasSystem = SYSTEMS.has(atoms[at]?.normal ?? '');
  const size = atoms[hasSystem ? at + 1 : at];
  if (size === undefined || !SIZE.test(size.normal)) return [];
  const written = size.normal.replace(',', '.');
  const system = hasSystem ? (atoms[at]?.normal ?? '') : '';
  const spellings = [
    `${system} ${written}`.trim(),
    `${system}${written}`,
    written,
    written.replace('.', ','),
  ];
  const value = spellings
    .map((spelling) => vocabulary.canonicalValue('size', spelling))
    .find((found) => found !== undefined);
  const payload: Meaning = {
    kind: 'size',
    value: value ?? spellings[0]?.toUpperCase() ?? written,
    known: value !== undefined,
  };
  return [{ to: hasSystem ? at + 2 : at + 1, payload }];
}

/** A maker of the shop, or a capitalised word that nothing else is known of, with nothing of content behind it: "by Acme". */
function readName(atoms: readonly Atom[], at: number, context: PhraseContext): readonly Filling<Meaning>[] {
  const { language, vocabulary } = context;
  const [atom, next] = atoms.slice(at, at + 2);
  const match = vocabulary.linkAt(atoms, at, language);
  const brand = match?.links.find(({ attribute }) => attribute === 'brand');
  if (match !== undefined && brand !== undefined)
    return [{ to: match.to, payload: { kind: 'brand', name: brand.value } }];
  if (atom?.kind !== 'word' || !/^\p{Lu}/u.test(atom.raw) || isStopWord(atom, language)) return [];
  const { named, described } = vocabulary.usageOf(atom.raw, language);
  const isLast = next === undefined || next.kind === 'sign' || isStopWord(next, language);
  if (named > 0 || described || !isLast) return [];
  return [{ to: at + 1, payload: { kind: 'brand', name: atom.raw } }];
}
