import type { Need } from '../domain/need.ts';
import type { SpokenLanguage } from '../text/languages.ts';
import { type WrittenQuantity, writeQuantity } from '../text/write-quantity.ts';
import { currencyCalled } from './currency-words.ts';
import { type FoundQuantity, findQuantities } from './find-quantities.ts';
import { attributeOfAmount, nameBehind, namedAt, namesBeside } from './name-measures.ts';
import { type BoundMatch, matchBounds } from './quantity-bounds.ts';
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
  const attributes = words.filter(({ meaning }) => meaning.kind === 'attribute');
  const nameAt = (at: number) => namedAt({ from: at }, atoms, attributes, language);
  const isName = (at: number) => nameAt(at) !== undefined;
  const bare = findQuantities(text, atoms, language, isName);
  if (bare.length === 0) return [];
  const found = [...bare, ...bare.flatMap((quantity) => withName(quantity, atoms, attributes, language))];
  const types = typesWanted(words, context.need, vocabulary, isName);
  const toSpan = ({ from, to, bound, hint, amounts, names }: AmountsFound): Span[] => {
    const last = amounts.at(-1);
    const beside = [...names, ...namesBeside({ from, to }, atoms, attributes, language)];
    const meant = attributeOfAmount({ unit: last?.unit, beside, hint, types }, vocabulary);
    if (last === undefined || meant === undefined) return [];
    const { attribute, named } = meant;
    if (named === undefined && (bound === 'eq' || isMoney(last, atoms, currency))) return [];
    return [
      {
        from: Math.min(from, named?.from ?? from),
        to: Math.max(to, named?.to ?? to),
        meaning: {
          kind: 'amounts',
          attribute,
          bound,
          amounts: amounts.map((amount) => inUnit(amount, last)),
        },
        bonus: bound === 'eq' ? EXACT_BONUS : BOUND_BONUS,
      },
    ];
  };
  return [
    ...matchBounds(atoms, found, language, nameAt).flatMap((match) => toSpan(match)),
    ...bare.flatMap((quantity) =>
      quantity.unit === undefined
        ? []
        : [
            ...toSpan({ from: quantity.from, to: quantity.to, bound: 'eq', amounts: [quantity], names: [] }),
            ...toValue(quantity, types, vocabulary),
          ],
    ),
  ];
}

type AmountsFound = Omit<BoundMatch, 'bound'> & { readonly bound: BoundMatch['bound'] | 'eq' };

/** The amount taken together with its name, so that a bound may stand behind both: "80 cm wide at most". */
function withName(
  quantity: FoundQuantity,
  atoms: readonly Atom[],
  words: readonly Span[],
  language: SpokenLanguage,
): FoundQuantity[] {
  const named = nameBehind(quantity.to, atoms, words, language);
  return named === undefined ? [] : [{ ...quantity, to: named.to, named }];
}

/** The first of "10 to 20 litres" is in litres too. */
const inUnit = ({ value, unit }: WrittenQuantity, last: WrittenQuantity): WrittenQuantity => {
  const own = unit ?? last.unit;
  return own === undefined ? { value } : { value, unit: own };
};

/** "2 pounds" may be money. */
function isMoney({ to, named }: FoundQuantity, atoms: readonly Atom[], currency: string): boolean {
  const unit = atoms[(named?.from ?? to) - 1];
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

/** Kinds of things the shop has that the message names; when it names none, those that were wanted before. */
function typesWanted(
  words: readonly Span[],
  need: Need,
  vocabulary: Vocabulary,
  isName: (at: number) => boolean,
): string[] {
  const named = words.flatMap(({ from, meaning }) => {
    // "Pesa" is a dumbbell, and weighs.
    if (isName(from)) return [];
    if (meaning.kind === 'compound') return [meaning.head];
    return meaning.kind === 'concepts' ? meaning.concepts : [];
  });
  const types = named.filter((concept) => concept.kind === 'type' && vocabulary.hasConcept(concept));
  if (types.length > 0) return types.map(({ id }) => id);
  return need.constraints.flatMap(({ attribute, operator, value, known }) =>
    attribute === 'type' && operator === 'eq' && known ? [String(value)] : [],
  );
}
