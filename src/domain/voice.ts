import type { Language } from './locale.ts';

/** How warm and how long the words are; `neutral` is plain and in full. */
export type Tone = 'friendly' | 'neutral' | 'brief';

/** The form of address: Sie or du, vous or tu, usted or tú; in Japanese, honorific or plainly polite. */
export type Formality = 'formal' | 'familiar';

/** How a shop speaks to its shoppers. */
export interface Voice {
  readonly tone: Tone;
  /** By market ("NL"), language ("nl") or both ("fr-CH"); `default` where none is named. */
  readonly formality: Readonly<Record<string, Formality>> & { readonly default: Formality };
  /** What a language model keeps to in its words besides, in plain sentences. */
  readonly sentences?: readonly string[];
}

export const PLAIN_VOICE: Voice = { tone: 'neutral', formality: { default: 'formal' } };

/** The closest rule counts: of the language in the market, of the market, of the language, the default. */
export function formalityIn(
  { formality }: Pick<Voice, 'formality'>,
  language: Language,
  market: string | undefined,
): Formality {
  const places = market === undefined ? [language] : [`${language}-${market}`, market, language];
  const named = places.find((place) => Object.hasOwn(formality, place));
  return formality[named ?? 'default'] ?? formality.default;
}
