import { normalise } from '../text/analyze.ts';
import type { PlanFacts } from './check-claims-facts.ts';
import type { MaskedText } from './check-claims-mask.ts';
import { isNoNumber, LARGE_NUMBER, NUMBER_WORDS } from './check-claims-words.ts';

/**
 * True when a number is said in words that is no count of the plan: "nine out of ten", "zehn Jahre". How many are on screen
 * and how many there are in all may be said.
 */
export function saysForeignNumber(masked: MaskedText, facts: PlanFacts, language: string): boolean {
  const plain = normalise(masked.visible());
  if (LARGE_NUMBER.test(plain)) return true;
  const words = plain.match(/[\p{L}-]+/gu) ?? [];
  return words.some((word) => {
    const number = NUMBER_WORDS.get(word);
    if (number === undefined || isNoNumber(word, language)) return false;
    return !facts.counts.has(String(number));
  });
}
