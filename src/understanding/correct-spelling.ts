import { normalise, splitWords } from '../text/analyze.ts';
import { perLanguage, type SpokenLanguage } from '../text/languages.ts';
import { CONCEPTS, type Concept, conceptsAt, formsOf, readCompound } from '../text/lexicon/index.ts';
import { withPlural } from '../text/lexicon/inflect.ts';
import { type Grammar, grammarOf } from './grammar/index.ts';
import { isFunctionWord } from './is-function-word.ts';
import type { Atom } from './read-atoms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Shorter words have too many neighbours. */
const SHORTEST = 4;
/** Words from this length on may have two slips, shorter ones one. */
const LONG = 9;

/** Below this length, an exchanged letter makes another word rather than a slip: sport and short. */
const LONG_ENOUGH_TO_EXCHANGE = 6;

const NAMED: ReadonlySet<string> = new Set(['type', 'color', 'material', 'pattern']);

/**
 * Words with a slip of the finger that stand close to a word for things, looks or makes: "jakcet" is read as "jacket".
 * Only what nothing knows is corrected, to what the shop has, else to a longer word of what shoppers say: no word of the language's
 * phrases, of the lexicon, of the shop. What was written stays in `raw`.
 *
 * @returns The same atoms when nothing is misspelled. Cost: the words of similar length, for each unknown word.
 */
export function correctSpelling(
  atoms: readonly Atom[],
  language: SpokenLanguage,
  vocabulary: Vocabulary,
): readonly Atom[] {
  return atoms.map((atom, at) => {
    if (atom.kind !== 'word' || atom.normal.length < SHORTEST) return atom;
    if (isKnown(atoms, at, language, vocabulary)) return atom;
    const first = atom.normal[0] ?? '';
    const meant =
      closest(atom.normal, soldWords(language, vocabulary).get(first) ?? []) ??
      closest(atom.normal, talkBeside(atom.normal, wordsOf(language).talk.get(first) ?? []), 1);
    const [token] = meant === undefined ? [] : splitWords(meant, language);
    return token === undefined ? atom : { ...atom, normal: token.normal, stem: token.stem };
  });
}

/** By first letter. */
type SoldWords = ReadonlyMap<string, readonly string[]>;

/** A vocabulary does not change: what it sells is named once for each language. */
const sold = new WeakMap<Vocabulary, (language: SpokenLanguage) => SoldWords>();

function soldWords(language: SpokenLanguage, vocabulary: Vocabulary): SoldWords {
  const known =
    sold.get(vocabulary) ??
    perLanguage((spoken) => {
      const things = wordsOf(spoken).things.filter(({ concept }) => vocabulary.hasConcept(concept));
      return Map.groupBy(
        things.map(({ word }) => word),
        (word) => word[0] ?? '',
      );
    });
  sold.set(vocabulary, known);
  return known(language);
}

function isKnown(
  atoms: readonly Atom[],
  at: number,
  language: SpokenLanguage,
  vocabulary: Vocabulary,
): boolean {
  const atom = atoms[at];
  if (atom === undefined || isFunctionWord(atom, grammarOf(language))) return true;
  if (wordsOf(language).spoken.has(atom.normal) || conceptsAt(atoms, at, language).found.length > 0)
    return true;
  if (language !== 'en' && conceptsAt(atoms, at, 'en').found.length > 0) return true;
  if (readCompound(atom, language) !== undefined) return true;
  const { named, described } = vocabulary.usageOf(atom.raw, language);
  return named > 0 || described || vocabulary.shopType(atom.raw) !== undefined;
}

interface Words {
  /** Every word of the lexicon and of the language's phrases. */
  readonly spoken: ReadonlySet<string>;
  /** Single words that a misspelled one may be meant for. */
  readonly things: readonly { readonly word: string; readonly concept: Concept }[];
  /** Words of what shoppers ask for ("difference", "cheaper"), by first letter. */
  readonly talk: ReadonlyMap<string, readonly string[]>;
}

/** Shorter words of talk are too near to names that no shop has told us of. */
const SHORTEST_OF_TALK = 6;

function talkOf({ cues, prices, shopQuestions, service }: Grammar): ReadonlyMap<string, readonly string[]> {
  const phrases = [cues, prices, shopQuestions.cues, service].flatMap((table) => Object.values(table).flat());
  const words = normalise(phrases.join(' ')).match(/[\p{L}]+/gu) ?? [];
  const longer = [...new Set(words)].filter(({ length }) => length >= SHORTEST_OF_TALK);
  return Map.groupBy(longer, (word) => word[0] ?? '');
}

const wordsOf = perLanguage((language): Words => {
  const things: { word: string; concept: Concept }[] = [];
  const spoken = new Set([
    ...(normalise(JSON.stringify(grammarOf(language))).match(/[\p{L}]+/gu) ?? []),
    ...grammarOf(language).units,
  ]);
  for (const concept of CONCEPTS) {
    for (const form of formsOf(concept, language).flatMap((written) => withPlural(written, language))) {
      const words = normalise(form).split(/[\s-]+/u);
      for (const word of words) spoken.add(word);
      const [word = '', ...more] = words;
      if (NAMED.has(concept.kind) && more.length === 0 && word.length >= SHORTEST)
        things.push({ word, concept });
    }
  }
  return { spoken, things, talk: talkOf(grammarOf(language)) };
});

/** Without other forms of the word itself: "Kategorie" is no slip of "Kategorien". */
const talkBeside = (written: string, words: readonly string[]): readonly string[] =>
  words.filter((word) => !word.startsWith(written) && !written.startsWith(word));

/** The one nearest of words that begin alike; none when two are as near. */
function closest(
  written: string,
  words: readonly string[],
  most = written.length >= LONG ? 2 : 1,
): string | undefined {
  let best: { readonly word: string; readonly slips: number } | undefined;
  let isUnique = true;
  for (const word of words) {
    if (Math.abs(word.length - written.length) > most) continue;
    const slips = countSlips(written, word);
    if (slips > most || slips > (best?.slips ?? most)) continue;
    if (word === best?.word) continue;
    isUnique = best === undefined || slips < best.slips;
    best = { word, slips };
  }
  return isUnique ? best?.word : undefined;
}

/**
 * Letters left out, put in, exchanged (which counts double in a short word), or two neighbours swapped: optimal string
 * alignment.
 *
 * @see Damerau, "A technique for computer detection and correction of spelling errors", CACM 1964.
 */
export function countSlips(left: string, right: string): number {
  const exchange = left.length >= LONG_ENOUGH_TO_EXCHANGE ? 1 : 2;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwapped = row > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current[column] = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (isSame ? 0 : exchange),
        isSwapped ? (beforePrevious[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[right.length] ?? 0;
}
