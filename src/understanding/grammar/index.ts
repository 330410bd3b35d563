import { normalise } from '../../text/analyze.ts';
import type { SpokenLanguage } from '../../text/languages.ts';
import { GERMAN } from './de.ts';
import { ENGLISH } from './en.ts';
import { SPANISH } from './es.ts';
import { FRENCH } from './fr.ts';
import type { Grammar as LanguageGrammar, TalkCue } from './grammar.ts';
import { PERSONAL_PHRASES, type PersonalCue } from './personal-phrases.ts';
import { type QuestionCue, SHOP_QUESTIONS, type ShopQuestions } from './shop-questions.ts';

export type { PriceBound } from './grammar.ts';
export type { QuestionCue } from './shop-questions.ts';

/** What a phrase asks the assistant to do. */
export type Cue = TalkCue | QuestionCue | PersonalCue;

/** A language's phrases with its questions about the whole shop. */
export interface Grammar extends LanguageGrammar {
  readonly shopQuestions: ShopQuestions;
  /** What is to become of what is known of the shopper, and of reasons. */
  readonly personal: Readonly<Record<PersonalCue, readonly string[]>>;
}

/** Word lists are written as people write and compared without accents; phrases are read by the pattern compiler. */
function normaliseWords(grammar: LanguageGrammar): Grammar {
  const normal = (words: readonly string[]) => words.map(normalise);
  return {
    ...grammar,
    personal: PERSONAL_PHRASES[grammar.language],
    shopQuestions: readQuestions(SHOP_QUESTIONS[grammar.language]),
    ordinals: grammar.ordinals.map(normal),
    counts: grammar.counts.map(normal),
    coordinators: normal(grammar.coordinators),
    contrasts: normal(grammar.contrasts),
    prepositions: normal(grammar.prepositions),
    possessives: normal(grammar.possessives),
    interrogatives: normal(grammar.interrogatives),
  };
}

const readQuestions = ({ cues, yours, definite, followUps }: ShopQuestions): ShopQuestions => ({
  cues,
  yours: yours.map(normalise),
  definite: definite.map(normalise),
  followUps: followUps.flat().map((phrase) => phrase.split(' ').map(normalise)),
});

export const GRAMMARS: Readonly<Record<SpokenLanguage, Grammar>> = {
  en: normaliseWords(ENGLISH),
  de: normaliseWords(GERMAN),
  fr: normaliseWords(FRENCH),
  es: normaliseWords(SPANISH),
};
