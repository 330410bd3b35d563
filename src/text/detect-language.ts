import type { Language } from '../domain/locale.ts';
import { splitWords } from './analyze.ts';
import { stopWordsOf } from './language-analysis.ts';
import { SPOKEN_LANGUAGES, type SpokenLanguage } from './languages.ts';
import { type LetterModel, trainLetterModel } from './letter-model.ts';
import { CONCEPTS } from './lexicon/index.ts';

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

/** Letters that only one of our languages writes. */
const OWN_LETTERS: Readonly<Record<SpokenLanguage, RegExp>> = {
  en: /(?!)/u,
  de: /[äöß]/u,
  fr: /[àâçèêëîïôœùû]/u,
  es: /[ñáíóú¿¡]/u,
};

/** Words of dialogue that stop word lists leave out, because there they carry meaning. */
const TALK: Readonly<Record<SpokenLanguage, string>> = {
  en: "hi hello thanks thank please show looking need want find cheaper more under between cheap something anything like goodbye bye gift okay yes what's it's i'm don't",
  de: 'hallo danke bitte zeig zeige zeigen suche brauche möchte günstiger billiger mehr unter bis zwischen etwas geschenk tschüss guten tag ja nein wie viel kostet gibt noch lieber egal nur',
  fr: "bonjour salut merci voudrais cherche montre montrez moins cher chère plus entre cadeau oui non quelque chose besoin svp combien coûte avez pourquoi plutôt seulement voir peu importe s'il",
  es: 'hola gracias por favor busco quiero quisiera necesito muestra muéstrame más menos barato barata entre regalo sí algo cuánto cuesta tienes tienen adiós solo mejor enséñame hasta cualquier cualquiera color talla igual segundo primero este ese',
};

/**
 * Tells the language of short shop messages from function words, the lexicon's words, own letters and letter triples.
 * Words that several languages share count as much less; the prior settles the rest. Built on first use, some 3 MB.
 */
export function createLanguageDetector(): LanguageDetector {
  let evidence: Evidence | undefined;
  return {
    detect(text, { prior, supported = SPOKEN_LANGUAGES }) {
      evidence ??= gatherEvidence();
      const languages = SPOKEN_LANGUAGES.filter((language) => supported.includes(language));
      const scores = languages.map((language) => ({
        language,
        score: language === prior ? PRIOR : 0,
      }));
      if (scores.length === 0) return { language: prior, confidence: 0 };
      for (const word of wordsOf(text)) {
        const shares = weighWord(word, languages, evidence);
        scores.forEach((entry, position) => {
          entry.score += shares[position] ?? 0;
        });
      }
      return decide(scores, prior);
    },
  };
}

interface Evidence {
  readonly functionWords: Readonly<Record<SpokenLanguage, ReadonlySet<string>>>;
  readonly shopWords: Readonly<Record<SpokenLanguage, ReadonlySet<string>>>;
  readonly letters: Readonly<Record<SpokenLanguage, LetterModel>>;
}

function gatherEvidence(): Evidence {
  const byLanguage = <T>(make: (language: SpokenLanguage) => T): Record<SpokenLanguage, T> => ({
    en: make('en'),
    de: make('de'),
    fr: make('fr'),
    es: make('es'),
  });
  const functionWords = byLanguage(
    (language) => new Set([...stopWordsOf(language), ...TALK[language].split(' ')]),
  );
  const shopWords = byLanguage(
    (language) => new Set(CONCEPTS.flatMap(({ forms }) => forms[language].flatMap(wordsOf))),
  );
  return {
    functionWords,
    shopWords,
    letters: byLanguage((language) => trainLetterModel([...shopWords[language], ...functionWords[language]])),
  };
}

function wordsOf(text: string): string[] {
  return splitWords(text.slice(0, MOST_WORDS * 20), 'und')
    .slice(0, MOST_WORDS)
    .map(({ raw }) => raw.normalize('NFKC').toLowerCase())
    .filter((word) => /^\p{L}+$/u.test(word));
}

/** What one word says for each language: what it says for all of them alike is taken off. */
function weighWord(word: string, languages: readonly SpokenLanguage[], evidence: Evidence): number[] {
  const raw = languages.map((language) => {
    const isFunction = evidence.functionWords[language].has(word);
    const isShop = evidence.shopWords[language].has(word);
    return (
      (isFunction ? FUNCTION_WORD : isShop ? SHOP_WORD : 0) +
      (OWN_LETTERS[language].test(word) ? OWN_LETTER : 0)
    );
  });
  const known = raw.some((weight) => weight > 0) || !/^\p{Script=Latin}+$/u.test(word);
  const weights =
    known || word.length < 4
      ? raw
      : languages.map((language) => LETTERS * evidence.letters[language].score(word));
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
