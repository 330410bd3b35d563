import { AssistantError } from '../../../src/errors/assistant-error.ts';
import type { SpokenLanguage } from '../../../src/text/languages.ts';
import type { Vocabulary } from '../../../src/understanding/vocabulary.ts';
import type { ConstraintSet } from './draw-sets.ts';

interface Phrases {
  readonly under: (amount: number, currency: string) => string;
  readonly over: (amount: number, currency: string) => string;
  readonly refuse: (color: string) => string;
}

const PHRASES: ReadonlyMap<SpokenLanguage, Phrases> = new Map(
  Object.entries({
    en: {
      under: (amount, currency) => `under ${amount} ${currency}`,
      over: (amount, currency) => `at least ${amount} ${currency}`,
      refuse: (color) => `not ${color}`,
    },
    de: {
      under: (amount, currency) => `unter ${amount} ${currency}`,
      over: (amount, currency) => `mindestens ${amount} ${currency}`,
      refuse: (color) => `nicht ${color}`,
    },
    fr: {
      under: (amount, currency) => `moins de ${amount} ${currency}`,
      over: (amount, currency) => `au moins ${amount} ${currency}`,
      refuse: (color) => `pas ${color}`,
    },
    es: {
      under: (amount, currency) => `menos de ${amount} ${currency}`,
      over: (amount, currency) => `al menos ${amount} ${currency}`,
      refuse: (color) => `que no sea ${color}`,
    },
  }),
);

/** Languages that constraint sets are said in. */
export const SAID_LANGUAGES: readonly SpokenLanguage[] = [...PHRASES.keys()];

/** A constraint set in the words of a shopper. */
export function saySet(set: ConstraintSet, vocabulary: Vocabulary): string {
  const { language, market, kind, wanted, minPrice, maxPrice, refusedColor } = set;
  const phrases = PHRASES.get(language);
  if (phrases === undefined)
    throw new AssistantError('INVALID_ARGUMENT', `No sets are said in "${language}"`);
  const { under, over, refuse } = phrases;
  const labelOf = (attribute: string, value: string) => vocabulary.labelOf(attribute, value, language);
  return [
    ...(kind === undefined ? [] : [labelOf('type', kind)]),
    ...Object.entries(wanted).map(([attribute, value]) => labelOf(attribute, value)),
    ...(maxPrice === undefined ? [] : [under(maxPrice, market.currency)]),
    ...(minPrice === undefined ? [] : [over(minPrice, market.currency)]),
    ...(refusedColor === undefined ? [] : [refuse(labelOf('color', refusedColor))]),
  ].join(', ');
}
