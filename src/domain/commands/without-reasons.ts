import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

export const withoutReasonsCommand = z
  .object({
    type: z.literal('without-reasons'),
  })
  .register(commandNotes, {
    meaning: 'What would be shown without the fewest reasons that decide.',
    examples: ['what would you show without that?'],
  });
