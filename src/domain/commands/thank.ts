import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

export const thankCommand = z
  .object({
    type: z.literal('thank'),
  })
  .register(commandNotes, {
    meaning: 'Thanks.',
    examples: ['thank you'],
  });
