import type { Language } from '../domain/locale.ts';
import { normalise, tokenize } from '../text/analyze.ts';
import { stopWordsOf } from '../text/language-analysis.ts';
import { isSpoken, SPOKEN_LANGUAGES } from '../text/languages.ts';
import { HIDDEN } from './check-claims-mask.ts';
import { isTalk } from './check-claims-words.ts';

const WORD = /\p{L}[\p{L}\p{M}'-]*/gu;
const QUOTED = /["“”„«»]([^"“”„«»]{2,80})["“”„«»]/gu;
const MAKER_BEFORE = /(?:^|\s)(?:von|marke|marken|hersteller|designer) $/i;
/** Capital letters that are manners or grammar, not names. */
const CAPITAL_BY_RULE =
  /^(?:i|i'm|i'd|i'll|i've|sie|ihr|ihre[nmrs]?|ihnen|du|dein\w*|vous|usted|ustedes|ud|uds|ok|tv|[a-z])$/;

/**
 * A name that the plan does not hold: where a language writes only names with a capital, any such word; in German, where
 * all nouns have one, several in a row or one after "von" or "Marke"; and whatever stands in quotes.
 *
 * The first word of a sentence has a capital anyway and is not judged.
 *
 * @param visible The sentence with what is proved covered.
 * @param known Normalised words of plan and template.
 */
export function findUnknownName(
  visible: string,
  language: Language,
  known: ReadonlySet<string>,
): string | undefined {
  const isKnown = (word: string): boolean => {
    const bare = normalise(word).replace(/'s$|^[ldjmnst]'/, '');
    return (
      known.has(bare) ||
      CAPITAL_BY_RULE.test(normalise(word)) ||
      bare.split('-').every((part) => known.has(part))
    );
  };
  for (const [, quoted = ''] of visible.matchAll(QUOTED)) {
    const strange = [...quoted.matchAll(WORD)].find(([word]) => !isKnown(word));
    if (strange !== undefined) return strange[0];
  }
  const words = [...visible.matchAll(WORD)];
  let inRow = 0;
  for (const [index, match] of words.entries()) {
    const [word] = match;
    const before = visible.slice(0, match.index);
    const beginsSentence =
      !/[\p{L}\p{N}]/u.test(before.replaceAll(HIDDEN, '1')) ||
      /[:.!?…]["'”»)*]*\s*["'“«¡¿(*]*$/u.test(before);
    const isName = !beginsSentence && /^\p{Lu}/u.test(word) && !isKnown(word);
    const adjacent = index > 0 && /^[ *]*$/.test(visible.slice(endOf(words[index - 1]), match.index));
    inRow = isName ? (adjacent && inRow > 0 ? inRow + 1 : 1) : 0;
    if (!isName) continue;
    if (language !== 'de' || inRow >= 2 || MAKER_BEFORE.test(before)) return word;
  }
  return undefined;
}

const endOf = (match: RegExpExecArray | undefined): number =>
  match === undefined ? 0 : match.index + match[0].length;

/** True when the function words of another language clearly outweigh those of the expected one. */
export function isOtherLanguage(visible: string, language: Language): boolean {
  if (!isSpoken(language)) return false;
  const words = tokenize(visible.replaceAll(HIDDEN, ' '), language).map((token) => token.raw.toLowerCase());
  const hits = (spoken: (typeof SPOKEN_LANGUAGES)[number]) =>
    words.filter((word) => stopWordsOf(spoken).has(word)).length;
  const own = hits(language) + words.filter((word) => isTalk(word, language)).length;
  return SPOKEN_LANGUAGES.some((other) => {
    if (other === language) return false;
    const theirs = hits(other);
    return theirs >= own + 3 || (own === 0 && theirs >= 2);
  });
}
