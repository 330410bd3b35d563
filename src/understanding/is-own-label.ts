import type { OpenForm } from '../domain/dialogue-state.ts';
import { normalise } from '../text/analyze.ts';
import type { ParseContext } from './parser.ts';
import { isAddressAnswer, openForm } from './read-form.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Whether a message is as a whole what the shop calls something in the conversation's language, or an answer that was offered: it
 * then speaks that language, however much the word looks like another one ("Mode" in German, "Écharpes" in French).
 */
export function isOwnLabel(
  text: string,
  { language, market, state }: Pick<ParseContext, 'language' | 'market' | 'state'>,
  vocabulary: Vocabulary,
): boolean {
  const { question } = state;
  const form = openForm(state);
  const words = normalise(text).trim();
  const labelled = vocabulary.valuesLabelled(words, language);
  // A shop without texts in the language labels everything in another one.
  const isTranslated = vocabulary.languages.includes(language);
  if (form !== undefined && isFormAnswer(text, form, market.country)) return true;
  return (
    question?.options.some(({ label }) => normalise(label).trim() === words) === true ||
    labelled.some(({ attribute }) => isTranslated || attribute === question?.attribute)
  );
}

/** Labels are the shop's, and an address is in the language of its place. */
const isFormAnswer = (text: string, form: OpenForm, country: string): boolean =>
  form.labels.some((label) => normalise(label).trim() === normalise(text).trim()) ||
  (form.labels.length === 0 && isAddressAnswer(text, form, country));
