import type { Language } from '../domain/locale.ts';
import { isStopWord, normalise, stemWord } from './analyze.ts';
import { isSpoken } from './languages.ts';
import { includesConcept, namedByStem } from './lexicon/index.ts';
import { hasUnspacedScript } from './unspaced-scripts.ts';

/** Words written as one of several: what a shop's compounds are made of, by the words it uses. */
export interface Compounds {
  /**
   * Terms of the shop that are compounds ending in this one ("winterjack" for "jack"), the most frequent first; where the shop does not use
   * the word by itself, any that end in its letters.
   */
  endingIn(term: string, language: Language): readonly string[];
  /** Terms of the shop that begin with this one and go on with another ("lederjack" for "led"), the most frequent first. */
  beginningWith(term: string, language: Language): readonly string[];
  /**
   * Terms of the parts of a word, in order, joints left out: "herr", "winter", "jack" of "Herrenwinterjacke". Undefined where it is no
   * compound of words the shop uses, or is a word of its own ("Baumwolle").
   */
  parts(word: string, language: Language): readonly string[] | undefined;
}

/** What joins the parts of a compound, by language; nothing joins them as well. */
const JOINTS: ReadonlyMap<Language, readonly string[]> = new Map([
  ['de', ['s', 'n', 'en', 'es', 'er', 'e']],
  ['nl', ['s', 'en', 'n', 'e']],
  ['sv', ['s', 'o', 'e', 'a', 'u']],
  ['da', ['s', 'e', 'er']],
  ['nb', ['s', 'e', 'er']],
  ['nn', ['s', 'e', 'er']],
  ['no', ['s', 'e', 'er']],
  ['fi', ['n', 'en', 's']],
]);

/** Pieces of words that are no words: what they join is no compound, whatever else a shop calls by their letters. */
const AFFIXES: ReadonlySet<string> = new Set(
  'ver ent zer miss auf aus ein vor nach bei mit unter uber durch hinter weiter zusammen chen lein heit keit schaft lich isch end ende barkeit'.split(
    ' ',
  ),
);

/** Letters of the shortest part, and of the shortest compound: shorter ones are too many words by chance. */
const SHORTEST_PART = 3;
const SHORTEST_COMPOUND = 7;
const LONGEST_WORD = 40;
const MOST_COMPOUNDS = 20;
const NONE: readonly string[] = [];

/** @param frequencies Products by term. Indexes are made on first use, for each language; some 0.1 s for 100,000 terms. */
export function createCompounds(frequencies: ReadonlyMap<string, number>): Compounds {
  const byLanguage = new Map<Language, CompoundIndex>();
  const indexOf = (term: string, language: Language): CompoundIndex | undefined => {
    const key = hasUnspacedScript(term) ? UNSPACED : language;
    if (key !== UNSPACED && !JOINTS.has(key)) return undefined;
    const known = byLanguage.get(key);
    if (known !== undefined) return known;
    const index = key === UNSPACED ? indexUnspaced(frequencies) : indexCompounds(frequencies, key);
    byLanguage.set(key, index);
    return index;
  };
  return {
    endingIn: (term, language) =>
      indexOf(term, language)?.endingIn.get(term) ?? endingInLetters(term, language, frequencies),
    beginningWith: (term, language) => indexOf(term, language)?.beginningWith.get(term) ?? NONE,
    parts: (word, language) => readParts(word, language, frequencies),
  };
}

const UNSPACED = 'unspaced';

/** Cost: some 2 ms for 100,000 terms, for a word that the shop does not use. */
function endingInLetters(
  term: string,
  language: Language,
  frequencies: ReadonlyMap<string, number>,
): readonly string[] {
  const isAsked = JOINTS.has(language) && isWord(term) && !frequencies.has(term);
  if (!isAsked || term.length < SHORTEST_PART || !isHead(term, term, language)) return NONE;
  const compounds = [...frequencies.keys()].filter(
    (compound) =>
      compound.length >= Math.max(SHORTEST_COMPOUND, term.length + SHORTEST_PART) &&
      compound.endsWith(term) &&
      isWord(compound) &&
      mayEnd(compound, term, language),
  );
  return mostFrequent(new Map([[term, compounds]]), frequencies).get(term) ?? NONE;
}

interface CompoundIndex {
  readonly endingIn: ReadonlyMap<string, readonly string[]>;
  readonly beginningWith: ReadonlyMap<string, readonly string[]>;
}

function indexCompounds(frequencies: ReadonlyMap<string, number>, language: Language): CompoundIndex {
  const ending = new Map<string, string[]>();
  const beginning = new Map<string, string[]>();
  for (const compound of frequencies.keys()) {
    if (!isWord(compound) || compound.length < SHORTEST_COMPOUND) continue;
    const tried: Tried = new Map();
    for (let cut = SHORTEST_PART; cut <= compound.length - SHORTEST_PART; cut += 1) {
      const head = compound.slice(cut);
      if (!frequencies.has(head) || !isHead(head, head, language) || !mayEnd(compound, head, language))
        continue;
      const [modifier] = readModifier(compound.slice(0, cut), language, frequencies, tried) ?? NONE;
      if (modifier === undefined) continue;
      add(ending, head, compound);
      add(beginning, modifier, compound);
    }
  }
  return { endingIn: mostFrequent(ending, frequencies), beginningWith: mostFrequent(beginning, frequencies) };
}

