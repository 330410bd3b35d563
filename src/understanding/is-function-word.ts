import { isStopWord } from '../text/analyze.ts';
import type { Grammar } from './grammar/index.ts';
import type { Atom } from './read-atoms.ts';

/** Whether a word only holds a sentence together in the language of the grammar. */
export function isFunctionWord(atom: Atom, grammar: Grammar): boolean {
  const { prepositions, coordinators, contrasts, possessives, interrogatives } = grammar;
  return (
    isStopWord(atom, grammar.language) ||
    [prepositions, coordinators, contrasts, possessives, interrogatives].some((words) =>
      words.includes(atom.normal),
    )
  );
}
