import type { Language } from '../domain/locale.ts';

/** "z. B." and "approx. 5" end no sentence: a short word with a dot before a small letter, a number, or a letter with a dot. */
const ABBREVIATED = /(?:^|[\s(])\p{L}{1,4}\.\s*$/u;
const GOES_ON = /^(?:[\p{Ll}\p{N}]|\p{L}\.)/u;

/** The sentences of a text, trimmed, none empty. Their words are those of the text, in order. */
export function splitSentences(text: string, language: Language): string[] {
  const sentences: string[] = [];
  for (const { segment } of segmenterOf(language).segment(text)) {
    const last = sentences.at(-1);
    if (last !== undefined && ABBREVIATED.test(last) && GOES_ON.test(segment))
      sentences[sentences.length - 1] = last + segment;
    else sentences.push(segment);
  }
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}

const segmenters = new Map<Language, Intl.Segmenter>();

function segmenterOf(language: Language): Intl.Segmenter {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, segmenter);
  return segmenter;
}
