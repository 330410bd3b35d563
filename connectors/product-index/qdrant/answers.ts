import * as z from 'zod';

/** What of the server's answers is read; whatever else they hold is passed over. */
export const doneShape = z.literal(true);

/** False when there was nothing of that name. */
export const droppedShape = z.boolean();

export const changeShape = z.object({ status: z.string() });

export const collectionsShape = z.object({ collections: z.array(z.object({ name: z.string() })) });

export const aliasesShape = z.object({ aliases: z.array(z.object({ alias_name: z.string() })) });

export const countShape = z.object({ count: z.int().min(0) });

export const facetShape = z.object({
  hits: z.array(z.object({ value: z.string(), count: z.int().min(0) })),
});

/** Numbers are finite: JSON has no other. */
export const queriesShape = z.array(
  z.object({ points: z.array(z.object({ score: z.number(), payload: z.unknown() })) }),
);
export type FoundPoints = z.infer<typeof queriesShape>[number]['points'];

const pointShape = z.object({
  payload: z.unknown(),
  vector: z.object({ text: z.array(z.number()) }).nullish(),
});
export const pointsShape = z.array(pointShape);

export const pageShape = z.object({
  points: z.array(pointShape),
  next_page_offset: z.string().nullish(),
});
