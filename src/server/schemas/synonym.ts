import * as z from 'zod';
import { canonicalLocale } from '../../domain/locale.ts';
import { SYNONYM_LIMITS, synonymWordFault } from '../../domain/synonym.ts';

const word = z
  .string()
  .transform((text) => text.trim().replaceAll(/\s+/gu, ' '))
  .superRefine((text, context) => {
    const fault = synonymWordFault(text);
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
  })
  .meta({
    description: `One or several words, at most ${SYNONYM_LIMITS.charactersPerWord} characters`,
    override: { type: 'string', minLength: 1, maxLength: SYNONYM_LIMITS.charactersPerWord },
  });

const words = (least: number) =>
  z
    .array(word)
    .min(least, least === 1 ? 'must name a word' : `must name at least ${least} words`)
    .max(SYNONYM_LIMITS.wordsPerSide)
    .refine((all) => new Set(all).size === all.length, 'must not name a word twice');

const locale = z
  .string()
  .max(35)
  .transform((tag) => (tag === '*' ? tag : (canonicalLocale(tag) ?? '')))
  .refine((tag) => tag !== '', 'must be "*" or a BCP 47 tag such as "de" or "en-GB"')
  .default('*')
  .meta({
    description: 'Shoppers it is for: those of a language ("en"), of a locale ("en-GB"), or all ("*")',
    override: { type: 'string', default: '*' },
  });

const rule = z
  .discriminatedUnion('kind', [
    z
      .strictObject({ kind: z.literal('two-way'), locale, words: words(2) })
      .meta({ description: 'Any of the words also finds what is called by the others' }),
    z
      .strictObject({ kind: z.literal('one-way'), locale, from: words(1), to: words(1) })
      .meta({ description: 'Any of `from` also finds what is called by one of `to`' }),
  ])
  .meta({ id: 'SynonymRule' });

/** @param limitRules Most rules of a set. */
export const synonymList = (limitRules: number) => z.strictObject({ rules: z.array(rule).max(limitRules) });

/** @param limitRules Most rules of a set. */
export const synonymBody = (limitRules: number) =>
  synonymList(limitRules).meta({
    id: 'SynonymSetChange',
    description: 'The whole set: what is not in it is gone',
  });

export const synonymHistorySchema = z
  .object({
    versions: z.array(
      z.object({
        version: z.int(),
        updatedAtMs: z.int().optional(),
        author: z.string().optional(),
        rules: z.array(rule),
      }),
    ),
  })
  .meta({ id: 'SynonymHistory' });

export const synonymRollBack = z
  .strictObject({ version: z.int().min(0).meta({ description: 'Whose rules are written again; 0: none' }) })
  .meta({ id: 'SynonymRollBack' });

export const synonymSetSchema = z
  .object({
    version: z.int().meta({ description: 'Also the ETag; 0 before anything was written' }),
    updatedAtMs: z.int().optional(),
    author: z.string().optional(),
    rules: z.array(rule),
    notices: z
      .array(
        z.object({
          rule: z.int().meta({ description: '0-based position in `rules`' }),
          code: z.enum(['self', 'twice', 'cycle', 'chain', 'merged']),
          reason: z.string(),
        }),
      )
      .meta({ description: 'What is allowed and hardly meant' }),
  })
  .meta({ id: 'SynonymSet' });
