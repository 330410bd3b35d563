import { isStopWord, splitWords, type Token } from '../analyze.ts';
import { perLanguage, type SpokenLanguage } from '../languages.ts';
import { splitCharacters } from '../unspaced-scripts.ts';
import type { Concept } from './concept.ts';
import { withPlural } from './inflect.ts';

/** A run of tokens that names something, with all it may mean. */
export interface FormMatch {
  readonly concepts: readonly Concept[];
  /** Index after the last token. */
  readonly to: number;
}

/** The written forms of one language. */
export interface FormIndex {
  /** Every run from a position that names something, the longest first. Cost: the words of the longest one. */
  matchesAt(tokens: readonly Token[], from: number): FormMatch[];
  /** What a stem names by itself. */
  byStem(stem: string): readonly Concept[] | undefined;
}

/** The words read so far, by stem. */
interface Node {
  readonly next: Map<string, Node>;
  readonly concepts: Concept[];
}

const makeNode = (): Node => ({ next: new Map(), concepts: [] });

/** Indexes the forms of concepts and their regular plurals; forms of unspaced scripts also character by character. */
export function createFormIndex(
  concepts: readonly Concept[],
  formsOf: (concept: Concept) => readonly string[],
  language: SpokenLanguage,
): FormIndex {
  const root = makeNode();
  const single = new Map<string, Concept[]>();
  const spellings = new Map<Concept, Set<string>>();
  for (const entry of concepts) {
    for (const form of formsOf(entry).flatMap((written) => withPlural(written, language))) {
      const words = splitWords(form, language, { keeps: false });
      const [word, ...more] = words;
      if (word !== undefined && more.length === 0) {
        const named = single.get(word.normal) ?? [];
        single.set(word.normal, named);
        addOnce(named, entry);
        spellings.set(entry, (spellings.get(entry) ?? new Set()).add(word.normal));
      }
      for (const path of pathsOf(words)) addOnce(nodeAt(root, path).concepts, entry);
    }
  }
  return {
    matchesAt(tokens, from) {
      const matches: FormMatch[] = [];
      let node: Node | undefined = root;
      for (let at = from; at < tokens.length; at += 1) {
        const token = tokens[at];
        node = token === undefined ? undefined : node.next.get(token.stem);
        if (token === undefined || node === undefined) {
          const exact = at === from && token !== undefined ? single.get(token.normal) : undefined;
          if (exact !== undefined) matches.push({ concepts: exact, to: at + 1 });
          break;
        }
        const named =
          at === from ? namesOf(token, node.concepts, { single, spellings, language }) : node.concepts;
        if (named.length > 0) matches.push({ concepts: named, to: at + 1 });
      }
      return matches.reverse();
    },
    byStem: (stem) => {
      const named = root.next.get(stem)?.concepts;
      return named === undefined || named.length === 0 ? undefined : named;
    },
  };
}

/** The stems of a form, and its characters where it is written without spaces: a message is read by characters. */
function pathsOf(words: readonly Token[]): string[][] {
  const stems = words.map(({ stem }) => stem);
  const characters = words.flatMap(
    ({ normal, stem }) => splitCharacters(normal)?.map(({ raw }) => raw) ?? [stem],
  );
  const shortened = characters.at(-1) === LONG_VOWEL && characters.length > SHORTEST_LOAN_WORD;
  return [stems, characters, ...(shortened ? [characters.slice(0, -1)] : [])];
}

/** The mark of a long last vowel, which loan words are written with or without: "プリンター", "プリンタ". */
const LONG_VOWEL = 'ー';
const SHORTEST_LOAN_WORD = 3;

function nodeAt(root: Node, path: readonly string[]): Node {
  let node = root;
  for (const stem of path) {
    const next = node.next.get(stem) ?? makeNode();
    node.next.set(stem, next);
    node = next;
  }
  return node;
}

function addOnce(list: Concept[], entry: Concept): void {
  if (!list.includes(entry)) list.push(entry);
}

interface Spelled {
  /** By forms of one word, normalised. */
  readonly single: ReadonlyMap<string, readonly Concept[]>;
  /** The same, by concept. */
  readonly spellings: ReadonlyMap<Concept, ReadonlySet<string>>;
  readonly language: SpokenLanguage;
}

/**
 * What one word names: what is written exactly so, else what it is an inflection of ("novio" is not "novia"). A stop word
 * names nothing by its stem alone ("nicht" is not "Nichte"), nor does a very short one ("ear" is not "earring").
 */
function namesOf(
  token: Token,
  stemmed: readonly Concept[],
  { single, spellings, language }: Spelled,
): readonly Concept[] {
  const exact = single.get(token.normal);
  if (exact !== undefined) return exact;
  if (token.normal.length < SHORTEST_INFLECTED || isStopWord(token, language)) return [];
  return stemmed.filter((entry) => {
    const own = spellings.get(entry);
    // What people do has its verb beside its noun: "hikes" is hiking.
    if (own === undefined || entry.kind === 'occasion') return true;
    return [...own].some(
      (form) =>
        (entry.kind !== 'type' || form.length >= SHORTEST_INFLECTED) && isInflected(token.normal, form),
    );
  });
}

/**
 * Whether two words of one stem differ as inflections of a word do: by what is added to it ("kuscheliges"), by one ending for
 * another ("rojas", "rojo"), by a plural's letter left out ("shoelace"). Stemmers also join what is merely derived: "colour" is not
 * "colourful", nor "general" a "generator".
 */
function isInflected(word: string, form: string): boolean {
  let shared = 0;
  while (shared < word.length && word[shared] === form[shared]) shared += 1;
  const added = word.length - shared;
  const dropped = form.length - shared;
  return added <= LONGEST_ENDING && dropped <= (added === 0 ? 1 : LONGEST_CHANGED);
}

/** Letters an inflection adds at most: "leichteren". */
const LONGEST_ENDING = 4;
/** Letters of the ending it takes the place of: "rojo", "porter". */
const LONGEST_CHANGED = 2;

/** Letters of the shortest inflected word: "rote", "hats". */
const SHORTEST_INFLECTED = 4;

/** Makes the index of a language when it is first used. */
export const formIndexes = (
  concepts: readonly Concept[],
  formsOf: (concept: Concept, language: SpokenLanguage) => readonly string[],
): ((language: SpokenLanguage) => FormIndex) =>
  perLanguage((language) => createFormIndex(concepts, (entry) => formsOf(entry, language), language));
