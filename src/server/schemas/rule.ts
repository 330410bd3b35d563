import * as z from 'zod';
import { ruleBodySchema, ruleIdSchema } from '../../chat/rule-schema.ts';
import { placeQuery } from './place.ts';
import { productSchema } from './product.ts';

export const rulePath = z.object({ ruleId: ruleIdSchema });

const kept = z
  .object({
    id: z.string(),
    ...ruleBodySchema.shape,
    version: z.int().meta({ description: 'Of the change that wrote it; also the ETag' }),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Rule' });

const notices = z
  .array(
    z.object({
      rule: z.string(),
      code: z.enum(['same-position', 'excluded-pin', 'opposed', 'not-sold', 'matches-nothing', 'ended']),
      other: z.string().optional().meta({ description: 'The other rule of a conflict' }),
      reason: z.string(),
    }),
  )
  .meta({ description: 'What is allowed and hardly meant' });

export const ruleSetSchema = z
  .object({
    version: z.int().meta({ description: 'Of the last change of any rule; 0 before the first' }),
    rules: z.array(kept),
    notices,
  })
  .meta({ id: 'RuleSet' });

export const checkedRuleSchema = z.object({ rule: kept, notices }).meta({ id: 'CheckedRule' });

export const ruleHistorySchema = z
  .object({
    changes: z.array(
      z.object({
        version: z.int(),
        at: z.string(),
        author: z.string().optional().meta({ description: 'Who made the change' }),
        rule: kept.optional().meta({ description: 'Absent where it was removed' }),
      }),
    ),
  })
  .meta({ id: 'RuleHistory' });

export const ruleRollBack = z
  .strictObject({ version: z.int().min(1).meta({ description: 'Of the history: what is written again' }) })
  .meta({ id: 'RuleRollBack' });

export const rulePreviewBody = placeQuery
  .extend({
    id: ruleIdSchema.default('tried').meta({ description: 'Of the rule that it would replace' }),
    rule: ruleBodySchema,
    query: z.string().max(1_000).default('').meta({ description: 'Words of a search' }),
    limit: z.int().min(1).max(50).default(10),
    segments: z
      .array(z.string().max(200))
      .max(50)
      .default(['visitor'])
      .meta({ description: 'Of whoever searches' }),
  })
  .strict()
  .meta({ id: 'RulePreviewRequest' });

const searched = z.object({ total: z.int(), products: z.array(productSchema) });

export const rulePreviewSchema = z
  .object({ before: searched, after: searched, notices })
  .meta({ id: 'RulePreview', description: 'The search as it is, and with the rule' });
