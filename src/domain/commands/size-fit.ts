import * as z from 'zod';
import { commandNotes } from './command-notes.ts';
import { questionWords } from './constraint.ts';
import { productReferenceSchema } from './product-reference.ts';

export const sizeFitCommand = z
  .object({
    type: z.literal('size-fit'),
    reference: productReferenceSchema,
    /** Sizes and measures of the shopper that were said, as written. */
    mine: z.array(z.string().max(60)).max(6),
    question: questionWords,
  })
  .register(commandNotes, {
    meaning: 'Which size to take, or how something fits.',
    examples: ['does it run small?', 'I wear 42 in other shoes, which size do I need?'],
  });
