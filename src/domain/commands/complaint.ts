import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

export const complaintCommand = z
  .object({
    type: z.literal('complaint'),
    /** What it is about, when it could be told. */
    about: z.enum(['product', 'delivery', 'service', 'assistant', 'other']),
  })
  .register(commandNotes, {
    meaning: 'Is angry or something went wrong; a person should look into it.',
    examples: ['it arrived broken', 'this is ridiculous'],
  });
