import * as z from 'zod';
import { commandSchema, constraintSchema } from '../../domain/command.ts';
import { identifier } from './text.ts';
import { turnSchema } from './turn.ts';

export const tracePath = z.object({ conversationId: identifier(), messageId: identifier() });

const count = z.int().min(0);

const reading = z.object({
  language: z.string(),
  confidence: z.number().min(0).max(1),
  commands: z.array(commandSchema),
});

const step = z
  .object({
    kind: z.string(),
    ids: z.array(z.string()),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  })
  .meta({ id: 'TracedStep' });

const product = z
  .object({
    productId: z.string(),
    score: z.number(),
    parts: z
      .array(z.tuple([z.string(), z.number(), z.number()]))
      .meta({ description: 'Signal, weight and value; the contribution to the score is weight · value' }),
  })
  .meta({ id: 'TracedProduct' });

const list = z
  .object({
    mode: z.string(),
    total: count,
    relaxed: z.array(z.string()),
    sources: z.array(
      z.object({
        source: z.string(),
        count: count.meta({ description: 'Of all its candidates' }),
        candidates: z
          .array(z.tuple([z.string(), z.number()]))
          .meta({ description: 'Product and score, best first; at most 50' }),
      }),
    ),
    shown: z.array(product),
    next: z.array(product).meta({ description: 'The best that were not shown' }),
    rules: z.string().meta({ description: 'Merchant’s rules that held, with their versions' }),
    strategy: z.string().optional(),
    propensity: z.number(),
    rankingVersion: z.string(),
  })
  .meta({ id: 'TracedList' });

const call = z.object({
  purpose: z.string(),
  model: z.string(),
  prompt: z.string().optional(),
  inputTokens: count,
  outputTokens: count,
  elapsedMs: z.number().min(0),
  failed: z.string().optional().meta({ description: 'Code of what went wrong' }),
});

const need = z.looseObject({ query: z.string(), constraints: z.array(constraintSchema) });

export const traceSchema = z
  .object({
    messageId: z.string(),
    conversationId: z.string(),
    at: z.iso.datetime(),
    utterance: z.string(),
    turn: turnSchema.pick({
      text: true,
      understoodBy: true,
      repliedBy: true,
      claims: true,
      degraded: true,
      timing: true,
      usage: true,
    }),
    asked: z.object({
      atMs: z.number(),
      market: z.string(),
      locale: z.string(),
      segments: z.array(z.string()),
      personalization: z.boolean(),
      page: z.looseObject({ productId: z.string() }).optional(),
      state: z
        .looseObject({ turn: count, language: z.string(), need })
        .meta({ description: 'The conversation before the message' }),
    }),
    readings: z.object({ embedded: reading, model: reading.optional(), followed: reading }),
    need: z.object({ before: need, after: need }),
    acts: z.array(step),
    lists: z.array(list),
    steps: z.array(step).meta({ description: 'The plan of the reply' }),
    draft: z.string().meta({ description: 'The template’s words for the plan' }),
    calls: z.array(call).meta({ description: 'Calls of models' }),
    removed: z
      .array(
        z.object({
          text: z.string(),
          reason: z.string(),
          instead: z
            .string()
            .optional()
            .meta({ description: 'Its facts, said in its place in the house’s own words' }),
        }),
      )
      .meta({ description: 'Sentences of a model that were cut, and why' }),
    versions: z.object({
      code: z.string(),
      ranking: z.string(),
      houseRules: count
        .optional()
        .meta({ description: 'Of the house rules that it was said under; 0 until the desk writes some' }),
    }),
    bound: z.literal(true).optional().meta({ description: 'An order or a basket was under way' }),
  })
  .meta({ id: 'TurnTrace' });
