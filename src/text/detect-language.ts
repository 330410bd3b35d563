import { z } from 'zod';
import type { Language } from '../domain/locale.ts';
import { splitWords } from './analyze.ts';
import { stopWordsOf } from './language-analysis.ts';
import { perLanguage, SPOKEN_LANGUAGES, type SpokenLanguage } from './languages.ts';
import { type LetterModel, trainLetterModel } from './letter-model.ts';
import { CONCEPTS, formsOf } from './lexicon/index.ts';
import { LOCALES } from './locale-files.ts';
import { Words } from './phrases.ts';

export interface DetectedLanguage {
  readonly language: Language;
  /** In [0, 1]: the share of the evidence that speaks for it. */
  readonly confidence: number;
}

export interface LanguageDetector {
  /**
   * The language of a message, or the prior when the message does not tell ("nike air max 42").
   *
   * @param options.prior The conversation's language so far.
   * @param options.supported Only these are answered; all that we speak when absent.
   */
  detect(
    text: string,
    options: { readonly prior: Language; readonly supported?: readonly Language[] },
  ): DetectedLanguage;
}

/** Weights of evidence, in nats of log odds; tuned on the development part of the understanding cases. */
const FUNCTION_WORD = 2.2;
const SHOP_WORD = 1.8;
const OWN_LETTER = 1.6;
const LETTERS = 0.8;
const PRIOR = 1.4;
/** Words read; more tell nothing new. */
const MOST_WORDS = 60;

/**
 * Tells the language of short shop messages from function words, the lexicon's words, own letters and letter triples.
 * Words that several languages share count as much less; the prior settles the rest. Built on first use, some 3 MB.
 */
export function createLanguageDetector(): LanguageDetector {
  return {
    detect(text, { prior, supported = SPOKEN_LANGUAGES }) {
      const languages = SPOKEN_LANGUAGES.filter((language) => supported.includes(language));
      const scores = languages.map((language) => ({
        language,
        score: language === prior ? PRIOR : 0,
      }));
      if (scores.length === 0) return { language: prior, confidence: 0 };
      for (const word of wordsOf(text)) {
        const shares = weighWord(word, languages.map(evidenceOf));
        scores.forEach((entry, position) => {
          entry.score += shares[position] ?? 0;
        });
      }
      return decide(scores, prior);
    },
  };
}

/** What speaks for one language. */
interface Evidence {
  readonly functionWords: ReadonlySet<string>;
  readonly shopWords: ReadonlySet<string>;
  readonly letters: LetterModel;
  /** Letters that only this language writes. */
  readonly ownLetter: RegExp;
}

const Spellings = z.record(z.string(), z.string()).nullable();

const evidenceOf = perLanguage((language): Evidence => {
  const shorthand = Object.keys(LOCALES.section(language, 'spellings', Spellings) ?? {});
  const functionWords = new Set([
    ...stopWordsOf(language),
    ...LOCALES.section(language, 'talk', Words),
    ...shorthand,
  ]);
  const shopWords = new Set(CONCEPTS.flatMap((concept) => formsOf(concept, language).flatMap(wordsOf)));
  const own = LOCALES.section(language, 'letters', z.string().nullable());
  return {
    functionWords,
    shopWords,
    letters: trainLetterModel([...shopWords, ...functionWords]),
    ownLetter: own === null ? /(?!)/u : new RegExp(`[${own}]`, 'u'),
  };
});

function wordsOf(text: string): string[] {
  return splitWords(text.slice(0, MOST_WORDS * 20), 'und', { keeps: false })
    .slice(0, MOST_WORDS)
    .map(({ raw }) => raw.normalize('NFKC').toLowerCase())
    .filter((word) => /^\p{L}+$/u.test(word));
}

/** What one word says for each language: what it says for all of them alike is taken off. */
function weighWord(word: string, evidence: readonly Evidence[]): number[] {
  const raw = evidence.map(
    ({ functionWords, shopWords, ownLetter }) =>
      (functionWords.has(word) ? FUNCTION_WORD : shopWords.has(word) ? SHOP_WORD : 0) +
      (ownLetter.test(word) ? OWN_LETTER : 0),
  );
  const known = raw.some((weight) => weight > 0) || !/^\p{Script=Latin}+$/u.test(word);
  const weights =
    known || word.length < 4 ? raw : evidence.map(({ letters }) => LETTERS * letters.score(word));
  const least = known ? 0 : Math.max(...weights);
  const sharing = known ? Math.max(1, raw.filter((weight) => weight > 0).length) : 1;
  return weights.map((weight) => Math.max(weight - least, -LETTERS) / sharing);
}

function decide(
  scores: readonly { readonly language: SpokenLanguage; readonly score: number }[],
  prior: Language,
): DetectedLanguage {
  const highest = Math.max(...scores.map(({ score }) => score));
  const total = scores.reduce((sum, { score }) => sum + Math.exp(score - highest), 0);
  const best =
    scores.find(({ language, score }) => score === highest && language === prior) ??
    scores.find(({ score }) => score === highest);
  return { language: best?.language ?? prior, confidence: 1 / total };
}
