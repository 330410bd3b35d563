import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

export const checkoutCommand = z
  .object({
    type: z.literal('checkout'),
  })
  .register(commandNotes, {
    meaning: 'Wants to pay for what is in the basket.',
    examples: ["I'd like to check out", 'take me to the till'],
  });
