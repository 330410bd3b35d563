import { z } from 'zod';
import type { Language } from '../../domain/locale.ts';
import { splitWords, type Token } from '../analyze.ts';
import { isSpoken, perLanguage, SPOKEN_LANGUAGES, type SpokenLanguage, toSpoken } from '../languages.ts';
import { LOCALES } from '../locale-files.ts';
import { Phrases } from '../phrases.ts';
import type { Concept, ConceptKind } from './concept.ts';
import tree from './concepts.json' with { type: 'json' };
import { type FormMatch, formIndexes } from './form-index.ts';
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

const formsIn = formIndexes(CONCEPTS, formsOf);

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
  for (const { concepts, to } of everyConceptAt(tokens, from, language)) {
    const found = kinds === undefined ? concepts : concepts.filter(({ kind }) => kinds.includes(kind));
    if (found.length > 0) return { found, to };
  }
  return { found: [], to: from };
}

/** Every run of tokens from a position that names something, the longest first. */
export const everyConceptAt = (tokens: readonly Token[], from: number, language: Language): FormMatch[] =>
  formsIn(toSpoken(language)).matchesAt(tokens, from);

/** What a stem names by itself; nothing in languages that the lexicon has no words of. */
export function namedByStem(stem: string, language: Language): readonly Concept[] {
  return (isSpoken(language) ? formsIn(language).byStem(stem) : undefined) ?? NOTHING;
}

const NOTHING: readonly Concept[] = [];

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

/** Beginnings of words that name nothing, so that the rest is no head: "ver" in "Verlauf". */
const prefixesOf = perLanguage(
  (language) => new Set(LOCALES.section(language, 'prefixes', Phrases.optional()) ?? []),
);

/** Reads a compound by its last part, in languages that write them in one: "Winterjacke" is a jacket. Undefined when the word is in the lexicon itself, or has no such part. */
export function readCompound(token: Token, language: Language): CompoundReading | undefined {
  const { length } = token.normal;
  const joint = isSpoken(language) ? jointOf(language) : undefined;
  if (joint === undefined || length < 2 * SHORTEST_PART || length > LONGEST_COMPOUND) return undefined;
  if (formsIn(language).byStem(token.stem) !== undefined) return undefined;
  const lower = token.raw.normalize('NFKC').toLowerCase();
  for (let cut = SHORTEST_PART; cut <= lower.length - SHORTEST_PART; cut += 1) {
    const head = namedBy(lower.slice(cut), language)?.find(({ kind }) => kind === 'type' || kind === 'color');
    if (head === undefined) continue;
    const prefix = lower.slice(0, cut);
    if (prefixesOf(language).has(prefix)) continue;
    const modifiers = namedBy(prefix, language) ?? namedBy(prefix.replace(joint, ''), language) ?? [];
    if (lower.length - cut < SHORTEST_HEAD && modifiers.length === 0) continue;
    return { head, modifiers: modifiers.slice(0, 1), prefix };
  }
  return undefined;
}

function namedBy(word: string, language: SpokenLanguage): readonly Concept[] | undefined {
  const [token, ...more] = splitWords(word, language);
  return token === undefined || more.length > 0 ? undefined : formsIn(language).byStem(token.stem);
}
