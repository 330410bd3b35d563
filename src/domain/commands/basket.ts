import * as z from 'zod';
import { commandNotes } from './command-notes.ts';
import { constraintsSchema } from './constraint.ts';
import { productReferences } from './product-reference.ts';

export const basketCommand = z
  .object({
    type: z.literal('basket'),
    action: z.enum(['show', 'add', 'change', 'remove', 'clear']),
    references: productReferences,
    /** How many of each; 0 is never said. */
    quantity: z.int().min(1).max(999).optional(),
    /** The variant that is meant: size, colour. */
    constraints: constraintsSchema,
  })
  .register(commandNotes, {
    meaning: 'Shows or changes the basket.',
    examples: [
      'add the second in size 42',
      'two of those please',
      'remove the scarf',
      'what is in my basket?',
    ],
  });
