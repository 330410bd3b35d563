import * as z from 'zod';

const FORMALITIES = ['formal', 'familiar'] as const;
type Formality = (typeof FORMALITIES)[number];

/** A market ("NL"), a language ("nl"), or a language in a market ("fr-CH"). */
const PLACE = /^(?:[a-z]{2,3}(?:-[A-Z]{2})?|[A-Z]{2})$/;

const isFormality = (word: string): word is Formality => FORMALITIES.some((known) => known === word);

/** How the assistant speaks. */
export const voiceSettings = {
  TONE: z
    .enum(['friendly', 'neutral', 'brief'])
    .default('neutral')
    .describe('How warm and how long the words are'),
  FORMALITY: z
    .string()
    .default('')
    .transform((text, context) => {
      const rules: Record<string, Formality> & { default: Formality } = { default: 'formal' };
      for (const part of text.split(',').map((each) => each.trim())) {
        if (part === '') continue;
        const [left = '', right, ...more] = part.split('=').map((side) => side.trim());
        const place = right === undefined ? 'default' : left;
        const word = right ?? left;
        const isPlace = right === undefined || PLACE.test(place);
        if (isPlace && more.length === 0 && isFormality(word)) rules[place] = word;
        else
          context.addIssue(
            `must be ${FORMALITIES.join(' or ')}, also by place, such as "formal,NL=familiar,fr-CH=familiar"`,
          );
      }
      return rules;
    })
    .describe(
      'Form of address: "formal" (Sie, vous, usted) or "familiar" (du, tu, tú); for a market, a language or both, as "formal,NL=familiar,fr-CH=familiar"',
    ),
};
