import * as z from 'zod';
import { commandNotes } from './command-notes.ts';
import { productReferenceSchema } from './product-reference.ts';

export const compareCommand = z
  .object({
    type: z.literal('compare'),
    references: z.array(productReferenceSchema).min(2).max(4),
  })
  .register(commandNotes, {
    meaning: 'Two to four products side by side.',
    examples: ['compare the first and the third', 'what is the difference between them?'],
  });
