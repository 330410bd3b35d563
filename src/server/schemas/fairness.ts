import * as z from 'zod';

const share = z.number().min(0).max(1);
const time = z.number().meta({ description: 'Epoch milliseconds' });

const measures = z
  .object({
    lists: z.number().int().min(0),
    gini: share.meta({ description: 'Inequality of exposure, 1 / log2(rank + 1), over the whole catalogue' }),
    coverage: share.meta({ description: 'Share of the catalogue that any list shows' }),
    popularity: share.meta({ description: 'Mean logarithmic popularity of what is shown' }),
    diversity: z.number().meta({ description: '1 minus the mean cosine of the pairs of a list' }),
    unexpectedness: share.meta({
      description: 'Share of what is shown that is not of the most popular tenth',
    }),
    miscalibration: z
      .number()
      .min(0)
      .meta({ description: 'Mean divergence from the shopper’s own mixture of categories, in nats' }),
    sellerGini: share,
    sellersInBounds: share.meta({
      description: 'Share of sellers whose exposure is within .8 and 1.25 of their part of the scores shown',
    }),
    repeated: share.meta({ description: 'Share of what is shown that the same audience was shown before' }),
    fewCategories: share.meta({ description: 'Share of audiences that saw fewer than three categories' }),
  })
  .meta({ id: 'ListMeasures' });

export const fairnessSchema = z
  .object({
    fromMs: time,
    untilMs: time,
    complete: z.boolean().meta({ description: 'Whether all lists were read, and not only the newest' }),
    groups: z.array(
      z.object({
        surface: z.string(),
        locale: z.string().optional(),
        consented: z.boolean(),
        measures,
        before: measures.optional().meta({ description: 'Of the week before' }),
        drifts: z
          .array(z.object({ measure: z.string(), now: z.number(), before: z.number(), change: z.number() }))
          .meta({ description: 'What moved by more than a tenth' }),
      }),
    ),
    sellers: z
      .array(z.object({ seller: z.string(), exposure: z.number(), merit: z.number() }))
      .meta({ description: 'Their accounts in the lists that the dial "exposure" moves' }),
  })
  .meta({ id: 'Fairness' });
