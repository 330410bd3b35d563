import type { Need } from '../domain/need.ts';
import type { SpokenLanguage } from '../text/languages.ts';
import { writeQuantity } from '../text/write-quantity.ts';
import { currencyCalled } from './currency-words.ts';
import { type FoundQuantity, findQuantities } from './find-quantities.ts';
import type { PriceBound } from './grammar/index.ts';
import { attributeOfAmount, namedAt, namesBeside } from './name-measures.ts';
import { matchBounds } from './quantity-bounds.ts';
import type { Atom } from './read-atoms.ts';
import type { Span } from './span.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface QuantityContext {
  readonly text: string;
  readonly language: SpokenLanguage;
  readonly currency: string;
  readonly vocabulary: Vocabulary;
  /** The need so far: "under 2 kg", said of tents. */
  readonly need: Need;
}

/** A bound on an amount explains its words better than anything else that they may name. */
const BOUND_BONUS = 6;
const EXACT_BONUS = 4;

/**
 * Amounts of attributes that the shop has: "at least 16 GB", "under 2 kg", "max. 80 cm wide", "16 GB of memory". What bounds prices
 * bounds amounts; which attribute is meant, the words beside the amount say, or its unit when that leaves one.
 * An amount of no certain attribute is left to be looked for as words.
 */
export function annotateQuantities(
  atoms: readonly Atom[],
  words: readonly Span[],
  context: QuantityContext,
): Span[] {
  const { text, language, vocabulary, currency } = context;
  const isName = (at: number) => namedAt({ from: at }, atoms, words, language) !== undefined;
  const found = findQuantities(text, atoms, language, isName);
  if (found.length === 0) return [];
  const types = typesWanted(words, context.need);
  const toSpan = (
    { from, to }: Pick<Span, 'from' | 'to'>,
    { bound, hint }: { readonly bound: PriceBound | 'eq'; readonly hint?: string },
    fillings: readonly FoundQuantity[],
  ): Span[] => {
    const last = fillings.at(-1);
    const beside = namesBeside({ from, to }, atoms, words, language);
    const meant = attributeOfAmount({ unit: last?.unit, beside, hint, types }, vocabulary);
    if (last === undefined || meant === undefined) return [];
    const { attribute, named } = meant;
    if (named === undefined && (bound === 'eq' || isMoney(last, atoms, currency))) return [];
    const amounts = fillings.map(({ value, unit = last.unit }) =>
      unit === undefined ? { value } : { value, unit },
    );
    return [
      {
        from: Math.min(from, named?.from ?? from),
        to: Math.max(to, named?.to ?? to),
        meaning: { kind: 'amounts', attribute, bound, amounts },
        bonus: bound === 'eq' ? EXACT_BONUS : BOUND_BONUS,
      },
    ];
  };
  return [
    ...matchBounds(atoms, found, language).flatMap((match) => toSpan(match, match.meaning, match.fillings)),
    ...found.flatMap((quantity) =>
      quantity.unit === undefined
        ? []
        : [...toSpan(quantity, { bound: 'eq' }, [quantity]), ...toValue(quantity, types, vocabulary)],
    ),
  ];
}

/** "2 pounds" may be money. */
function isMoney({ to }: FoundQuantity, atoms: readonly Atom[], currency: string): boolean {
  const unit = atoms[to - 1];
  return unit !== undefined && currencyCalled(unit.raw, unit.normal, currency) !== undefined;
}

/** An amount alone, said otherwise than the catalogue says it ("0.5 l"), is the value it has ("500 ml"). */
function toValue(quantity: FoundQuantity, types: readonly string[], vocabulary: Vocabulary): Span[] {
  const { from, to, unit } = quantity;
  const attribute = attributeOfAmount({ unit, beside: [], hint: undefined, types }, vocabulary)?.attribute;
  if (attribute === undefined) return [];
  const known = vocabulary.canonicalValue(attribute, writeQuantity(quantity));
  const link = vocabulary.valuesOf(attribute).find((entry) => entry.value === known);
  return link === undefined ? [] : [{ from, to, meaning: { kind: 'values', links: [link] }, bonus: 0 }];
}

/** Kinds of things that the message names; when it names none, those that were wanted before. */
function typesWanted(words: readonly Span[], need: Need): string[] {
  const named = words.flatMap(({ meaning }) => {
    if (meaning.kind === 'compound') return [meaning.head];
    return meaning.kind === 'concepts' ? meaning.concepts : [];
  });
  const types = named.filter(({ kind }) => kind === 'type').map(({ id }) => id);
  if (types.length > 0) return types;
  return need.constraints.flatMap(({ attribute, operator, value }) =>
    attribute === 'type' && operator === 'eq' ? [String(value)] : [],
  );
}
