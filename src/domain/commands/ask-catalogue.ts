import * as z from 'zod';
import { commandNotes } from './command-notes.ts';
import { constraintsSchema, queryWords } from './constraint.ts';

/** What can be counted over the whole shop. */
export const catalogueQuestionSchema = z.enum([
  'cheapest',
  'dearest',
  /** The least or the most of what is measured: the lightest, the largest. */
  'least',
  'most',
  'count',
  /** Which values of an attribute there are. */
  'values',
  'price-range',
  'exists',
  /** What the shop sells at all. */
  'departments',
]);
export type CatalogueQuestion = z.infer<typeof catalogueQuestionSchema>;

export const askCatalogueCommand = z
  .object({
    type: z.literal('ask-catalogue'),
    question: catalogueQuestionSchema,
    /** Of `values`, `least` and `most`. */
    attribute: z.string().max(60).optional(),
    /** `shop`: what it names itself. `need`: what is wanted so far, narrowed. `asked`: what the last question was about, changed. */
    about: z.enum(['shop', 'need', 'asked']),
    query: queryWords,
    constraints: constraintsSchema,
  })
  .register(commandNotes, {
    meaning:
      'A question answered by counting over everything it is about; changes nothing of what is wanted. All its words bind.',
    examples: ['how many red dresses do you have?', 'which brands of boots?', 'your lightest backpack'],
  });
