import * as z from 'zod';
import { commandNotes } from './command-notes.ts';
import { constraintsSchema } from './constraint.ts';

export const exchangeCommand = z
  .object({
    type: z.literal('exchange'),
    /** As written. */
    orderNumber: z.string().max(40).optional(),
    /** What is wanted instead. */
    constraints: constraintsSchema,
  })
  .register(commandNotes, {
    meaning: 'Wants something that was bought in another size or kind.',
    examples: ['can I swap them for a 43?'],
  });
