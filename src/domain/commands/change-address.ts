import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

export const changeAddressCommand = z
  .object({
    type: z.literal('change-address'),
    /** As written. */
    orderNumber: z.string().max(40).optional(),
    /** The address of the account, or what an order is paid by; absent: where an order goes. */
    what: z.enum(['account', 'payment']).optional(),
  })
  .register(commandNotes, {
    meaning: 'Wants an order sent elsewhere, or other details of it changed.',
    examples: [
      'I moved, can you change the delivery address?',
      'change the address in my account',
      'pay order 4711 with another card',
    ],
  });
