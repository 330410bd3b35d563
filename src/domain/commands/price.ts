import * as z from 'zod';
import { commandNotes } from './command-notes.ts';
import { questionWords } from './constraint.ts';
import { productReferenceSchema } from './product-reference.ts';

export const priceCommand = z
  .object({
    type: z.literal('price'),
    reference: productReferenceSchema.optional(),
    aspect: z.enum(['price', 'discount', 'code', 'instalments', 'price-match']),
    question: questionWords,
  })
  .register(commandNotes, {
    meaning: 'What something costs, or how it could cost less. Without a reference it is about the shop.',
    examples: ['how much is it?', 'is there a discount code?', 'do you price match?'],
  });
