/** Terms with weights in (0, 1]: one word of the shopper and all that it may stand for. */
export type GroupTerms = Map<string, number>;

/** A word or quantity of a text. */
export interface PlacedGroup {
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** The first term is the word itself. */
  readonly terms: GroupTerms;
  /** The term of the word it is most likely misspelt from. */
  meant?: string;
  /** That word, or the two it was run together from, as the shop writes them; normalised. */
  corrected?: string;
}

/** A group of a query. A word said twice is one group: groups of one key are joined. */
export interface QueryGroup {
  readonly key: string;
  readonly terms: GroupTerms;
}

/** A term counts with the highest weight it was given. */
export function addTerm(terms: GroupTerms, term: string, weight: number): void {
  terms.set(term, Math.max(terms.get(term) ?? 0, weight));
}

/** Adds a group, or joins it to an earlier one that already holds its word. */
export function addGroup(groups: QueryGroup[], { key, terms }: QueryGroup): void {
  const earlier = groups.find((group) => group.key === key || group.terms.has(key));
  if (earlier === undefined) groups.push({ key, terms: new Map(terms) });
  else for (const [term, weight] of terms) addTerm(earlier.terms, term, weight);
}
