import type { LabelledQuery } from './read-labelled-set.ts';

export interface QuerySlice {
  readonly name: string;
  /** Of its queries in the list. */
  readonly positions: readonly number[];
}

/**
 * Slices by words in the query, and by how common its rarest word is among the queries themselves: `head` words are said in
 * at least 20 of them, `tail` words in this one only. Every query is in one slice of each kind.
 */
export function sliceQueries(queries: readonly LabelledQuery[]): QuerySlice[] {
  const words = queries.map(({ query }) => new Set(query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
  const said = new Map<string, number>();
  for (const word of words.flatMap((each) => [...each])) said.set(word, (said.get(word) ?? 0) + 1);
  const named = words.map((each) => ({
    length: lengthName(each.size),
    frequency: frequencyName(Math.min(...[...each].map((word) => said.get(word) ?? 0))),
  }));
  const names = ['1 word', '2 words', '3 words', '4 words', '5+ words', 'head', 'torso', 'tail'];
  return names.flatMap((name) => {
    const positions = named.flatMap(({ length, frequency }, position) =>
      length === name || frequency === name ? [position] : [],
    );
    return positions.length === 0 ? [] : [{ name, positions }];
  });
}

const lengthName = (words: number): string =>
  words >= 5 ? '5+ words' : words <= 1 ? '1 word' : `${words} words`;

const HEAD = 20;

const frequencyName = (times: number): string => (times >= HEAD ? 'head' : times > 1 ? 'torso' : 'tail');
