import type { SpokenLanguage } from '../languages.ts';

interface Plural {
  readonly ending: RegExp;
  readonly plural: string;
}

/** Regular plurals by ending, the first rule that fits counts. Only what Snowball stems do not join matters. */
const PLURALS: Readonly<Record<SpokenLanguage, readonly Plural[]>> = {
  en: [
    { ending: /(?<=[^aeiou])y$/, plural: 'ies' },
    { ending: /(?<=s|x|z|ch|sh)$/, plural: 'es' },
    { ending: /$/, plural: 's' },
  ],
  de: [{ ending: /(?<=[aiouy])$/, plural: 's' }],
  fr: [
    { ending: /(?<=[sxz])$/, plural: '' },
    { ending: /(?<=eau|eu)$/, plural: 'x' },
    { ending: /al$/, plural: 'aux' },
    { ending: /$/, plural: 's' },
  ],
  es: [
    { ending: /(?<=[aeiouáéó])$/, plural: 's' },
    { ending: /z$/, plural: 'ces' },
    { ending: /ón$/, plural: 'ones' },
    { ending: /(?<=[^s])$/, plural: 'es' },
  ],
};

/** Nouns stand last in English and German phrases, first in French and Spanish ones. */
export const HEAD_LAST: ReadonlySet<string> = new Set(['en', 'de']);

/** The form and its regular plural: "table lamp", "table lamps"; "gafa de sol", "gafas de sol". */
export function withPlural(form: string, language: SpokenLanguage): string[] {
  const words = form.split(' ');
  const head = HEAD_LAST.has(language) ? words.length - 1 : 0;
  const word = words[head] ?? '';
  const rule = PLURALS[language].find(({ ending }) => ending.test(word));
  if (rule === undefined) return [form];
  const plural = words.with(head, word.replace(rule.ending, rule.plural)).join(' ');
  return plural === form ? [form] : [form, plural];
}
