import * as z from 'zod';
import { canonicalLocale } from '../../domain/locale.ts';

/** C0 and C1 controls but tab and line feed, marks that reorder text, characters that hide text. */
const UNSEEN = /[\p{Cc}--[\t\n]]|[\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF]|[\u{E0000}-\u{E007F}]/gv;
const BLANK = /^[\s\p{C}\p{M}\u115F\u1160\u3164\u2800]*$/u;

const codePoints = (text: string): number => [...text].length;

/** Words of a shopper as they are kept: NFC, without controls, bidi overrides, zero-width spaces and tag characters. */
export const cleanText = (text: string): string =>
  text.normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll(UNSEEN, '');

/** @param limit Code points after cleaning; what has nothing to see is refused. */
export const shopperText = (limit: number) =>
  z
    .string()
    .max(limit * 4, `must have at most ${limit} characters`)
    .transform(cleanText)
    .refine((text) => !BLANK.test(text), 'must not be blank')
    .refine((text) => codePoints(text) <= limit, `must have at most ${limit} characters`);

/** A name that another system chose: one line, nothing unseen. */
export const identifier = (limit = 200) =>
  z
    .string()
    .min(1)
    .max(limit)
    .refine((text) => !/\p{C}/u.test(text), 'must not hold control characters');

export const marketCode = z
  .string()
  .regex(/^[A-Za-z]{2}$/, 'must be a country code of two letters (ISO 3166-1)')
  .transform((code) => code.toUpperCase())
  .meta({ description: 'Country (ISO 3166-1 alpha-2)', example: 'DE' });

/** Pages write "de_DE" as well, as operating systems do. */
export const localeTag = z
  .string()
  .max(100)
  .overwrite((tag) => tag.replaceAll('_', '-'))
  .refine((tag) => canonicalLocale(tag) !== undefined, 'must be a language tag (BCP 47)')
  .meta({ description: 'Language tag (BCP 47)', example: 'de-DE' });
