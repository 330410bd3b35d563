import { z } from 'zod';
import type { Language } from '../../domain/locale.ts';
import { isStopWord, splitWords, type Token } from '../analyze.ts';
import { isSpoken, perLanguage, SPOKEN_LANGUAGES, type SpokenLanguage, toSpoken } from '../languages.ts';
import { LOCALES } from '../locale-files.ts';
import type { Concept, ConceptKind } from './concept.ts';
import tree from './concepts.json' with { type: 'json' };
import { withPlural } from './inflect.ts';
import { readLexicon } from './read-lexicon.ts';
import { readWordFiles } from './word-files.ts';

export { isCelebration } from './celebrations.ts';
export type { Concept, ConceptKind } from './concept.ts';
export { isHeadLast } from './inflect.ts';

/** `concepts.json` with the words of each language; see `Concept`. Kinds of things, colours, materials, patterns, and so on. */
export const CONCEPTS: readonly Concept[] = readLexicon(tree, readWordFiles(SPOKEN_LANGUAGES));

const byId = new Map(CONCEPTS.map((entry) => [`${entry.kind}:${entry.id}`, entry]));
const narrowerOf = Map.groupBy(
  CONCEPTS.flatMap((entry) =>
    (entry.broader ?? []).map((wider) => ({ wider: `${entry.kind}:${wider}`, entry })),
  ),
  ({ wider }) => wider,
);

export function concept(kind: ConceptKind, id: string): Concept | undefined {
  return byId.get(`${kind}:${id}`);
}

const NO_FORMS: readonly string[] = [];

/** How a language writes a concept, the label first; empty where it has no word for it. */
export function formsOf({ forms }: Concept, language: SpokenLanguage): readonly string[] {
  return forms[language] ?? NO_FORMS;
}

/** The label of a concept in a language ("rot"), the English one when the language has none. */
export function conceptLabel(found: Concept, language: Language): string {
  return formsOf(found, language)[0] ?? formsOf(found, 'en')[0] ?? found.id;
}

/** The concept and everything narrower, itself first, each once: jacket, parka, blazer, ... */
export function narrowerConcepts(found: Concept): Concept[] {
  const all = new Set([found]);
  for (const entry of all) {
    for (const { entry: narrower } of narrowerOf.get(`${entry.kind}:${entry.id}`) ?? []) all.add(narrower);
  }
  return [...all];
}

/** The concept and everything wider, itself first, each once: parka, jacket, clothing. */
export function widerConcepts(found: Concept): Concept[] {
  const all = new Set([found]);
  for (const entry of all) {
    for (const id of entry.broader ?? []) {
      const wider = concept(entry.kind, id);
      if (wider !== undefined) all.add(wider);
    }
  }
  return [...all];
}

/** Whether `wide` is `narrow` or one of its wider concepts, at any distance. */
export function includesConcept(wide: Concept, narrow: Concept): boolean {
  return widerConcepts(narrow).includes(wide);
}

/** How a concept is written in every language we speak. */
export function translationsOf(
  found: Concept,
): readonly { readonly language: SpokenLanguage; readonly forms: readonly string[] }[] {
  return SPOKEN_LANGUAGES.map((language) => ({ language, forms: formsOf(found, language) }));
}

export interface ConceptMatch {
  readonly concept: Concept;
  /** Indexes into the tokens, end exclusive. */
  readonly from: number;
  readonly to: number;
}

/** Concepts named by consecutive tokens, longest match first, no token used twice, in order of the text. */
export function findConcepts(
  tokens: readonly Token[],
  language: Language,
  kinds?: readonly ConceptKind[],
): ConceptMatch[] {
  const matches: ConceptMatch[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    const { found, to } = conceptsAt(tokens, from, language, kinds);
    const [first] = found;
    if (first === undefined) continue;
    matches.push({ concept: first, from, to });
    from = to - 1;
  }
  return matches;
}

/** The longest run of tokens from a position that names something, with all it may mean; nothing found: `to` is `from`. */
export function conceptsAt(
  tokens: readonly Token[],
  from: number,
  language: Language,
  kinds?: readonly ConceptKind[],
): { readonly found: readonly Concept[]; readonly to: number } {
  const index = formIndex(toSpoken(language));
  for (let length = Math.min(index.longest, tokens.length - from); length > 0; length -= 1) {
    let key = '';
    for (let at = from; at < from + length; at += 1) key += ` ${tokens[at]?.stem ?? ''}`;
    const stemmed = index.forms.get(key);
    const named = length === 1 ? namesOf(tokens[from], stemmed, index, language) : stemmed;
    const found = named?.filter((entry) => kinds === undefined || kinds.includes(entry.kind)) ?? [];
    if (found.length > 0) return { found, to: from + length };
  }
  return { found: [], to: from };
}

