import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

export const changeAddressCommand = z
  .object({
    type: z.literal('change-address'),
    /** As written. */
    orderNumber: z.string().max(40).optional(),
  })
  .register(commandNotes, {
    meaning: 'Wants an order sent elsewhere, or other details of it changed.',
    examples: ['I moved, can you change the delivery address?'],
  });
