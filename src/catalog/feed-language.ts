import type { Language } from '../domain/locale.ts';
import type { Listing } from '../ports/listing-interpreter.ts';
import { createLanguageDetector } from '../text/detect-language.ts';
import { guessLanguage } from '../text/guess-language.ts';
import { isSpoken } from '../text/languages.ts';

const SAMPLE = 40;
const SAMPLE_LENGTH = 400;
/** Fewer words tell nothing: a "Hat" is a verb in German. */
const FEWEST_WORDS = 12;
/** Share of the texts that another language than the expected one needs to count. */
const MAJORITY = 0.6;

/**
 * The language most of a feed's texts are written in.
 *
 * @param usual The language expected in the market: kept unless a clear majority is in another one.
 */
export function detectFeedLanguage(sample: readonly Listing[], usual: Language): Language {
  const texts = sample
    .slice(0, SAMPLE)
    .map(({ title = '', description = '' }) => `${title}. ${description}`.slice(0, SAMPLE_LENGTH))
    .map((text) => text.replace(/<[^>]*>/g, ' '));
  const isTelling = texts.reduce((sum, text) => sum + countWords(text), 0) >= FEWEST_WORDS;
  if (!isTelling && texts.every(isLatin)) return usual;
  const detector = createLanguageDetector();
  const prior = isWrittenInLatin(usual) ? usual : 'en';
  const evidence = new Map<Language, number>();
  for (const text of texts) {
    const guess = guessLanguage(text, usual);
    const { language, confidence } =
      guess === undefined && isLatin(text) && isSpoken(prior)
        ? detector.detect(text, { prior })
        : { language: guess ?? usual, confidence: 1 };
    evidence.set(language, (evidence.get(language) ?? 0) + confidence);
  }
  const [language, sum] = [...evidence].reduce(
    (best, entry) => (entry[1] > best[1] ? entry : best),
    [usual, 0],
  );
  return sum > MAJORITY * texts.length ? language : usual;
}

const countWords = (text: string) => text.match(/\p{L}{2,}/gu)?.length ?? 0;

/** Latin texts are none of a language that other letters write: an Arab shop's are likelier English. */
const isWrittenInLatin = (language: Language): boolean =>
  new Intl.Locale(language).maximize().script === 'Latn';

/** Most letters are Latin ones. */
function isLatin(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (text.match(/\p{Script=Latin}/gu)?.length ?? 0) * 2 >= letters;
}
