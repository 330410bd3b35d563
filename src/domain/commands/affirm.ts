import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

export const affirmCommand = z
  .object({
    type: z.literal('affirm'),
  })
  .register(commandNotes, {
    meaning: 'Yes, to what the assistant asked or offered.',
    examples: ['yes please', 'ok', 'sure'],
  });
