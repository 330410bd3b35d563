import type { SynonymRule, SynonymScope } from '../../domain/synonym.ts';
import { languageName } from '../own-language.ts';
import { filled } from './rows.ts';
import type { Said } from './said.ts';
import { joinWords, splitWords } from './word-list.ts';

/** A rule as it stands in the form, all as it is typed; words as in `splitWords`. */
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
    ? { kind: rule.kind, words: joinWords(rule.words), to: '', locale }
    : { kind: rule.kind, words: joinWords(rule.from), to: joinWords(rule.to), locale };
}

/** A rule for a word that shoppers say and the shop does not know: what it finds is still to be written. */
export const synonymFor = (word: string, locale: string): SynonymFields => ({
  ...{ kind: 'one-way', words: joinWords([word]), to: '', locale },
});

/** Where among the rules a word is looked for already; -1 where it is not. */
export const placeOfWord = (rules: readonly SynonymRule[], word: string): number => {
  const wanted = word.trim().toLocaleLowerCase();
  return rules.findIndex((rule) =>
    (rule.kind === 'two-way' ? rule.words : rule.from).some((each) => each.toLocaleLowerCase() === wanted),
  );
};

/** What is wrong with a word or a language, the server says. */
export function synonymOf({ kind, words, to, locale: scope }: SynonymFields): SynonymRule {
  const locale = (scope.trim() === '' ? '*' : scope.trim()) as SynonymScope;
  return kind === 'two-way'
    ? { kind, locale, words: splitWords(words) }
    : { kind, locale, from: splitWords(words), to: splitWords(to) };
}

/** The rules of lines from elsewhere: "sofa, couch" both ways, "sneaker => trainers" or "sneaker → trainers" one way. */
export const synonymsOfLines = (text: string): readonly SynonymRule[] =>
  filled(text.split(/\r\n|\r|\n/)).map((line) => {
    const [words = '', to] = line.split(/=>|→/u);
    return synonymOf({ ...NEW_SYNONYM, words, ...(to !== undefined && { kind: 'one-way', to }) });
  });

/** "sofa, couch" or "sneaker → trainers". */
export const sayWords = (rule: SynonymRule): string =>
  rule.kind === 'two-way' ? joinWords(rule.words) : `${joinWords(rule.from)} → ${joinWords(rule.to)}`;

export const sayScope = (locale: SynonymScope): string =>
  locale === '*' ? 'all languages' : languageName(locale);

/** A rule has no name: one that is changed is another. */
export const saySynonyms = (rules: readonly SynonymRule[]): Said =>
  rules.map(
    (rule) => [`${sayWords(rule)}${rule.locale === '*' ? '' : ` (${sayScope(rule.locale)})`}`, ''] as const,
  );
