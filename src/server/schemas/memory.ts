import * as z from 'zod';
import { textVersion } from './conversation.ts';
import { productSchema } from './product.ts';
import { identifier } from './text.ts';

export const memoryItemPath = z.object({ conversationId: identifier(), itemId: identifier() });

export const messagePath = z.object({ conversationId: identifier(), messageId: identifier() });

export const privacySchema = z.object({ globalPrivacyControl: z.literal('honored') }).meta({
  id: 'HonouredSignal',
  description: 'There when the browser asked not to be profiled (Sec-GPC: 1): no consent is kept',
});

const memoryItem = z
  .object({
    id: z.string().meta({ description: 'Names it in this conversation, as long as it is remembered' }),
    kind: z.enum(['wish', 'preference', 'indifferent', 'rejected', 'viewed', 'history', 'interest', 'shown']),
    label: z.string().meta({ description: "What is remembered, in the conversation's language" }),
    reason: z.string().meta({ description: 'Where it comes from, a sentence' }),
    isUsed: z.boolean().meta({ description: 'Whether the next list is made with it' }),
    productId: z.string().optional(),
  })
  .meta({ id: 'MemoryItem' });

export const memorySchema = z
  .object({
    consent: z.object({ personalization: z.boolean(), textVersion: textVersion.optional() }),
    isPaused: z.boolean().meta({ description: 'The shopper said that nothing they did is to count' }),
    privacy: privacySchema.optional(),
    items: z.array(memoryItem),
  })
  .meta({ id: 'Memory' });

export const pauseSchema = z
  .strictObject({ isPaused: z.boolean().meta({ description: 'Nothing that was done counts' }) })
  .meta({ id: 'MemoryUse' });

export const plainListSchema = z
  .object({
    messageId: z.string(),
    products: z.array(productSchema),
    leftOut: z.int().min(0).meta({
      description: 'Products opened in this conversation that count for nothing here',
    }),
    isSame: z.boolean().meta({ description: 'The products that were shown, in the same order' }),
  })
  .meta({ id: 'PlainList' });
