import * as z from 'zod';
import { commandNotes } from './command-notes.ts';
import { productReferences } from './product-reference.ts';

export const rejectCommand = z
  .object({
    type: z.literal('reject'),
    references: productReferences,
    /** What is wrong with them, when it was said. */
    reason: z.string().max(200).optional(),
  })
  .register(commandNotes, {
    meaning: 'Does not want these products to be shown again; none named means all on screen.',
    examples: ['not those', 'I do not like the second one', 'none of these'],
  });
