import * as z from 'zod';
import { ruleBodySchema } from '../../chat/rule-schema.ts';
import { weightChangesSchema } from '../../chat/weight-schema.ts';
import type { PreviewDiff } from '../../domain/desk/preview.ts';
import { SETTING_SCHEMAS } from '../../domain/desk/setting-kinds.ts';
import { documentDraftBody, documentPath } from './document.ts';
import { synonymList } from './synonym.ts';

const size = {
  turns: z.int().min(0).max(200).default(50).meta({
    description: 'Newest recorded messages that are run, at most; of a document the newest questions',
  }),
  searches: z.int().min(0).max(200).default(50).meta({
    description: 'Most frequent searches that are made, at most; of a rule, weights and synonyms',
  }),
};

/** @param limitSynonyms Most rules of a set of synonyms. */
export const previewBody = (limitSynonyms: number) =>
  z
    .discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('weights'),
        value: z.strictObject({ changes: weightChangesSchema }),
        ...size,
      }),
      z.strictObject({
        kind: z.literal('rule'),
        value: z.strictObject({
          id: z.string().min(1).max(60),
          rule: ruleBodySchema.nullable().meta({
            description: 'As if it had begun; null: without the rule',
          }),
        }),
        ...size,
      }),
      z.strictObject({ kind: z.literal('synonyms'), value: synonymList(limitSynonyms), ...size }),
      z.strictObject({ kind: z.literal('house-rules'), value: SETTING_SCHEMAS['house-rules'], ...size }),
      z.strictObject({
        kind: z.literal('document'),
        value: z.strictObject({
          ...documentPath.shape,
          draft: documentDraftBody.nullable().meta({ description: 'null: without the document' }),
        }),
        ...size,
      }),
    ])
    .meta({ id: 'DeskPreviewRequest' });
export type PreviewBody = z.infer<ReturnType<typeof previewBody>>;

const productId = z.string();
const place = z.int().min(1).meta({ description: 'In the list, from 1' });

const listChange = {
  in: z
    .array(z.object({ productId, place }))
    .meta({ description: 'Products that come into the list, by their place then' }),
  out: z
    .array(z.object({ productId, place }))
    .meta({ description: 'Products that leave it, by their place now' }),
  moved: z
    .array(z.object({ productId, from: place, to: place }))
    .meta({ description: 'Products that change places with others that stay' }),
  change: z
    .number()
    .min(0)
    .max(1)
    .meta({ description: 'How much of the list is other, the first places counting most' }),
};

const source = z.object({
  title: z.string(),
  heading: z.string().exactOptional(),
  url: z.string().exactOptional(),
  passage: z.string().exactOptional(),
  updatedAt: z.string(),
});

const played = <Changed extends z.ZodType>(changed: Changed) =>
  z.object({
    played: z.int(),
    unplayed: z.int().meta({ description: 'An order or a basket was under way, or there was no time' }),
    changed: z.array(changed).meta({ description: 'The most changed first' }),
  });

export const previewSchema: z.ZodType<PreviewDiff> = z
  .object({
    turns: played(
      z.object({
        messageId: z.string(),
        conversationId: z.string(),
        utterance: z.string(),
        ...listChange,
        words: z
          .object({ before: z.string(), after: z.string() })
          .exactOptional()
          .meta({ description: 'Of the templates, where they would be others' }),
        sources: z
          .object({ before: z.array(source), after: z.array(source) })
          .exactOptional()
          .meta({ description: 'What the shop’s texts answer, where it would be other' }),
      }),
    ),
    searches: played(
      z.object({
        words: z.string(),
        market: z.string(),
        language: z.string(),
        times: z.int().meta({ description: 'How often it was made since it is counted' }),
        ...listChange,
      }),
    )
      .exactOptional()
      .meta({ description: 'Absent where the change does nothing to searches' }),
    titles: z.record(z.string(), z.string()).meta({ description: 'Of the products that are named, by id' }),
  })
  .meta({ id: 'DeskPreview' });
