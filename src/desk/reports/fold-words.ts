import type { Language } from '../../domain/locale.ts';
import { tokenize } from '../../text/analyze.ts';
import { findConcepts } from '../../text/lexicon/index.ts';

/** Attributes of which unknown words say what is looked for at all; empty for words that are of none. */
const OF_THINGS: ReadonlySet<string> = new Set(['', 'type', 'category']);

/** Words of shoppers as marks hold them. */
export interface SaidWords {
  readonly attribute: string;
  readonly value: string;
  /** As it was said in: ISO 639. */
  readonly language: Language;
}

/** The attribute that a wish in such words is told with; empty where the words name a thing. */
export const foldAttribute = (attribute: string): string => (OF_THINGS.has(attribute) ? '' : attribute);

/**
 * One key for words that mean the same: of inflected forms ("snorkel", "snorkels"), and, where the lexicon knows the thing, of all
 * languages ("hammock", "Hängematte"). What stems cannot tell apart comes together, whatever its language.
 */
export function foldWords({ attribute, value, language }: SaidWords): string {
  const tokens = tokenize(value, language);
  const [named, ...more] = findConcepts(tokens, language);
  const isWhole = named !== undefined && more.length === 0 && named.from === 0 && named.to === tokens.length;
  const words = isWhole
    ? `${named.concept.kind}:${named.concept.id}`
    : tokens.map(({ stem }) => stem).join(' ');
  return JSON.stringify([foldAttribute(attribute), words === '' ? value : words]);
}
