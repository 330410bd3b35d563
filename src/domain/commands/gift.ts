import * as z from 'zod';
import { commandNotes } from './command-notes.ts';
import { wishFields } from './constraint.ts';

export const giftCommand = z
  .object({
    type: z.literal('gift'),
    ...wishFields,
  })
  .register(commandNotes, {
    meaning: 'Something to give: like find, for somebody else.',
    examples: ['a present for my dad, he hikes', 'gift ideas for a ten year old'],
  });
