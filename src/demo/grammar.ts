import type { DemoLanguage } from './words.ts';

/**
 * Agreement class of a noun: gender and number as far as the language tells them apart.
 * English: `s`, `p`. German: `m`, `f`, `n`, `p`. French and Spanish: `m`, `f`, `mp`, `fp`.
 */
export interface Noun {
  readonly form: string;
  /** Position of the class among the forms an agreeing word lists. */
  readonly agreement: number;
  readonly plural: boolean;
}

const CLASSES: Readonly<Record<DemoLanguage, readonly string[]>> = {
  en: ['s', 'p'],
  de: ['m', 'f', 'n', 'p'],
  fr: ['m', 'f', 'mp', 'fp'],
  es: ['m', 'f', 'mp', 'fp'],
};

/** Reads "Schal:m", "baskets:fp"; an English noun without a class is singular. */
export function parseNoun(notation: string, language: DemoLanguage): Noun {
  const [form = '', agreementClass = 's'] = notation.split(':');
  return {
    form,
    agreement: Math.max(0, CLASSES[language].indexOf(agreementClass)),
    plural: agreementClass.endsWith('p'),
  };
}

const GERMAN_STRONG_NOMINATIVE = ['er', 'e', 'es', 'e'];

/**
 * The form of an adjective that agrees with a noun, in the nominative without article.
 *
 * @param notation "=rosa" never changes; "vert/verte" lists masculine and feminine (their plurals are regular), four forms
 *   list all; a bare word is regular: German takes strong endings, Spanish its vowel or "es", English nothing.
 */
export function agree(notation: string, noun: Noun, language: DemoLanguage): string {
  if (notation.startsWith('=')) return notation.slice(1);
  const forms = notation.split('/');
  if (forms.length === 4) return forms[noun.agreement] ?? notation;
  if (language === 'en') return notation;
  if (language === 'de') return `${notation}${GERMAN_STRONG_NOMINATIVE[noun.agreement] ?? ''}`;
  const feminine = noun.agreement % 2 === 1;
  const singular =
    language === 'es' ? spanishSingular(notation, feminine) : (forms[feminine ? 1 : 0] ?? notation);
  return noun.plural ? romancePlural(singular, language) : singular;
}

const spanishSingular = (masculine: string, feminine: boolean): string =>
  feminine ? masculine.replace(/o$/, 'a') : masculine;

function romancePlural(singular: string, language: 'fr' | 'es'): string {
  if (language === 'fr') return /[sx]$/.test(singular) ? singular : `${singular}s`;
  return /[aeiou]$/.test(singular) ? `${singular}s` : `${singular}es`;
}

const DEFINITE: Readonly<Record<DemoLanguage, readonly string[]>> = {
  en: ['the', 'the'],
  de: ['der', 'die', 'das', 'die'],
  fr: ['le', 'la', 'les', 'les'],
  es: ['el', 'la', 'los', 'las'],
};
const INDEFINITE: Readonly<Record<DemoLanguage, readonly string[]>> = {
  en: ['a', ''],
  de: ['ein', 'eine', 'ein', ''],
  fr: ['un', 'une', 'des', 'des'],
  es: ['un', 'una', 'unos', 'unas'],
};

const startsWithVowelSound = (word: string): boolean => /^[aeiouéèêâîô]/i.test(word);

/** "der Schal", "l'écharpe", "the headphones". */
export function withDefiniteArticle(noun: Noun, language: DemoLanguage): string {
  if (language === 'fr' && !noun.plural && startsWithVowelSound(noun.form)) return `l’${noun.form}`;
  return `${DEFINITE[language][noun.agreement]} ${noun.form}`;
}

/** "ein Schal", "an apron", "des baskets"; English and German plurals stand alone. */
export function withIndefiniteArticle(noun: Noun, language: DemoLanguage): string {
  const article = INDEFINITE[language][noun.agreement] ?? '';
  const elided = language === 'en' && article === 'a' && startsWithVowelSound(noun.form) ? 'an' : article;
  return elided === '' ? noun.form : `${elided} ${noun.form}`;
}

/**
 * Fills a sentence. `{name}` takes a value; `[is|are]` chooses by number, four alternatives choose by agreement class.
 * `{the}`, `{a}` and `{noun}` are the noun with its definite, indefinite and no article.
 */
export function fillSentence(
  template: string,
  noun: Noun,
  language: DemoLanguage,
  values: Readonly<Record<string, string>>,
): string {
  const filled = template
    .replace(/\[([^\]]*)\]/g, (_, listed: string) => {
      const forms = listed.split('|');
      return forms[forms.length === 4 ? noun.agreement : Number(noun.plural)] ?? '';
    })
    .replace(/\{(\w+)\}/g, (_, name: string) => {
      if (name === 'the') return withDefiniteArticle(noun, language);
      if (name === 'a') return withIndefiniteArticle(noun, language);
      return name === 'noun' ? noun.form : (values[name] ?? '');
    });
  return capitalise(language === 'fr' ? filled.replace(/\bde (?=[aeiouéèêâîô])/gi, 'd’') : filled);
}

export const capitalise = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an and at by for from in of on or the to with l ml cm mm kg g h'.split(' '),
);

/** English headline case: every word but the small ones begins with a capital. */
export const toHeadline = (text: string): string =>
  text
    .split(' ')
    .map((word, position) => (position > 0 && SMALL_WORDS.has(word) ? word : capitalise(word)))
    .join(' ');
