import type { Language } from '../domain/locale.ts';
import { normalise } from '../text/analyze.ts';
import { perLanguage, type SpokenLanguage, toSpoken } from '../text/languages.ts';
import { foldTypography, HIDDEN, type Hit } from './check-claims-mask.ts';
import { claimWordsOf, isUnspaced } from './check-claims-words.ts';

interface DenialPatterns {
  readonly denial: RegExp;
  /** Looks like a denial and is none ("not only"). */
  readonly none: RegExp;
  /** Between two statements of a sentence; global. */
  readonly boundary: RegExp;
  readonly condition: RegExp;
}

const anyOf = (phrases: readonly string[]): string => (phrases.length === 0 ? '(?!)' : phrases.join('|'));

const patternsOf = perLanguage((language): DenialPatterns => {
  const {
    denials = [],
    'no-denials': none = [],
    joints = [],
    conditions = [],
  } = claimWordsOf(language) ?? {};
  return {
    denial: new RegExp(`(?<![a-z])(?:${anyOf(denials)})(?![a-z])`, 'u'),
    none: new RegExp(`(?<![a-z])(?:${anyOf(none)})`, 'gu'),
    boundary: new RegExp(`[,;:()!?。、]|[.](?=\\s|$)| - | (?:${anyOf(joints)}) `, 'giu'),
    // Where words are not parted, a condition stands behind what it is.
    condition: isUnspaced(language)
      ? new RegExp(anyOf(conditions), 'u')
      : new RegExp(`^\\W*(?:${anyOf(conditions)})(?![a-z])`, 'u'),
  };
});

/** Whether a text of one statement denies something. */
export function denies(text: string, language: Language): boolean {
  const { denial, none } = patternsOf(toSpoken(language));
  return denial.test(normalise(text).replace(none, ' '));
}

/** Whether a statement says on what another one depends. */
export const isCondition = (statement: string, language: SpokenLanguage): boolean =>
  patternsOf(language).condition.test(normalise(statement));

/** The statements of a text, in order, with where each begins. */
export function statementsOf(
  text: string,
  language: Language,
): { readonly from: number; readonly text: string }[] {
  const { boundary } = patternsOf(toSpoken(language));
  const statements: { from: number; text: string }[] = [];
  let from = 0;
  for (const match of text.matchAll(boundary)) {
    statements.push({ from, text: text.slice(from, match.index) });
    from = match.index + match[0].length;
  }
  return [...statements, { from, text: text.slice(from) }];
}

/**
 * Whether what stands at a place is denied by the rest of its statement.
 *
 * @param visible The sentence with what is proved covered.
 */
export function isDenied(visible: string, { from, to }: Hit, language: Language): boolean {
  const statement = statementsOf(visible, language).findLast((candidate) => candidate.from <= from);
  if (statement === undefined) return false;
  const within = to - statement.from;
  return denies(
    statement.text.slice(0, from - statement.from) + HIDDEN + statement.text.slice(Math.max(0, within)),
    language,
  );
}

/** Tells of each place of a text whether its statement denies something. */
export function denyingPlaces(text: string, language: Language): (at: number) => boolean {
  const denying = statementsOf(text, language).map((statement) => ({
    ...statement,
    isDenying: denies(statement.text, language),
  }));
  return (at) => denying.findLast(({ from }) => from <= at)?.isDenying === true;
}

/** A text without the statements that deny something: what it says of a product is true of it. */
export const affirmedOf = (text: string, language: Language): string => partOf(text, language, false);

/** The statements of a text that deny something: what it says a product has not. */
export const deniedIn = (text: string, language: Language): string => partOf(text, language, true);

const partOf = (text: string, language: Language, isDenying: boolean): string =>
  statementsOf(foldTypography(text), language)
    .filter((statement) => denies(statement.text, language) === isDenying)
    .map((statement) => statement.text)
    .join('\n');
