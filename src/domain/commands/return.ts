import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

export const returnCommand = z
  .object({
    type: z.literal('return'),
    /** As written. */
    orderNumber: z.string().max(40).optional(),
    reason: z.string().max(200).optional(),
  })
  .register(commandNotes, {
    meaning: 'Wants to give something back, or the money for it.',
    examples: ['I want to return the shoes', 'how do I get a refund?'],
  });
