import * as z from 'zod';

const share = z.number().min(0).max(1);

const qualitySchema = z
  .object({
    'recall@20': share.meta({ description: 'Share of what shoppers chose later that the first 20 hold' }),
    'ndcg@20': share,
    coverage: share.meta({ description: 'Share of the catalogue that any list shows' }),
    gini: share.meta({ description: 'Inequality of exposure: 0 all alike, 1 one product has everything' }),
    shoppers: z.int().min(0).meta({ description: 'Shoppers, or visits, it was measured over' }),
  })
  .meta({ id: 'RecommendationQuality' });

const sourcesSchema = z.object({
  shoppers: z.record(z.string(), qualitySchema),
  visits: z.record(z.string(), qualitySchema),
});

const reportSchema = z.object({
  version: z.int().min(0).meta({ description: '0 when there was nothing to learn from' }),
  activated: z.boolean(),
  reason: z.string().optional().meta({ description: 'Why it is not in force' }),
  quality: qualitySchema,
  before: qualitySchema.optional().meta({ description: 'What the version in force would have done' }),
  baseline: qualitySchema.meta({ description: 'The most popular products for everybody' }),
  sources: sourcesSchema,
  interactions: z.int(),
  shoppers: z.int(),
  products: z.int(),
  seconds: z.number(),
});

const startedAtMs = z.int();

export const trainingJobSchema = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('idle') }),
    z.object({
      state: z.literal('running'),
      startedAtMs,
      progress: z
        .object({ step: z.enum(['read', 'learn']), done: z.int().meta({ description: 'Interactions read' }) })
        .optional(),
    }),
    z.object({ state: z.literal('done'), startedAtMs, report: reportSchema }),
    z.object({
      state: z.literal('failed'),
      startedAtMs,
      failure: z.object({ code: z.string(), message: z.string() }),
    }),
  ])
  .meta({ id: 'TrainingJob', description: 'What training does, or how the last one since the start ended' });

export const trainingStatusSchema = z
  .object({
    job: trainingJobSchema,
    versions: z.array(
      z.object({
        version: z.int(),
        createdAtMs: z.int(),
        inForce: z.boolean(),
        standing: z.enum(['accepted', 'refused', 'withdrawn']),
        kinds: z.array(z.string()),
        quality: qualitySchema.optional(),
      }),
    ),
  })
  .meta({ id: 'TrainingStatus', description: 'The newest version first' });

export const trainingBody = z
  .strictObject({
    force: z
      .boolean()
      .default(false)
      .meta({ description: 'Put the models in force even when they are clearly worse' }),
  })
  .meta({ id: 'TrainingRequest' });

export const rollbackSchema = z
  .object({ version: z.int(), replaced: z.int() })
  .meta({ id: 'Rollback', description: 'The version in force again, and the one it replaces' });
