import * as z from 'zod';
import { weightChangesSchema } from '../../chat/weight-schema.ts';
import { commandSchema } from '../../domain/command.ts';
import { placeQuery } from './place.ts';
import { productSchema, searchAnswerSchema } from './product.ts';
import { cleanText, identifier } from './text.ts';
import { needSchema } from './turn.ts';

export const searchTestBody = placeQuery
  .extend({
    query: z
      .string()
      .max(1_000)
      .transform((text) => cleanText(text).trim())
      .default(''),
    filters: z
      .record(identifier(60), z.array(z.string().max(200)).max(20))
      .default({})
      .meta({ description: 'As of `GET /v1/search`' }),
    limit: z.int().min(1).max(50).default(20),
    changes: weightChangesSchema
      .exactOptional()
      .meta({ description: 'Weights to be tried beside those in force; neither kept nor in force' }),
  })
  .strict()
  .meta({ id: 'SearchTestRequest' });

const count = z.int().min(0);

export const searchTestSchema = searchAnswerSchema
  .pick({ products: true, total: true, facets: true, applied: true, dropped: true, corrected: true })
  .extend({
    reading: z.object({
      language: z.string(),
      confidence: z.number(),
      by: z.enum(['model', 'embedded']),
      commands: z.array(commandSchema),
      need: needSchema,
    }),
    words: z
      .array(
        z.object({ terms: z.array(z.object({ term: z.string(), weight: z.number() })), products: count }),
      )
      .meta({ description: 'Each word with all it may stand for; of 0 products: the shop does not know it' }),
    sources: z.array(
      z.object({
        source: z.string(),
        count,
        candidates: z.array(z.object({ productId: z.string(), title: z.string(), score: z.number() })),
      }),
    ),
    rules: z.array(z.object({ ruleId: z.string(), version: z.int() })),
    tried: z.array(productSchema).optional().meta({ description: 'By the weights that are tried' }),
  })
  .meta({ id: 'SearchTest' });
