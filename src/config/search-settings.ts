import * as z from 'zod';

const MOST_WEIGHT = 100;

/** How words are scored; the drivers of the product index say what each number does. */
export const searchSettings = {
  SEARCH_K1: z.coerce
    .number()
    .min(0.01)
    .max(100)
    .default(1.2)
    .describe('How late repetitions of a word stop to count (k1 of BM25)'),
  SEARCH_B: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(0.75)
    .describe('How much a long field is held against its words, from 0 to 1 (b of BM25)'),
  SEARCH_FIELD_WEIGHTS: numbersByName({ title: 3, brand: 2, category: 1.5, attributes: 1.5, description: 1 })
    .refine((weights) => Object.values(weights).some((weight) => weight > 0), 'one weight must be above 0')
    .describe('What a word counts in each field of a product, as "title=3,brand=2"; the others keep theirs'),
  SEARCH_BOOSTS: numbersByName({ allTerms: 0.3, anyTerm: 0.5, title: 0.5 }).describe(
    'Share of the score added when all words occur, for the share that occurs, and for that in the title',
  ),
};

/** "name=number" parts separated by commas, over the numbers given here; each from 0 to 100. */
function numbersByName<Name extends string>(defaults: Readonly<Record<Name, number>>) {
  const names = Object.keys(defaults);
  const [example = ''] = names;
  return z
    .string()
    .default('')
    .transform((text, context) => {
      const given = text.split(',').flatMap((part) => {
        if (part.trim() === '') return [];
        const [name = '', number = '', ...more] = part.split('=').map((side) => side.trim());
        const value = number === '' || more.length > 0 ? Number.NaN : Number(number);
        const isFine = names.includes(name) && value >= 0 && value <= MOST_WEIGHT;
        if (isFine) return [[name, value] as const];
        context.addIssue(
          `must be numbers from 0 to ${MOST_WEIGHT} by name, such as "${example}=1", of ${names.join(', ')}`,
        );
        return [];
      });
      return { ...defaults, ...Object.fromEntries(given) } satisfies Record<Name, number>;
    });
}
