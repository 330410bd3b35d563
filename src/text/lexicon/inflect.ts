import { z } from 'zod';
import type { Language } from '../../domain/locale.ts';
import { isSpoken, perLanguage, type SpokenLanguage } from '../languages.ts';
import { LOCALES } from '../locale-files.ts';

/** Regular plurals by ending, the first rule that fits counts. */
const pluralsOf = perLanguage((language) =>
  LOCALES.section(
    language,
    'plurals',
    z
      .array(z.strictObject({ ending: z.string(), plural: z.string() }))
      .transform((rules) => rules.map(({ ending, plural }) => ({ ending: new RegExp(ending, 'u'), plural }))),
  ),
);

const headOf = perLanguage((language) => LOCALES.section(language, 'head', z.enum(['first', 'last'])));

/** Nouns stand last in English and German phrases, first in French and Spanish ones; first where we do not know. */
export const isHeadLast = (language: Language): boolean => isSpoken(language) && headOf(language) === 'last';

/** The form and its regular plural: "table lamp", "table lamps"; "gafa de sol", "gafas de sol". */
export function withPlural(form: string, language: SpokenLanguage): string[] {
  const words = form.split(' ');
  const head = isHeadLast(language) ? words.length - 1 : 0;
  const word = words[head] ?? '';
  const rule = pluralsOf(language).find(({ ending }) => ending.test(word));
  if (rule === undefined) return [form];
  const plural = words.with(head, word.replace(rule.ending, rule.plural)).join(' ');
  return plural === form ? [form] : [form, plural];
}
