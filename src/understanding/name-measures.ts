import { normalise } from '../text/analyze.ts';
import { perLanguage, SPOKEN_LANGUAGES, type SpokenLanguage } from '../text/languages.ts';
import { unitNamed } from '../text/units.ts';
import { grammarOf } from './grammar/index.ts';
import { quantityWordsOf, UNITS_OF_MEASURES } from './grammar/quantities.ts';
import { isFunctionWord } from './is-function-word.ts';
import { type Atom, readAtoms } from './read-atoms.ts';
import type { Span } from './span.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words that name an attribute or a measure, end exclusive. */
export interface NamedMeasure {
  readonly from: number;
  readonly to: number;
  /** All that they may name. */
  readonly names: readonly string[];
}

const LONGEST_NAME = 3;
const LENGTHS = Array.from({ length: LONGEST_NAME }, (_, index) => LONGEST_NAME - index);

const join = (words: string, language: SpokenLanguage): string =>
  readAtoms(words, language)
    .map(({ normal }) => normal)
    .join(' ');

const namesOf = perLanguage(
  (language): ReadonlyMap<string, string> =>
    new Map(
      Object.entries(quantityWordsOf(language).measures).flatMap(([measure, names = []]) =>
        names.map((name) => [join(name, language), measure] as const),
      ),
    ),
);

/** Everything that a measure is called in any language. */
const CALLED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.keys(UNITS_OF_MEASURES).map((measure) => [
    measure,
    new Set(
      SPOKEN_LANGUAGES.flatMap((language) =>
        (quantityWordsOf(language).measures[measure] ?? []).map((name) => join(name, language)),
      ),
    ),
  ]),
);

/** The longest name that `from` or `to` is an end of: an attribute of the shop's, or a word for a measure ("wide"). */
export function namedAt(
  end: { readonly from: number } | { readonly to: number },
  atoms: readonly Atom[],
  words: readonly Span[],
  language: SpokenLanguage,
): NamedMeasure | undefined {
  for (const length of LENGTHS) {
    const from = 'from' in end ? end.from : end.to - length;
    const to = from + length;
    if (from < 0 || to > atoms.length) continue;
    const said = atoms.slice(from, to).map(({ normal }) => normal);
    const measure = namesOf(language).get(said.join(' '));
    const attributes = words.flatMap((span) =>
      span.from === from && span.to === to && span.meaning.kind === 'attribute'
        ? [span.meaning.attribute]
        : [],
    );
    const names = measure === undefined ? attributes : [...attributes, measure];
    if (names.length > 0) return { from, to, names };
  }
  return undefined;
}

/** Words between a name and its bound: "weight should be at most". */
const LONGEST_GAP = 3;

/** The name right behind an amount: "80 cm wide", "16 GB of memory". */
export function nameBehind(
  to: number,
  atoms: readonly Atom[],
  words: readonly Span[],
  language: SpokenLanguage,
): NamedMeasure | undefined {
  const isLinked = quantityWordsOf(language).links.includes(atoms[to]?.normal ?? '');
  return (
    namedAt({ from: to }, atoms, words, language) ??
    (isLinked ? namedAt({ from: to + 1 }, atoms, words, language) : undefined)
  );
}

/** The names beside an amount: right behind it, then before it ("weight: max. 2 kg"). */
export function namesBeside(
  { from, to }: Pick<Span, 'from' | 'to'>,
  atoms: readonly Atom[],
  words: readonly Span[],
  language: SpokenLanguage,
): NamedMeasure[] {
  const beside = [nameBehind(to, atoms, words, language), nameBefore(from, atoms, words, language)];
  return beside.filter((named) => named !== undefined);
}

function nameBefore(
  from: number,
  atoms: readonly Atom[],
  words: readonly Span[],
  language: SpokenLanguage,
): NamedMeasure | undefined {
  for (let end = from; end > 0 && from - end <= LONGEST_GAP; end -= 1) {
    const named = namedAt({ to: end }, atoms, words, language);
    if (named !== undefined) return named;
    const atom = atoms[end - 1];
    if (atom === undefined || !isBetween(atom, language)) return undefined;
  }
  return undefined;
}

function isBetween(atom: Atom, language: SpokenLanguage): boolean {
  if (atom.kind === 'sign') return atom.normal === ':' || atom.normal === '=';
  const grammar = grammarOf(language);
  return isFunctionWord(atom, grammar) && !grammar.coordinators.includes(atom.normal);
}

/** Units in which people count much that no attribute tells: "something for 2 people". */
const COUNTED: ReadonlySet<string> = new Set(['person', 'pack', 'pair', 'year']);

/** What is known of an amount. */
export interface AmountContext {
  /** As `Unit.name`; absent for a bare number. */
  readonly unit: string | undefined;
  /** Names that stand beside it, the likeliest first. */
  readonly beside: readonly NamedMeasure[];
  /** A measure that a comparison hints at: "longer" is of length, or of time. */
  readonly hint: string | undefined;
  /** Kinds of things wanted. */
  readonly types: readonly string[];
}

/**
 * The attribute that an amount is of: by the name beside it, else by its unit when only one attribute of the kinds wanted is told in it.
 * undefined when that leaves none, or several: nothing is guessed.
 */
export function attributeOfAmount(
  { unit, beside, hint, types }: AmountContext,
  vocabulary: Pick<Vocabulary, 'attributesIn'>,
): { readonly attribute: string; readonly named?: NamedMeasure } | undefined {
  const base = unit === undefined ? undefined : unitNamed(unit)?.base;
  const measured = vocabulary.attributesIn(base, types);
  const told = measured.map(({ attribute }) => attribute);
  const fits = (name: string) => UNITS_OF_MEASURES[name]?.includes(base ?? '') ?? told.includes(name);
  const named = beside.find(({ names }) => names.some(fits));
  const wanted = named?.names.filter(fits) ?? [hint ?? ''].filter(fits);
  if (wanted.length === 0 && (base === undefined || (types.length === 0 && COUNTED.has(base))))
    return undefined;
  const exact = told.filter((attribute) => wanted.includes(attribute));
  const called = told.filter((attribute) => wanted.some((name) => isOfMeasure(attribute, name)));
  const [attribute, ...others] = wanted.length === 0 ? usual(measured) : exact.length > 0 ? exact : called;
  if (attribute === undefined || others.length > 0) return undefined;
  return named === undefined ? { attribute } : { attribute, named };
}

/** Below this share of the attribute told most often in a unit, another one is a slip of the feed. */
const LEAST_SHARE = 0.05;

const usual = (measured: ReturnType<Vocabulary['attributesIn']>): string[] =>
  measured
    .filter(({ products }) => products >= LEAST_SHARE * (measured[0]?.products ?? 0))
    .map(({ attribute }) => attribute);

/** Whether a part of a shop's own name for an attribute is of a measure: "item-weight", "gewicht". */
function isOfMeasure(attribute: string, measure: string): boolean {
  const words = normalise(attribute).split(/[^\p{L}\p{N}]+/u);
  const names = CALLED.get(measure);
  return words.some((_, from) =>
    LENGTHS.some((length) => names?.has(words.slice(from, from + length).join(' ')) === true),
  );
}
