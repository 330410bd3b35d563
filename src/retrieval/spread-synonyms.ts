import type { Language, Locale } from '../domain/locale.ts';
import { splitWords } from '../text/analyze.ts';
import { addTerm, type GroupTerms, type PlacedGroup, type QueryGroup } from './query-groups.ts';
import type { Synonyms } from './synonyms.ts';

export interface SynonymReading {
  readonly synonyms: Synonyms;
  /** Of the shopper. */
  readonly locale: Locale;
  /** The shopper's first, then those of the shop's texts: a rule may answer in the shop's words. */
  readonly languages: readonly [Language, ...Language[]];
  /** The words of a phrase, without synonyms. */
  readonly readPhrase: (phrase: string, language: Language) => readonly PlacedGroup[];
}

/** A phrase as its words in order, and how much it counts. */
interface Row {
  readonly words: readonly ReadonlyMap<string, number>[];
  readonly weight: number;
}

/**
 * Adds to the words of a text what the merchant's rules say they stand for.
 *
 * A phrase of several words must not count as found by one of them. So the words a rule names become as many groups as its
 * longest phrase has words, and every phrase is laid over them from left to right; a shorter one stays on a word for several
 * groups, at its share of the weight: "sneaker => running shoes" becomes (sneaker .5 | run .9) (sneaker .5 | shoe .9).
 *
 * @param groups Of the text; what no rule names comes back as it is.
 */
export function spreadSynonyms(
  text: string,
  groups: readonly PlacedGroup[],
  reading: SynonymReading,
): QueryGroup[] {
  const words = splitWords(text, reading.languages[0]).map(({ start, end, stem }) => ({
    start,
    end,
    stem: groups.find((group) => group.start < end && start < group.end)?.meant ?? stem,
  }));
  const spread: { readonly start: number; readonly groups: readonly QueryGroup[] }[] = [];
  const named = new Set<PlacedGroup>();
  for (const { from, to, alternatives } of reading.synonyms.find(words, reading.locale)) {
    const [start, end] = [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
    const own = groups.filter((group) => group.start < end && start < group.end);
    for (const group of own) named.add(group);
    const rows = alternatives.flatMap(({ words: phrase, weight }) => readRows(phrase, weight, reading));
    const said = own.length === 0 ? [] : [{ words: own.map(({ terms }) => terms), weight: 1 }];
    spread.push({ start, groups: layRows([...said, ...rows], text.slice(start, end).toLowerCase()) });
  }
  const others = groups.flatMap((group) =>
    named.has(group) ? [] : [{ start: group.start, groups: [toQueryGroup(group)] }],
  );
  return [...others, ...spread]
    .sort((left, right) => left.start - right.start)
    .flatMap((placed) => placed.groups);
}

const toQueryGroup = ({ terms }: PlacedGroup): QueryGroup => ({ key: [...terms.keys()][0] ?? '', terms });

/** A phrase once in each language that reads it differently. */
function readRows(phrase: string, weight: number, { languages, readPhrase }: SynonymReading): Row[] {
  const readings = new Map<string, Row>();
  for (const language of languages) {
    const words = readPhrase(phrase, language).map(({ terms }) => terms);
    const key = words.map(([...terms]) => terms.join(' ')).join('\n');
    if (words.length > 0 && !readings.has(key)) readings.set(key, { words, weight });
  }
  return [...readings.values()];
}

/** Lays phrases side by side over as many groups as the longest has words. */
function layRows(rows: readonly Row[], said: string): QueryGroup[] {
  const length = Math.max(0, ...rows.map(({ words }) => words.length));
  const laid = Array.from(
    { length },
    (_, position): QueryGroup => ({
      key: `${said} ${position}`,
      terms: new Map(),
    }),
  );
  for (const { words, weight } of rows) {
    const wordAt = laid.map((_, position) => Math.floor((position * words.length) / length));
    laid.forEach(({ terms }, position) => {
      const word = wordAt[position];
      const share = wordAt.filter((other) => other === word).length;
      addTerms(terms, words[word ?? 0] ?? new Map(), weight / share);
    });
  }
  return laid;
}

function addTerms(terms: GroupTerms, more: ReadonlyMap<string, number>, weight: number): void {
  for (const [term, own] of more) addTerm(terms, term, own * weight);
}
