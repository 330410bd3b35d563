import * as z from 'zod';
import { commandNotes } from './command-notes.ts';
import { questionWords } from './constraint.ts';
import { productReferenceSchema } from './product-reference.ts';

export const askProductCommand = z
  .object({
    type: z.literal('ask-product'),
    reference: productReferenceSchema,
    /** What is asked when it could be told ("material"). */
    attribute: z.string().max(60).optional(),
    question: questionWords,
  })
  .register(commandNotes, {
    meaning: 'A question about one product.',
    examples: ['is the second waterproof?', 'what is it made of?'],
  });
