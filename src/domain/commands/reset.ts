import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

export const resetCommand = z
  .object({
    type: z.literal('reset'),
  })
  .register(commandNotes, {
    meaning: 'Forgets the whole need.',
    examples: ['start over'],
  });
