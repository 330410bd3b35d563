import type { SpokenLanguage } from '../text/languages.ts';

/** Round amounts as people write them out, in ascending order of {@link ROUND_AMOUNTS}, normalised. */
const SPELLED: Readonly<Record<SpokenLanguage, string>> = {
  en: 'ten fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand',
  de: 'zehn funfzehn zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig hundert tausend',
  fr: 'dix quinze vingt trente quarante cinquante soixante - - - cent mille',
  es: 'diez quince veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien mil',
};

const ROUND_AMOUNTS: readonly number[] = [10, 15, 20, 30, 40, 50, 60, 70, 80, 90, 100, 1_000];

const NUMBERS: ReadonlyMap<SpokenLanguage, ReadonlyMap<string, number>> = new Map(
  (['en', 'de', 'fr', 'es'] as const).map((language) => [
    language,
    new Map(SPELLED[language].split(' ').map((word, index) => [word, ROUND_AMOUNTS[index] ?? 0])),
  ]),
);

/** The number a word spells ("thirty"); undefined for every other word. */
export function spelledNumber(word: string, language: SpokenLanguage): number | undefined {
  return NUMBERS.get(language)?.get(word);
}
