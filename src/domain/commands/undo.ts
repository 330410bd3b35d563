import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

export const undoCommand = z
  .object({
    type: z.literal('undo'),
  })
  .register(commandNotes, {
    meaning: 'Takes back the last change of what is wanted.',
    examples: ['no, go back', 'undo that', 'the list before, please'],
  });
