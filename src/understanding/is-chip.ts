import { perLanguage, type SpokenLanguage } from '../text/languages.ts';
import { grammarOf } from './grammar/index.ts';
import { compilePattern, indexPatterns, matchPatterns } from './pattern.ts';
import { readAtoms } from './read-atoms.ts';

const onlyPatternsOf = perLanguage((language) =>
  indexPatterns(grammarOf(language).cues.only.map((phrase) => compilePattern(phrase, 'only', language))),
);

/** Characters within which "only" is said; a chip begins with it. */
const LONGEST_BEGINNING = 40;

/** Whether a message begins as the chips of a language do: "only Red". */
export function beginsAsChip(text: string, language: SpokenLanguage): boolean {
  const atoms = readAtoms(text.slice(0, LONGEST_BEGINNING), language);
  return matchPatterns(onlyPatternsOf(language), atoms, () => []).some(({ from }) => from === 0);
}
