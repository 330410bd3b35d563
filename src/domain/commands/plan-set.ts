import * as z from 'zod';
import { commandNotes } from './command-notes.ts';
import { wishFields } from './constraint.ts';

export const planSetCommand = z
  .object({
    type: z.literal('plan-set'),
    ...wishFields,
    /** The parts that were named, in the shopper's words. */
    parts: z.array(z.string().max(120)).max(12),
  })
  .register(commandNotes, {
    meaning: 'Several things for one purpose within one budget.',
    examples: ['everything for a weekend of camping under 300', 'a whole outfit for a wedding, 400 in all'],
  });
