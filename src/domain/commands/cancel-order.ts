import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

export const cancelOrderCommand = z
  .object({
    type: z.literal('cancel-order'),
    /** As written. */
    orderNumber: z.string().max(40).optional(),
  })
  .register(commandNotes, {
    meaning: 'Wants an order cancelled.',
    examples: ['please cancel my order'],
  });
