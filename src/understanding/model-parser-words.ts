import type { Language } from '../domain/locale.ts';
import { normalise, stemWord, tokenize } from '../text/analyze.ts';
import type { ModelVocabulary } from './model-parser.ts';
import type { ParseContext } from './parser.ts';

/** What the answer of a model is held to. */
export interface Grounding {
  readonly vocabulary: ModelVocabulary;
  readonly utterance: string;
  readonly language: Language;
  readonly confidence: number;
  readonly context: ParseContext;
}

/** The words as the shopper wrote them, or undefined when they do not stand in the message. */
export function quoteOf(words: string | null, { utterance }: Grounding): string | undefined {
  const wanted = words?.trim().toLowerCase() ?? '';
  if (wanted === '') return undefined;
  const from = utterance.toLowerCase().indexOf(wanted);
  return from < 0 ? undefined : utterance.slice(from, from + wanted.length).slice(0, 120);
}

/** Words of the query that the shopper said, in the query's order, in lower case as the shopper spelled them. */
export function wordsOfMessage(query: string, { utterance, language }: Grounding): string {
  const said = new Map(
    tokenize(utterance, language).flatMap(({ raw, normal, stem }): [string, string][] => [
      [stem, raw.toLowerCase()],
      [normal, raw.toLowerCase()],
    ]),
  );
  return query
    .split(/\s+/)
    .flatMap((word) => {
      const bare = normalise(word).replace(/[^\p{L}\p{N}-]/gu, '');
      return said.get(bare) ?? said.get(stemWord(bare, language)) ?? [];
    })
    .join(' ');
}
