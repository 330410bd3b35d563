import * as z from 'zod';
import { commandNotes } from './command-notes.ts';
import { questionWords } from './constraint.ts';
import { productReferenceSchema } from './product-reference.ts';

export const availabilityCommand = z
  .object({
    type: z.literal('availability'),
    reference: productReferenceSchema.optional(),
    aspect: z.enum(['stock', 'delivery-time', 'delivery-cost', 'delivery-place', 'pickup', 'restock']),
    /** When it has to be there, as written. */
    deadline: z.string().max(60).optional(),
    question: questionWords,
  })
  .register(commandNotes, {
    meaning:
      'Whether and when something can be had: stock, delivery, collection. Without a reference it is about the shop.',
    examples: ['is it in stock in 42?', 'can I have it by Friday?', 'do you deliver to Austria?'],
  });
