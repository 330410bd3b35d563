import { perLanguage, type SpokenLanguage } from '../text/languages.ts';
import { WELL_KNOWN_BRANDS } from '../text/lexicon/brands.ts';
import { type Concept, conceptsAt, everyConceptAt, readCompound } from '../text/lexicon/index.ts';
import { currencyCalled } from './currency-words.ts';
import { grammarOf } from './grammar/index.ts';
import { isFunctionWord } from './is-function-word.ts';
import { type Atom, isCharacter, joinNormals, readAtoms } from './read-atoms.ts';
import { readNumber } from './read-number.ts';
import type { Meaning, Span } from './span.ts';
import { spelledNumber } from './spelled-numbers.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface WordContext {
  readonly language: SpokenLanguage;
  readonly currency: string;
  readonly vocabulary: Vocabulary;
}

const LONGEST_SHOP_TYPE = 6;
/** Who says nothing but a department's name means it, whatever else it may name. */
const SHOP_TYPE_ALONE = 4;
/** Of a name in a script that is read by characters. */
const LONGEST_CHARACTERS = 12;

/** What single words and fixed phrases name: numbers, amounts, the lexicon's concepts, the catalogue's values. */
export function annotateWords(atoms: readonly Atom[], context: WordContext): Span[] {
  const positions = positionsOf(context.language);
  return atoms.flatMap((atom, at) => [
    ...(atom.kind === 'sign' ? [] : readNumbers(atoms, at, context)),
    ...namesAt(positions, atoms, at),
    ...(atom.kind === 'sign'
      ? []
      : [...readConcepts(atoms, at, context), ...readCatalogue(atoms, at, context)]),
    ...readBrand(atom, at, context),
  ]);
}

const span = (from: number, to: number, meaning: Meaning, bonus: number): Span => ({
  from,
  to,
  meaning,
  bonus,
});

/** A number alone says little; the phrases around it give it a meaning. */
const ALONE = -8;

function readNumbers(atoms: readonly Atom[], at: number, { language, currency }: WordContext): Span[] {
  const { kind, normal = '' } = atoms[at] ?? {};
  const value = kind === 'number' ? readNumber(normal) : spelledNumber(normal, language);
  if (value === undefined) return [];
  const found = [span(at, at + 1, { kind: 'number', value }, ALONE)];
  const before = currencyAt(atoms[at - 1], currency);
  const after = currencyBehind(atoms, at + 1, currency);
  const amount = (code: string | undefined): Meaning => ({
    kind: 'amount',
    amount: { amount: value, ...(code === undefined ? {} : { currency: code }) },
  });
  if (after !== undefined) found.push(span(at, after.to, amount(after.code), 1));
  if (before !== undefined) found.push(span(at - 1, at + 1, amount(before), 1));
  const behind = atoms[at + 1]?.normal === '-' ? atoms[at + 2] : atoms[at + 1];
  const isMeasure = grammarOf(language).units.has(behind?.normal ?? '');
  if (!isMeasure && before === undefined && after === undefined)
    found.push(span(at, at + 1, amount(undefined), ALONE));
  return found;
}

const currencyAt = (atom: Atom | undefined, marketCurrency: string): string | undefined =>
  atom === undefined ? undefined : currencyCalled(atom.raw, atom.normal, marketCurrency);

/** Characters of the longest name of a currency: "米ドル". */
const LONGEST_CURRENCY = 3;

/** A currency behind a number, in one word or in characters. */
function currencyBehind(
  atoms: readonly Atom[],
  at: number,
  marketCurrency: string,
): { readonly code: string; readonly to: number } | undefined {
  const one = currencyAt(atoms[at], marketCurrency);
  if (one !== undefined) return { code: one, to: at + 1 };
  for (let length = LONGEST_CURRENCY; length > 1; length -= 1) {
    const name = atoms.slice(at, at + length);
    const word = joinNormals(name);
    const code =
      name.length === length && name.every(isCharacter)
        ? currencyCalled(word, word, marketCurrency)
        : undefined;
    if (code !== undefined) return { code, to: at + length };
  }
  return undefined;
}

interface Positions {
  readonly ordinals: ReadonlyMap<string, number>;
  readonly counts: ReadonlyMap<string, number>;
  /** Atoms of the longest name. */
  readonly longest: number;
}

const positionsOf = perLanguage((language): Positions => {
  const { ordinals, counts } = grammarOf(language);
  const atomsOf = (name: string) => readAtoms(name, language);
  const byName = (names: readonly (readonly string[])[], first: number) =>
    new Map(
      names.flatMap((words, index) =>
        words.map((word) => [joinNormals(atomsOf(word)), index + first] as const),
      ),
    );
  const lengths = [...ordinals, ...counts].flat().map((name) => atomsOf(name).length);
  return { ordinals: byName(ordinals, 1), counts: byName(counts, 2), longest: Math.max(1, ...lengths) };
});

function namesAt({ ordinals, counts, longest }: Positions, atoms: readonly Atom[], at: number): Span[] {
  const lengths = Array.from({ length: Math.min(longest, atoms.length - at) }, (_, index) => index + 1);
  return lengths.flatMap((length) => {
    const name = joinNormals(atoms.slice(at, at + length));
    const position = ordinals.get(name);
    const count = counts.get(name);
    return [
      ...(position === undefined ? [] : [span(at, at + length, { kind: 'ordinal', position }, ALONE)]),
      ...(count === undefined ? [] : [span(at, at + length, { kind: 'count', count }, ALONE)]),
    ];
  });
}