/** Scripts without spaces join words with nothing: every longer word of the shop may be one. */
function indexUnspaced(frequencies: ReadonlyMap<string, number>): CompoundIndex {
  const ending = new Map<string, string[]>();
  const beginning = new Map<string, string[]>();
  for (const compound of frequencies.keys()) {
    if (compound.length > LONGEST_WORD || !hasUnspacedScript(compound) || !isWord(compound)) continue;
    for (let cut = 1; cut < compound.length; cut += 1) {
      if (compound.length - cut >= 2) add(ending, compound.slice(cut), compound);
      if (cut >= 2) add(beginning, compound.slice(0, cut), compound);
    }
  }
  return { endingIn: mostFrequent(ending, frequencies), beginningWith: mostFrequent(beginning, frequencies) };
}

const isWord = (term: string): boolean => term.length <= LONGEST_WORD && /^[\p{L}\p{M}]+$/u.test(term);

function add(index: Map<string, string[]>, part: string, compound: string): void {
  const present = index.get(part);
  if (present === undefined) index.set(part, [compound]);
  else if (present.at(-1) !== compound) present.push(compound);
}

function mostFrequent(
  index: ReadonlyMap<string, readonly string[]>,
  frequencies: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly string[]> {
  const frequency = (term: string) => frequencies.get(term) ?? 0;
  return new Map(
    [...index].map(([part, compounds]) => [
      part,
      compounds
        .toSorted((left, right) => frequency(right) - frequency(left) || (left < right ? -1 : 1))
        .slice(0, MOST_COMPOUNDS),
    ]),
  );
}

/** Whether a compound may end so: in no mere ending, and in three letters only where they are known to name something. */
function isHead(written: string, stem: string, language: Language): boolean {
  if (AFFIXES.has(written) || AFFIXES.has(stem)) return false;
  return written.length > SHORTEST_PART || !isSpoken(language) || namedByStem(stem, language).length > 0;
}

/** The term of a first part, with or without what joins it: "kind" of "kinder". */
function modifierOf(
  written: string,
  language: Language,
  frequencies: ReadonlyMap<string, number>,
): string | undefined {
  if (AFFIXES.has(written)) return undefined;
  for (const form of withoutJoint(written, language)) {
    if (form.length < SHORTEST_PART || isStopWord({ raw: form, normal: form }, language)) continue;
    const term = stemWord(form, language);
    if (frequencies.has(term) || namedByStem(term, language).length > 0) return term;
  }
  return undefined;
}

const withoutJoint = (written: string, language: Language): string[] => [
  written,
  ...(JOINTS.get(language) ?? [])
    .filter((joint) => written.endsWith(joint))
    .map((joint) => written.slice(0, -joint.length)),
];

/** A word that the lexicon knows is what its last part names only where the lexicon says so: a rain jacket is a jacket, cotton no wool. */
function mayEnd(compound: string, head: string, language: Language): boolean {
  if (!isSpoken(language)) return true;
  const own = namedByStem(compound, language);
  return (
    own.length === 0 ||
    namedByStem(head, language).some((wide) => own.some((narrow) => includesConcept(wide, narrow)))
  );
}

function readParts(
  word: string,
  language: Language,
  frequencies: ReadonlyMap<string, number>,
): readonly string[] | undefined {
  const written = normalise(word);
  const isCandidate = JOINTS.has(language) && isWord(written) && !hasUnspacedScript(written);
  if (!isCandidate || !mayEnd(stemWord(word, language), '', language)) return undefined;
  const parts = split(written, language, frequencies, new Map());
  return parts === undefined || parts.length < 2 ? undefined : parts;
}

/** A first part: one word, or a compound itself. */
function readModifier(
  written: string,
  language: Language,
  frequencies: ReadonlyMap<string, number>,
  tried: Tried,
): readonly string[] | undefined {
  const term = modifierOf(written, language, frequencies);
  return term === undefined ? split(written, language, frequencies, tried) : [term];
}

/** Beginnings of a word and how they are split: every one is tried once. */
type Tried = Map<string, readonly string[] | undefined>;

/** The fewest parts; of several such splits that with the longest last part. */
function split(
  written: string,
  language: Language,
  frequencies: ReadonlyMap<string, number>,
  tried: Tried,
): readonly string[] | undefined {
  if (tried.has(written)) return tried.get(written);
  tried.set(written, undefined);
  let best: readonly string[] | undefined;
  if (written.length < SHORTEST_COMPOUND) return best;
  for (let cut = SHORTEST_PART; cut <= written.length - SHORTEST_PART; cut += 1) {
    const last = written.slice(cut);
    const head = stemWord(last, language);
    if (!frequencies.has(head) || !isHead(last, head, language)) continue;
    const first = readModifier(written.slice(0, cut), language, frequencies, tried);
    if (first !== undefined && first.length + 1 < (best?.length ?? Number.POSITIVE_INFINITY))
      best = [...first, head];
  }
  tried.set(written, best);
  return best;
}
