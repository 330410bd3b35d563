import type { SpokenLanguage } from '../../text/languages.ts';

/** What a phrase asks the assistant to do. */
export type TalkCue =
  | 'greet'
  | 'thank'
  | 'goodbye'
  | 'handoff'
  | 'order'
  | 'complaint'
  | 'reset'
  | 'more'
  | 'compare'
  | 'why'
  | 'similar'
  | 'cheaper'
  | 'dearer'
  | 'drop'
  | 'only'
  | 'find'
  | 'gift' // wants something to give
  | 'choose' // likes or wants to see one product
  | 'ask' // a question about a product
  | 'off-topic'
  | 'language' // asks to be answered in a language
  | 'filler'; // says nothing by itself

export type PriceBound = 'lt' | 'lte' | 'gt' | 'gte' | 'range' | 'around';

/**
 * How one language words what shoppers mean: data for the one engine. Phrases are patterns (`compilePattern`); a
 * pattern's slots are `{money}` (a number, its currency optional), `{amount}` (with currency), `{number}`, `{ordinal}`,
 * `{value}` (a colour, material, ... or any value of the catalogue), `{type}`, `{attribute}` (a name of one), `{ref}` (a
 * reference), `{size}`.
 */
export interface Grammar {
  readonly language: SpokenLanguage;
  readonly cues: Readonly<Record<TalkCue, readonly string[]>>;
  readonly prices: Readonly<Record<PriceBound, readonly string[]>>;
  readonly sizes: readonly string[];
  readonly brands: readonly string[];
  readonly references: {
    readonly ordinal: readonly string[];
    readonly last: readonly string[];
    readonly cheapest: readonly string[];
    readonly dearest: readonly string[];
    readonly attribute: readonly string[];
    readonly focus: readonly string[];
    /** Both, all that is shown. */
    readonly all: readonly string[];
    /** The first `{count}` of the list. */
    readonly leading: readonly string[];
    /** A number alone, in the company of others only: "compare 1 and 3". */
    readonly bare: readonly string[];
  };
  /** Ordinal words by position, the first at index 0. */
  readonly ordinals: readonly (readonly string[])[];
  /** Small counts, "two" at index 0. */
  readonly counts: readonly (readonly string[])[];
  /** Phrases that refuse what follows. */
  readonly negations: readonly string[];
  /** Phrases that refuse what stands before them. */
  readonly trailingNegations: readonly string[];
  /** Words that join what is refused or wanted alike. */
  readonly coordinators: readonly string[];
  /** Words that end what is refused. */
  readonly contrasts: readonly string[];
  /** Words after which a kind of thing is a purpose or part, not the wish: "for", "with". */
  readonly prepositions: readonly string[];
  /** Words before a person that make them the recipient: "my", "for". */
  readonly possessives: readonly string[];
  /** What is asked about a product, by attribute. */
  readonly questions: Readonly<Record<string, readonly string[]>>;
  /** Words that begin a question. */
  readonly interrogatives: readonly string[];
  /** Words that stand before a measure and make it one: units. */
  readonly units: readonly string[];
}

/** Phrases written one after another, parted by semicolons. */
export function phrases(written: string): string[] {
  return written
    .split(';')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '');
}

/** One list of phrases a line. */
export function phraseLists(written: string): string[][] {
  return written
    .split('\n')
    .map(phrases)
    .filter((list) => list.length > 0);
}