/** What the shop has nothing of is a worse reading than a value it has (a brand "Oak"); a kind not sold, of several words, than its parts. */
const NOT_SOLD = -6;

function readConcepts(atoms: readonly Atom[], at: number, context: WordContext): Span[] {
  const { language, vocabulary } = context;
  const found: Span[] = [];
  const atom = atoms[at];
  const own = everyConceptAt(atoms, at, language);
  const all = own.length === 0 && isForeign(atom, language) ? englishAt(atoms, at) : own;
  for (const { concepts, to } of all) {
    if (!isWhole(atoms, at, to, language)) continue;
    const sold = concepts.some((concept) => concept.kind !== 'type' || vocabulary.hasConcept(concept));
    const isHeld = concepts.some((concept) => vocabulary.hasConcept(concept));
    const isNamed = !isHeld && (vocabulary.linkAt(atoms, at, language)?.to ?? at) >= to;
    const bonus = isNamed ? NOT_SOLD : sold ? 2 : to - at > 1 ? NOT_SOLD : 0;
    found.push(span(at, to, { kind: 'concepts', concepts }, bonus));
  }
  const compound = atom === undefined || found.length > 0 ? undefined : readCompound(atom, language);
  if (compound !== undefined) found.push(span(at, at + 1, { kind: 'compound', ...compound }, 1));
  return found;
}

/**
 * Whether a run is no chance piece of longer words: one character alone ("本" of "日本") must be a word of the dictionary, or one of
 * two that are joined ("革靴"); letters of loan words must not begin within one, unless the run is long enough to be no chance.
 */
function isWhole(atoms: readonly Atom[], from: number, to: number, language: SpokenLanguage): boolean {
  const [first, before] = [atoms[from], atoms[from - 1]];
  if (first?.word === undefined) return true;
  const { start, end } = first.word;
  if (to - from === 1) {
    const other = first.start === start ? from + 1 : from - 1;
    const isJoined = () => everyConceptAt(atoms.slice(other, other + 1), 0, language).length > 0;
    return end - start === first.raw.length || (end - start === LONGEST_JOINED && isJoined());
  }
  const isWithin = first.start !== start && before?.word !== undefined;
  return !isWithin || to - from >= SHORTEST_WITHIN || !KATAKANA.test(first.normal);
}

const KATAKANA = /^[\p{Script=Katakana}ー]/u;
/** Characters of a dictionary word that may be two words of one character each. */
const LONGEST_JOINED = 2;
const SHORTEST_WITHIN = 3;

/** What English words of the shop a message in another language names. */
function englishAt(atoms: readonly Atom[], at: number): ReturnType<typeof everyConceptAt> {
  const { found, to } = conceptsAt(atoms, at, 'en', SHOP_KINDS);
  return found.length === 0 ? [] : [{ concepts: found, to }];
}

const isForeign = (atom: Atom | undefined, language: SpokenLanguage): boolean =>
  language !== 'en' && atom !== undefined && !isFunctionWord(atom, grammarOf(language));

/** English words are understood in every language where the shop's own words are meant, not the talk around them. */
const SHOP_KINDS = ['type', 'color', 'material', 'pattern'] satisfies Concept['kind'][];

function readCatalogue(atoms: readonly Atom[], at: number, { vocabulary, language }: WordContext): Span[] {
  const found: Span[] = [];
  const match = vocabulary.linkAt(atoms, at, language);
  const links = match?.links.filter(
    ({ attribute, value }) => attribute !== 'size' || value.length > LETTERS_OF_SIZE,
  );
  if (match !== undefined && links !== undefined && links.length > 0) {
    found.push(span(at, match.to, { kind: 'values', links }, 0));
  }
  const [first] = atoms.slice(at, at + 1);
  const longest = first !== undefined && isCharacter(first) ? LONGEST_CHARACTERS : LONGEST_SHOP_TYPE;
  for (let length = 1; length <= longest && at + length <= atoms.length; length += 1) {
    const words = joinNormals(atoms.slice(at, at + length));
    const type = vocabulary.shopType(words);
    const bonus = length === atoms.length ? SHOP_TYPE_ALONE : 1;
    if (type !== undefined) found.push(span(at, at + length, { kind: 'shop-type', type }, bonus));
    const attribute = vocabulary.attributeCalled(words, language);
    if (attribute !== undefined) found.push(span(at, at + length, { kind: 'attribute', attribute }, -4));
  }
  return found;
}

/** A well-known maker that the shop does not carry. */
function readBrand(atom: Atom, at: number, { vocabulary }: WordContext): Span[] {
  if (!WELL_KNOWN_BRANDS.has(atom.normal) || vocabulary.canonicalValue('brand', atom.normal) !== undefined)
    return [];
  return [span(at, at + 1, { kind: 'brand', name: atom.raw }, -1)];
}

/** Sizes of more letters are words ("king size"); shorter ones are read by their own rules. */
const LETTERS_OF_SIZE = 4;
