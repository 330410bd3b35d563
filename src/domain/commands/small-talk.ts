import * as z from 'zod';
import { commandNotes } from './command-notes.ts';

export const smallTalkCommand = z
  .object({
    type: z.literal('small-talk'),
    about: z.enum(['mood', 'identity', 'abilities', 'joke', 'compliment', 'other']),
  })
  .register(commandNotes, {
    meaning: 'Talk that wants a friendly word and nothing of the shop.',
    examples: ['how are you?', 'are you a robot?'],
  });
