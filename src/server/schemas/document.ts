import * as z from 'zod';
import {
  DOCUMENT_FORMATS,
  type DocumentDraft,
  type DocumentHistory,
  type DocumentList,
  type DocumentView,
  type ReadDraft,
} from '../../domain/desk/documents.ts';

/** Of one text, UTF-16 units. */
const LONGEST_TEXT = 200_000;
/** Most bytes that a draft takes in JSON: its text, and room for what is told of it. */
export const LONGEST_DRAFT_BYTES = 6 * LONGEST_TEXT + 16_384;

const version = z.int().min(0).meta({ description: 'Also the ETag; 0 is as it was imported' });

const ofVersion = {
  version,
  author: z.string().optional().meta({ description: 'First name of who wrote it; absent: an import' }),
  at: z.string().meta({ description: 'ISO 8601' }),
};

const passage = z.object({ headings: z.array(z.string()), sentences: z.array(z.string()) });

const listed = {
  documentId: z.string(),
  title: z.string(),
  language: z.string(),
  market: z.string().optional().meta({ description: 'ISO 3166-1 alpha-2; absent: every market' }),
  productId: z.string().optional().meta({ description: 'The product it is about; absent: the shop' }),
  origin: z.enum(['demo', 'import', 'desk']).meta({
    description: 'An import takes away what is of an import or the demo shop, never what is of the desk',
  }),
  updatedAt: z.string().meta({ description: 'As it says itself, ISO 8601' }),
  ...ofVersion,
};

export const documentListSchema: z.ZodType<DocumentList> = z
  .object({
    documents: z.array(z.object({ ...listed, passages: z.int() })),
    removed: z.array(z.object({ documentId: z.string(), title: z.string(), ...ofVersion })),
  })
  .meta({ id: 'Documents' });

export const documentSchema: z.ZodType<DocumentView> = z
  .object({
    ...listed,
    url: z.string().optional(),
    format: z.enum(DOCUMENT_FORMATS),
    text: z.string().meta({
      description: 'As it was written at the desk; of an imported one, what was read of it, as Markdown',
    }),
    passages: z.array(passage).meta({ description: 'What questions are answered from' }),
  })
  .meta({ id: 'Document' });

export const documentHistorySchema: z.ZodType<DocumentHistory> = z
  .object({
    versions: z.array(
      z.object({
        ...ofVersion,
        title: z.string().optional().meta({ description: 'Absent: it was removed' }),
        passages: z.int().optional(),
      }),
    ),
  })
  .meta({ id: 'DocumentHistory' });

export const documentDraftBody: z.ZodType<DocumentDraft> = z
  .strictObject({
    format: z.enum(DOCUMENT_FORMATS),
    text: z
      .string()
      .min(1)
      .max(LONGEST_TEXT)
      .refine((text) => !text.includes('\0'), 'must be text'),
    title: z.string().trim().min(1).max(120).optional(),
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/, 'must be a language such as "de"')
      .optional(),
    market: z
      .string()
      .regex(/^[A-Z]{2}$/, 'must be a country code such as "DE"')
      .optional(),
    productId: z.string().min(1).max(200).optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .optional(),
  })
  .meta({ id: 'DocumentDraft' });

export const readDraftSchema: z.ZodType<ReadDraft> = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('accepted'),
      title: z.string(),
      language: z.string(),
      passages: z.array(passage),
    }),
    z.object({ kind: z.literal('rejected'), reason: z.string() }),
  ])
  .meta({ id: 'ReadDraft' });

export const documentPath = z.object({
  documentId: z.string().min(1).max(1_000).meta({ description: 'Its path, "/" as %2F' }),
});

export const documentRollBack = z
  .strictObject({ version: z.int().min(1).meta({ description: 'What is written again' }) })
  .meta({ id: 'DocumentRollBack' });
