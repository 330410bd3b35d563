import { normalise } from '../text/analyze.ts';
import type { ParseContext } from './parser.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Whether a message is as a whole what the shop calls something in the conversation's language, or an answer that was offered: it
 * then speaks that language, however much the word looks like another one ("Mode" in German, "Écharpes" in French).
 */
export function isOwnLabel(
  text: string,
  { language, state: { question } }: Pick<ParseContext, 'language' | 'state'>,
  vocabulary: Vocabulary,
): boolean {
  const words = normalise(text).trim();
  const labelled = vocabulary.valuesLabelled(words, language);
  // A shop without texts in the language labels everything in another one.
  const isTranslated = vocabulary.languages.includes(language);
  return (
    question?.options.some(({ label }) => normalise(label).trim() === words) === true ||
    labelled.some(({ attribute }) => isTranslated || attribute === question?.attribute)
  );
}
