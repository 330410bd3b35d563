import * as z from 'zod';

/**
 * The envelope of events: one event, or a batch of them. What is inside is judged event by event, so that a bad one
 * never drops its neighbours; keys we do not know are let through, as client libraries send many.
 */
export const eventsSchema = z.looseObject({ batch: z.array(z.unknown()).optional() }).meta({
  id: 'Events',
  description: 'A Segment call (track, identify, page, alias; e-commerce V2 names), or {"batch": [call, …]}',
});

export const receiptSchema = z
  .object({
    accepted: z.int(),
    rejected: z.array(z.object({ index: z.int(), reason: z.string() })),
    adjusted: z
      .array(z.object({ index: z.int(), reason: z.string() }))
      .optional()
      .meta({ description: 'Accepted events that had to be corrected' }),
  })
  .meta({ id: 'EventReceipt' });