/**
 * What one word names: what is written exactly so, else what has its stem ("novio" is not "novia"). A stop word names
 * nothing by its stem alone ("nicht" is not "Nichte"), nor does a very short one ("ear" is not "earring").
 */
function namesOf(
  token: Token | undefined,
  stemmed: readonly Concept[] | undefined,
  index: FormIndex,
  language: Language,
): readonly Concept[] | undefined {
  if (token === undefined) return undefined;
  const exact = index.words.get(token.normal);
  const isTelling = token.normal.length >= SHORTEST_INFLECTED && !isStopWord(token, language);
  return exact ?? (isTelling ? stemmed : undefined);
}

/** What a stem names by itself; nothing in languages that the lexicon has no words of. */
export function namedByStem(stem: string, language: Language): readonly Concept[] {
  return isSpoken(language) ? (formIndex(language).forms.get(` ${stem}`) ?? NOTHING) : NOTHING;
}

const NOTHING: readonly Concept[] = [];

/** Letters of the shortest inflected word: "rote", "hats". */
const SHORTEST_INFLECTED = 4;

export interface CompoundReading {
  readonly head: Concept;
  /** What the first part names: the leather of "Lederjacke". */
  readonly modifiers: readonly Concept[];
  /** The first part as written, "winter". */
  readonly prefix: string;
}

/** Shorter heads ("Uhr") count only after a part that names something itself ("Herren"). */
const SHORTEST_HEAD = 4;
const SHORTEST_PART = 3;
/** Longer ones are noise. */
const LONGEST_COMPOUND = 60;

/** Letters that join the parts of a word; undefined where words are not written in one. */
const jointOf = perLanguage((language) =>
  LOCALES.section(
    language,
    'compounds',
    z
      .string()
      .transform((joint) => new RegExp(`(?:${joint})$`, 'u'))
      .optional(),
  ),
);

/** Reads a compound by its last part, in languages that write them in one: "Winterjacke" is a jacket. Undefined when the word is in the lexicon itself, or has no such part. */
export function readCompound(token: Token, language: Language): CompoundReading | undefined {
  const { length } = token.normal;
  const joint = isSpoken(language) ? jointOf(language) : undefined;
  if (joint === undefined || length < 2 * SHORTEST_PART || length > LONGEST_COMPOUND) return undefined;
  const { forms } = formIndex(language);
  if (forms.has(` ${token.stem}`)) return undefined;
  const lower = token.raw.normalize('NFKC').toLowerCase();
  for (let cut = SHORTEST_PART; cut <= lower.length - SHORTEST_PART; cut += 1) {
    const head = namedBy(lower.slice(cut), language)?.find(({ kind }) => kind === 'type' || kind === 'color');
    if (head === undefined) continue;
    const prefix = lower.slice(0, cut);
    const modifiers = namedBy(prefix, language) ?? namedBy(prefix.replace(joint, ''), language) ?? [];
    if (lower.length - cut < SHORTEST_HEAD && modifiers.length === 0) continue;
    return { head, modifiers: modifiers.slice(0, 1), prefix };
  }
  return undefined;
}

function namedBy(word: string, language: SpokenLanguage): readonly Concept[] | undefined {
  const [token, ...more] = splitWords(word, language);
  return token === undefined || more.length > 0 ? undefined : formIndex(language).forms.get(` ${token.stem}`);
}

interface FormIndex {
  readonly forms: ReadonlyMap<string, readonly Concept[]>;
  /** By forms of one word, normalised; the others by stems. */
  readonly words: ReadonlyMap<string, readonly Concept[]>;
  /** Words of the longest form. */
  readonly longest: number;
}

const formIndex = perLanguage((language): FormIndex => {
  const forms = new Map<string, Concept[]>();
  const single = new Map<string, Concept[]>();
  let longest = 1;
  for (const entry of CONCEPTS) {
    for (const form of formsOf(entry, language).flatMap((written) => withPlural(written, language))) {
      const words = splitWords(form, language);
      longest = Math.max(longest, words.length);
      const [word, ...more] = words;
      if (word !== undefined && more.length === 0) addOnce(single, word.normal, entry);
      addOnce(forms, words.map((token) => ` ${token.stem}`).join(''), entry);
    }
  }
  return { forms, words: single, longest };
});

function addOnce(index: Map<string, Concept[]>, key: string, entry: Concept): void {
  const present = index.get(key);
  if (present === undefined) index.set(key, [entry]);
  else if (!present.includes(entry)) present.push(entry);
}
