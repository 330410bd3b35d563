import * as z from 'zod';
import { FAULT_KINDS } from '../../domain/desk/catalogue-health.ts';

const count = z.int().min(0);
const share = z.number().min(0).max(1);

export const catalogueHealthSchema = z
  .object({
    products: count,
    publishedAt: z.string().optional(),
    lists: count.meta({ description: 'The newest lists of conversations, which were looked at' }),
    faults: z
      .array(
        z.object({
          kind: z.enum(FAULT_KINDS),
          attribute: z.string().optional(),
          category: z.array(z.string()).optional(),
          language: z.string().optional(),
          products: count.meta({ description: 'That have it' }),
          examples: z.array(
            z.object({ productId: z.string(), title: z.string(), url: z.string().optional() }),
          ),
          cost: z.object({
            leftOut: count.optional().meta({
              description:
                'Lists from which such products were left out because what was asked for is not told of them',
            }),
            shownShare: share.meta({ description: 'Of products with the fault, those on any list' }),
            othersShownShare: share.meta({ description: 'Of all other products' }),
          }),
        }),
      )
      .meta({ description: 'What costs most answers first' }),
    imported: z.object({
      rejected: count,
      rejectedByCode: z.record(z.string(), count),
      warningsByCode: z.record(z.string(), count),
      issues: z.array(
        z.object({ line: z.int(), id: z.string().optional(), code: z.string(), reason: z.string() }),
      ),
    }),
  })
  .meta({ id: 'CatalogueHealth' });
