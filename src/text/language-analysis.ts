import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as bulgarian } from '@orama/stemmers/bulgarian';
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as greek } from '@orama/stemmers/greek';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as hindi } from '@orama/stemmers/indian';
import { stemmer as indonesian } from '@orama/stemmers/indonesian';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as lithuanian } from '@orama/stemmers/lithuanian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';
import { stopwords as arabicStopWords } from '@orama/stopwords/arabic';
import { stopwords as bulgarianStopWords } from '@orama/stopwords/bulgarian';
import { stopwords as danishStopWords } from '@orama/stopwords/danish';
import { stopwords as dutchStopWords } from '@orama/stopwords/dutch';
import { stopwords as englishStopWords } from '@orama/stopwords/english';
import { stopwords as finnishStopWords } from '@orama/stopwords/finnish';
import { stopwords as frenchStopWords } from '@orama/stopwords/french';
import { stopwords as germanStopWords } from '@orama/stopwords/german';
import { stopwords as greekStopWords } from '@orama/stopwords/greek';
import { stopwords as hungarianStopWords } from '@orama/stopwords/hungarian';
import { stopwords as hindiStopWords } from '@orama/stopwords/indian';
import { stopwords as indonesianStopWords } from '@orama/stopwords/indonesian';
import { stopwords as italianStopWords } from '@orama/stopwords/italian';
import { stopwords as japaneseStopWords } from '@orama/stopwords/japanese';
import { stopwords as norwegianStopWords } from '@orama/stopwords/norwegian';
import { stopwords as portugueseStopWords } from '@orama/stopwords/portuguese';
import { stopwords as romanianStopWords } from '@orama/stopwords/romanian';
import { stopwords as russianStopWords } from '@orama/stopwords/russian';
import { stopwords as spanishStopWords } from '@orama/stopwords/spanish';
import { stopwords as swedishStopWords } from '@orama/stopwords/swedish';
import { stopwords as turkishStopWords } from '@orama/stopwords/turkish';
import { stopwords as ukrainianStopWords } from '@orama/stopwords/ukrainian';
import type { Language } from '../domain/locale.ts';

/** How words of a language are read. */
export interface LanguageAnalysis {
  /** Joins inflected forms; on lower-case words with their diacritics. */
  readonly stem: (word: string) => string;
  /** Lower case, with their diacritics. */
  readonly stopWords: ReadonlySet<string>;
}

const read = (
  stem: (word: string) => string,
  stopWords: readonly string[],
  telling = '',
): LanguageAnalysis => ({
  stem,
  stopWords: new Set(stopWords).difference(new Set(telling.split(' '))),
});

/** The lists at hand are misspelt (Lithuanian) or hold words that matter in a shop (Chinese: large, small, without). */
const LITHUANIAN_STOP_WORDS =
  'ir su iš į ant per prie nuo po už ar arba bet kad kaip o tai yra jo jos šis ši'.split(' ');
const CHINESE_STOP_WORDS =
  '的 了 和 与 及 或 在 是 等 之 也 都 就 而 把 被 对 给 为 您 你 我 我们 这 那 个 請 请 與 為 對'.split(' ');

const asWritten = (word: string): string => word;

/** Snowball takes the ending of an adjective off nouns that look like one: "Küchentisch" stays a "tisch", as does "romantisch". */
const TABLE_OR_FISH = /[tf]isch(?=(?:e[mnrs]?|s)?$)/u;

function stemGerman(word: string): string {
  const at = word.search(TABLE_OR_FISH);
  return at < 0 ? german(word) : word.slice(0, at) + german(word.slice(at));
}

/** Snowball leaves most letters doubled that only the plural doubles: "tassen" is "tas". */
function stemDutch(word: string): string {
  return dutch(word).replace(/([bfglmnprs])\1$/, '$1');
}

/** A loan word is written with or without the mark of a long last vowel: "プリンター", "プリンタ". */
function shortenKatakana(word: string): string {
  return /^[\p{scx=Kana}]{4,}$/u.test(word) ? word.replace(/ー$/, '') : word;
}

/** Particles stand at the end of Korean words: "이어폰을" is "이어폰" as an object. */
const PARTICLE = /(?<=\p{Script=Hangul}{2})(?:에서|으로|까지|부터|은|는|이|가|을|를|의|에|로|와|과|도|만)$/u;

function cutParticle(word: string): string {
  return word.replace(PARTICLE, '');
}

const norwegianAnalysis = read(norwegian, norwegianStopWords);

/**
 * The languages we read: Snowball stemmers with their stop words, less those words of a list that tell products apart (large, small,
 * new). Languages without an entry are read word for word.
 */
const ANALYSES: ReadonlyMap<Language, LanguageAnalysis> = new Map([
  ['ar', read(arabic, arabicStopWords)],
  ['bg', read(bulgarian, bulgarianStopWords)],
  ['da', read(danish, danishStopWords)],
  ['de', read(stemGerman, germanStopWords)],
  ['el', read(greek, greekStopWords)],
  ['en', read(english, [...englishStopWords, 'a', 'i'])],
  ['es', read(spanish, spanishStopWords)],
  ['fi', read(finnish, finnishStopWords)],
  ['fr', read(french, frenchStopWords)],
  ['hi', read(hindi, hindiStopWords)],
  ['hu', read(hungarian, hungarianStopWords, 'nagy nagyobb egész külön')],
  ['id', read(indonesian, indonesianStopWords, 'kecil banyak')],
  ['it', read(italian, italianStopWords)],
  ['ja', read(shortenKatakana, japaneseStopWords, '人 何')],
  ['ko', read(cutParticle, [])],
  ['lt', read(lithuanian, LITHUANIAN_STOP_WORDS)],
  ['nb', norwegianAnalysis],
  ['nl', read(stemDutch, dutchStopWords)],
  ['nn', norwegianAnalysis],
  ['no', norwegianAnalysis],
  ['pt', read(portuguese, portugueseStopWords)],
  ['ro', read(romanian, romanianStopWords, 'fata frumos nouă noroc')],
  ['ru', read(russian, russianStopWords)],
  ['sv', read(swedish, swedishStopWords)],
  ['tr', read(turkish, turkishStopWords)],
  ['uk', read(ukrainian, ukrainianStopWords)],
  ['zh', read(asWritten, CHINESE_STOP_WORDS)],
]);

const HANGUL = /^\p{Script=Hangul}+$/u;
const KANA = /^[\p{scx=Hira}\p{scx=Kana}]+$/u;

/**
 * How a word is read: in the language said, but Korean and Japanese letters tell their language themselves.
 *
 * @returns Undefined for a language we do not read.
 */
export function analysisOf(word: string, language: Language): LanguageAnalysis | undefined {
  const own = HANGUL.test(word) ? 'ko' : KANA.test(word) ? 'ja' : language;
  return ANALYSES.get(own);
}

/** Function words of a language, lower case; none for a language we do not read. */
export const stopWordsOf = (language: Language): ReadonlySet<string> =>
  ANALYSES.get(language)?.stopWords ?? NO_WORDS;

const NO_WORDS: ReadonlySet<string> = new Set();
