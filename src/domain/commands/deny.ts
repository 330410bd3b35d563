import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

export const denyCommand = z
  .object({
    type: z.literal('deny'),
  })
  .register(commandNotes, {
    meaning: 'No, to what the assistant asked or offered.',
    examples: ['no', 'no thanks'],
  });
