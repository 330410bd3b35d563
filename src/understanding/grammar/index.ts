import { normalise } from '../../text/analyze.ts';
import type { SpokenLanguage } from '../../text/languages.ts';
import { GERMAN } from './de.ts';
import { ENGLISH } from './en.ts';
import { SPANISH } from './es.ts';
import { FRENCH } from './fr.ts';
import type { Grammar } from './grammar.ts';

export type { Cue, Grammar, PriceBound } from './grammar.ts';

/** Word lists are written as people write and compared without accents; phrases are read by the pattern compiler. */
function normaliseWords(grammar: Grammar): Grammar {
  const normal = (words: readonly string[]) => words.map(normalise);
  return {
    ...grammar,
    ordinals: grammar.ordinals.map(normal),
    counts: grammar.counts.map(normal),
    coordinators: normal(grammar.coordinators),
    contrasts: normal(grammar.contrasts),
    prepositions: normal(grammar.prepositions),
    possessives: normal(grammar.possessives),
    interrogatives: normal(grammar.interrogatives),
  };
}

export const GRAMMARS: Readonly<Record<SpokenLanguage, Grammar>> = {
  en: normaliseWords(ENGLISH),
  de: normaliseWords(GERMAN),
  fr: normaliseWords(FRENCH),
  es: normaliseWords(SPANISH),
};
