import type { Language } from '../../src/domain/locale.ts';

interface TextInLanguage {
  readonly language: Language;
  readonly text: string;
}

/** A document as training takes it: one product in all its languages. */
export interface TrainingDocument {
  readonly texts: readonly TextInLanguage[];
}

/** Stems of a text in a language, repetitions kept. The same function must be given to training and to the model. */
export type Analyze = (text: string, language: Language) => string[];

/** How often each word stands in each document, over the words of all documents. */
export interface TextCounts {
  readonly languages: readonly Language[];
  /** Numbered in the order seen. */
  readonly words: readonly string[];
  /** Documents that hold the word, by word number. */
  readonly documentFrequencies: Uint32Array;
  /** (word number, times) by document, by rows. */
  readonly start: Uint32Array;
  readonly wordNumbers: Uint32Array;
  readonly times: Uint32Array;
}

/** Reads every document once; memory 8 bytes per distinct word of a document. */
export function countTexts(documents: Iterable<TrainingDocument>, analyze: Analyze): TextCounts {
  const numbers = new Map<string, number>();
  const languages = new Set<Language>();
  const frequencies: number[] = [];
  const start = [0];
  const wordNumbers: number[] = [];
  const times: number[] = [];
  for (const { texts } of documents) {
    for (const { language } of texts) languages.add(language);
    for (const [word, count] of countWords(texts.flatMap(({ language, text }) => analyze(text, language)))) {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      frequencies[number] = (frequencies[number] ?? 0) + 1;
      wordNumbers.push(number);
      times.push(count);
    }
    start.push(wordNumbers.length);
  }
  return {
    languages: [...languages].sort(),
    words: [...numbers.keys()],
    documentFrequencies: Uint32Array.from(frequencies),
    start: Uint32Array.from(start),
    wordNumbers: Uint32Array.from(wordNumbers),
    times: Uint32Array.from(times),
  };
}

export function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Weight of a word that stands `times` in a text: 1 + ln(times); repetition counts little. */
export const termWeight = (times: number): number => 1 + Math.log(times);
