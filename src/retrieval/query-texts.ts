import { type Language, type Locale, languageOf } from '../domain/locale.ts';
import { type Constraint, type Need, softConstraints } from '../domain/need.ts';
import { splitWords } from '../text/analyze.ts';
import { isSpoken } from '../text/languages.ts';
import { concept, conceptLabel } from '../text/lexicon/index.ts';
import type { Synonyms } from './synonyms.ts';

/** A piece of what is looked for. */
export interface QueryText {
  readonly text: string;
  /** That it is written in: the shopper's, or the shop's where the shop has no word of the shopper's. */
  readonly language: Language;
}

export interface TextReading {
  /** Of the shopper. */
  readonly locale: Locale;
  readonly synonyms: Synonyms;
  /** Languages of the shop's texts. */
  readonly catalogueLanguages: readonly Language[];
}

/**
 * What a need is looked for by: the shopper's own words as they were said (names and models among them), of each kind of thing its
 * usual word, the words of every soft wish. A kind of thing is named in the shop's language where the shop writes none of the
 * shopper's: an English shop is asked for a "sofa", whoever asks in whatever language.
 */
export function queryTexts(need: Need, reading: TextReading): QueryText[] {
  const language = languageOf(reading.locale);
  const types = need.constraints.filter(
    ({ attribute, operator }) => attribute === 'type' && operator === 'eq',
  );
  const wishes = softConstraints(need).filter(
    ({ attribute, operator }) => attribute !== 'price' && attribute !== 'type' && operator === 'eq',
  );
  const texts = [
    { text: need.query, language },
    ...types.map((type) => nameType(type, language, reading)),
    ...wishes.map(({ words }) => ({ text: words, language })),
  ];
  return texts.flatMap(({ text, ...rest }) => (text.trim() === '' ? [] : [{ text: text.trim(), ...rest }]));
}

/** The usual word of a kind of thing, unless the merchant has a rule for the word that was said. */
function nameType(
  { value, words }: Constraint,
  language: Language,
  { locale, synonyms, catalogueLanguages }: TextReading,
): QueryText {
  const found = concept('type', String(value));
  if (synonyms.find(splitWords(words, language), locale).length > 0) return { text: words, language };
  if (found === undefined) return { text: words || String(value), language };
  const own = catalogueLanguages.includes(language)
    ? language
    : (catalogueLanguages.find(isSpoken) ?? language);
  return { text: conceptLabel(found, own), language: own };
}
