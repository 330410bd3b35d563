import * as z from 'zod';
import { commandSchema, constraintSchema } from '../../domain/command.ts';
import { cartSchema } from './cart.ts';
import { confirmationSchema, orderSchema } from './order.ts';
import { productSchema } from './product.ts';

const count = z.number().min(0);
const constraints = z.array(constraintSchema);
const amount = z.object({ amountMinor: z.int(), currency: z.string() });

export const needSchema = z.object({
  query: z.string(),
  hard: constraints,
  soft: constraints,
  unknown: constraints,
  budget: z.object({ min: amount.optional(), max: amount.optional() }).optional(),
  recipient: z.string().optional(),
  occasion: z.string().optional(),
  similarTo: z.string().optional(),
  sort: z.enum(['price-ascending', 'price-descending', 'rating-descending']).optional(),
});

const comparisonSchema = z.object({
  attributes: z.array(z.object({ attribute: z.string(), label: z.string(), values: z.array(z.string()) })),
});

export const handoverCardSchema = z.object({
  reason: z.string(),
  language: z.string(),
  need: z.object({
    query: z.string(),
    recipient: z.string().optional(),
    occasion: z.string().optional(),
    similarTo: z.string().optional(),
  }),
  hard: constraints,
  soft: constraints,
  preferences: constraints,
  shown: z.array(z.object({ productId: z.string(), title: z.string() })),
  rejected: z.array(z.object({ productId: z.string(), title: z.string(), reason: z.string().optional() })),
  openQuestion: z.object({ attribute: z.string(), options: z.array(z.string()) }).optional(),
  lastWords: z.string(),
});

export const turnSchema = z
  .object({
    messageId: z.string(),
    language: z.string(),
    text: z.string(),
    seen: z.string().optional().meta({ description: 'What is in the picture that came with the message' }),
    products: z.array(productSchema),
    total: z.int().optional(),
    chips: z.array(z.object({ label: z.string(), count: z.int(), message: z.string() })),
    question: z.object({ attribute: z.string(), text: z.string(), options: z.array(z.string()) }).optional(),
    commands: z.array(commandSchema),
    need: needSchema,
    claims: z.array(z.object({ text: z.string(), evidence: z.string() })),
    sources: z
      .array(
        z.object({
          title: z.string(),
          heading: z.string().optional(),
          url: z.string().optional(),
          passage: z.string().optional(),
          updatedAt: z.string(),
        }),
      )
      .optional(),
    relaxed: z.array(z.object({ attribute: z.string(), words: z.string() })).optional(),
    comparison: comparisonSchema.optional(),
    order: orderSchema.optional(),
    confirmation: confirmationSchema.optional(),
    handoff: z.object({ reason: z.string(), card: handoverCardSchema.optional() }).optional(),
    cart: cartSchema.optional(),
    understoodBy: z.enum(['model', 'embedded']),
    otherReading: z.array(commandSchema).optional(),
    repliedBy: z.enum(['model', 'embedded', 'person']).meta({
      description: 'person: somebody of the shop answers, as an entry of the conversation',
    }),
    review: z
      .object({ heldUntil: z.string() })
      .optional()
      .meta({ description: 'The answer waits for somebody of the shop, until then; it comes as an entry' }),
    degraded: z.array(z.object({ component: z.string(), reason: z.string() })).optional(),
    timing: z.object({
      understandMs: count,
      retrieveMs: count,
      rankMs: count,
      replyMs: count,
      totalMs: count,
    }),
    usage: z.object({
      inputTokens: count,
      outputTokens: count,
      costMicros: count,
      energyWh: z.object({ low: count, mid: count, high: count }),
    }),
  })
  .meta({ id: 'Turn' });

export const historySchema = z
  .object({
    messages: z.array(
      z.object({
        messageId: z.string(),
        utterance: z.string(),
        clientMessageId: z.string().optional(),
        turn: turnSchema,
        createdAt: z.string(),
      }),
    ),
  })
  .meta({ id: 'History' });
