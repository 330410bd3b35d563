import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

export const orderStatusCommand = z
  .object({
    type: z.literal('order-status'),
    /** As written. */
    orderNumber: z.string().max(40).optional(),
  })
  .register(commandNotes, {
    meaning: 'Where an order is.',
    examples: ['where is my order 10023?', 'has my parcel been sent?'],
  });
