import * as z from 'zod';
import { commandNotes } from './command-notes.ts';
import { questionWords } from './constraint.ts';

export const askPolicyCommand = z
  .object({
    type: z.literal('ask-policy'),
    topic: z.enum([
      'returns',
      'shipping',
      'payment',
      'warranty',
      'repair',
      'gift-wrapping',
      'vouchers',
      'loyalty',
      'privacy',
      'sustainability',
      'stores',
      'opening-hours',
      'contact',
      'business',
      'other',
    ]),
    question: questionWords,
  })
  .register(commandNotes, {
    meaning: 'A question about the rules and services of the shop.',
    examples: ['what is your return policy?', 'which payment methods do you take?'],
  });
