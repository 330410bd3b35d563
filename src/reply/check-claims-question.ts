import { maskText } from './check-claims-mask.ts';
import type { SentenceContext } from './check-claims-sentence.ts';
import { asksSomething } from './check-claims-talk.ts';

/** Whether a text names a product of the plan. */
export function namesProduct(text: string, { facts }: SentenceContext): boolean {
  const masked = maskText(text);
  return facts.titles.some(({ phrase }) => masked.coverPhrase(phrase).length > 0);
}

/** Whether a sentence asks for something that a product may have, and names none: what follows may say which has it. */
export function asksOfFact(text: string, context: SentenceContext): boolean {
  if (!asksSomething(text, context.language) || namesProduct(text, context)) return false;
  const masked = maskText(text);
  return (
    /\p{N}/u.test(text) ||
    context.facts.values.some(
      ({ phrase, productId }) => productId !== undefined && masked.coverPhrase(phrase).length > 0,
    )
  );
}
