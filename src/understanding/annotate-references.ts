import type { ProductReference } from '../domain/command.ts';
import type { ShownProduct } from '../domain/dialogue-state.ts';
import { perLanguage } from '../text/languages.ts';
import { namesValue } from '../text/names-value.ts';
import { type Grammar, grammarOf } from './grammar/index.ts';
import { SERVICE_REFERENCES, type ServiceReference, type ShiftStep } from './grammar/service.ts';
import { endsInDigit } from './join-pieces.ts';
import { compilePattern, indexPatterns, matchPatterns, type PatternSet, type SlotReader } from './pattern.ts';
import type { PhraseContext } from './phrase-slots.ts';
import type { Atom } from './read-atoms.ts';
import { readValue } from './read-value.ts';
import type { Meaning, Span } from './span.ts';
import type { Vocabulary } from './vocabulary.ts';

type ReferenceKind = keyof Grammar['references'] | ServiceReference | 'lowest' | 'highest';
/** `attribute`: of what it is the least or the most. */
interface ReferenceMeaning {
  readonly kind: ReferenceKind;
  readonly attribute?: string;
}

/** Phrases for less and more of measures, or for the least and most of them. */
export function shiftPhrases<Step extends ShiftStep>({ shifts }: Grammar, ...steps: readonly Step[]) {
  return Object.entries(shifts).flatMap(([attribute, table]) =>
    steps.map((step) => ({ attribute, step, phrases: table[step] })),
  );
}

const referencesOf = perLanguage((language): PatternSet<ReferenceMeaning> => {
  const grammar = grammarOf(language);
  const compileAll = (phrases: readonly string[], meaning: ReferenceMeaning) =>
    phrases.map((phrase) => compilePattern(phrase, meaning, language));
  const own = Object.entries(grammar.references) as [keyof Grammar['references'], readonly string[]][];
  return indexPatterns([
    ...own.flatMap(([kind, phrases]) => compileAll(phrases, { kind })),
    ...SERVICE_REFERENCES.flatMap((kind) => compileAll(grammar.service[kind], { kind })),
    ...shiftPhrases(grammar, 'lowest', 'highest').flatMap(({ attribute, step, phrases }) =>
      compileAll(phrases, { kind: step, attribute }),
    ),
  ]);
});

/** Products pointed at: "the second", "the blue one", "the lightest". */
export function annotateReferences(
  atoms: readonly Atom[],
  slots: SlotReader<Meaning>,
  context: PhraseContext,
): Span[] {
  return matchPatterns(referencesOf(context.language), atoms, slots).flatMap((match): Span[] => {
    if (match.meaning.kind === 'bare' && countsNothing(atoms, match.to)) return [];
    const references = toReferences(match.meaning, match.fillings, context);
    const bonus = REFERENCE_BONUS[match.meaning.kind];
    return references.length === 0 ? [] : [{ ...match, meaning: { kind: 'references', references }, bonus }];
  });
}

/** A share ("10 %") and the beginning of a code ("650b") are no number of one. */
function countsNothing(atoms: readonly Atom[], to: number): boolean {
  const [last, next] = [atoms[to - 1], atoms[to]];
  if (last === undefined || next === undefined) return false;
  return next.normal === '%' || endsInDigit(last, next);
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
  trailing: 5,
  bare: -10,
  earlier: 6,
  other: 6,
  basket: 4,
  'list-before': 8,
  lowest: 8,
  highest: 8,
};

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
      return attributeReference(fillings, shown, vocabulary);
    case 'focus':
      return [{ kind: 'focus' }];
    case 'all':
      return leading(Math.max(2, Math.min(shown.length, 4)));
    case 'leading':
      return leading(filling?.kind === 'count' ? filling.count : 2);
    case 'trailing':
      return trailing(filling?.kind === 'count' ? filling.count : 2, shown.length);
  }
}

/** Of fewer than are asked for, all. */
const trailing = (count: number, shown: number): ProductReference[] =>
  leading(shown).slice(-count).slice(0, MOST_POINTED);

const MOST_POINTED = 4;

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

/** "the blue one", "the blue wool one": a product only when one like it is on the screen. */
function attributeReference(
  fillings: readonly Meaning[],
  shown: readonly ShownProduct[],
  vocabulary: Vocabulary,
): ProductReference[] {
  const values = fillings.flatMap((filling) => readValue(filling, vocabulary) ?? []);
  const [first, ...others] = values.map(({ attribute, value }) => ({ attribute, value }));
  if (first === undefined) return [];
  const isShown = shown.some((each) =>
    [first, ...others].every(({ attribute, value }) => namesValue(each, attribute, value)),
  );
  if (!isShown) return [];
  return [{ kind: 'attribute', ...first, ...(others.length === 0 ? {} : { also: others.slice(0, 3) }) }];
}
