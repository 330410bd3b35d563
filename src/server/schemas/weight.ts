import * as z from 'zod';
import { weightChangesSchema } from '../../chat/weight-schema.ts';
import { placeQuery } from './place.ts';

const author = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .exactOptional()
  .meta({ description: 'Who makes the change' });
const version = z.int().min(0).meta({ description: 'Also the ETag; 0 is the shipped weights' });

export const weightBody = z
  .strictObject({ changes: weightChangesSchema, author })
  .meta({ id: 'WeightSetChange', description: 'All changes: what is not in them is as shipped' });

export const rollbackBody = z
  .strictObject({
    version: version
      .exactOptional()
      .meta({ description: 'To be put back; absent: the one before that in force' }),
    author,
  })
  .meta({ id: 'WeightRollback' });

const weightSet = z.object({
  version,
  updatedAtMs: z.int().optional(),
  origin: z.string().optional(),
  author: z.string().optional(),
  changes: weightChangesSchema,
});

const interval = z.object({ mean: z.number(), low: z.number(), high: z.number() });

const ranker = z
  .object({
    version: z.int(),
    createdAtMs: z.int(),
    inForce: z.boolean().meta({ description: 'Whether lists are ranked by it now' }),
    isActive: z
      .boolean()
      .meta({ description: 'Whether it serves when the weights it was learned beside are in force' }),
    weightsVersion: z.string().meta({ description: 'The `rankingVersion` of those weights' }),
    report: z
      .looseObject({
        lists: z.int().meta({ description: 'With a choice' }),
        keptBack: z.int().meta({ description: 'The last of them, to judge by' }),
        quality: z
          .record(z.string(), z.number())
          .optional()
          .meta({ description: 'NDCG@10 on lists kept back: of the weights, and of what was learned' }),
        difference: interval.optional().meta({ description: 'Of the chosen one over the weights' }),
        adopted: z.boolean(),
        reason: z.string(),
      })
      .meta({ description: 'How it did on lists it had not seen' }),
  })
  .meta({ id: 'LearnedRanker' });

export const weightTableSchema = weightSet
  .extend({
    rankingVersion: z.string().meta({ description: 'As lists name these weights in their ranking version' }),
    weights: z
      .record(z.string(), z.record(z.string(), z.number()))
      .meta({ description: 'By intent and signal, all of them' }),
    shipped: z
      .record(z.string(), z.record(z.string(), z.number()))
      .meta({ description: 'The same without any change' }),
    rankers: z
      .array(ranker)
      .meta({ description: 'What was learned and is added to the weights, newest first' }),
  })
  .meta({ id: 'WeightTable' });

export const weightPreviewBody = placeQuery
  .extend({
    changes: weightChangesSchema,
    query: z
      .string()
      .max(1_000)
      .default('')
      .meta({ description: 'Words of a search; without any, what is recommended to somebody unknown' }),
    limit: z.int().min(1).max(50).default(10),
  })
  .strict()
  .meta({ id: 'WeightPreviewRequest' });

const previewedList = z.array(
  z.object({
    productId: z.string(),
    title: z.string(),
    score: z.number(),
    parts: z.array(
      z.object({ signal: z.string(), weight: z.number(), value: z.number(), contribution: z.number() }),
    ),
  }),
);

export const weightPreviewSchema = z
  .object({ before: previewedList, after: previewedList })
  .meta({ id: 'WeightPreview', description: 'The list by the weights in force, and by those tried' });

export const weightHistorySchema = z.object({ versions: z.array(weightSet) }).meta({ id: 'WeightHistory' });
