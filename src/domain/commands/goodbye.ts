import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

export const goodbyeCommand = z
  .object({
    type: z.literal('goodbye'),
  })
  .register(commandNotes, {
    meaning: 'A farewell.',
    examples: ['bye'],
  });
