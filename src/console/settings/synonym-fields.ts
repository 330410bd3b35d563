import type { SynonymRule, SynonymScope } from '../../domain/synonym.ts';
import { languageName } from '../own-language.ts';
import { filled } from './rows.ts';
import type { Said } from './said.ts';

/** A rule as it stands in the form, all as it is typed; words with commas between them. */
export interface SynonymFields {
  readonly kind: SynonymRule['kind'];
  readonly words: string;
  /** Of `one-way`. */
  readonly to: string;
  /** Empty for all. */
  readonly locale: string;
}

export const NEW_SYNONYM: SynonymFields = { kind: 'two-way', words: '', to: '', locale: '' };

export function synonymFieldsOf(rule: SynonymRule): SynonymFields {
  const locale = rule.locale === '*' ? '' : rule.locale;
  return rule.kind === 'two-way'
    ? { kind: rule.kind, words: rule.words.join(', '), to: '', locale }
    : { kind: rule.kind, words: rule.from.join(', '), to: rule.to.join(', '), locale };
}

/** What is wrong with a word or a language, the server says. */
export function synonymOf({ kind, words, to, locale: scope }: SynonymFields): SynonymRule {
  const locale = (scope.trim() === '' ? '*' : scope.trim()) as SynonymScope;
  return kind === 'two-way'
    ? { kind, locale, words: listOf(words) }
    : { kind, locale, from: listOf(words), to: listOf(to) };
}

/** The rules of lines from elsewhere: "sofa, couch" both ways, "sneaker => trainers" or "sneaker → trainers" one way. */
export const synonymsOfLines = (text: string): readonly SynonymRule[] =>
  filled(text.split(/\r\n|\r|\n/)).map((line) => {
    const [words = '', to] = line.split(/=>|→/u);
    return synonymOf({ ...NEW_SYNONYM, words, ...(to !== undefined && { kind: 'one-way', to }) });
  });

/** "sofa, couch" or "sneaker → trainers". */
export const sayWords = (rule: SynonymRule): string =>
  rule.kind === 'two-way' ? rule.words.join(', ') : `${rule.from.join(', ')} → ${rule.to.join(', ')}`;

export function sayScope(locale: SynonymScope): string {
  try {
    return locale === '*' ? 'all languages' : languageName(locale);
  } catch {
    return locale;
  }
}

/** A rule has no name: one that is changed is another. */
export const saySynonyms = (rules: readonly SynonymRule[]): Said =>
  rules.map(
    (rule) => [`${sayWords(rule)}${rule.locale === '*' ? '' : ` (${sayScope(rule.locale)})`}`, ''] as const,
  );

const listOf = (words: string): readonly string[] => filled(words.split(','));
