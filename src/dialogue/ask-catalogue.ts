import type { CommandOf } from '../domain/command.ts';
import type { AskedQuestion, DialogueState } from '../domain/dialogue-state.ts';
import { type Constraint, EMPTY_NEED, type Need } from '../domain/need.ts';
import { isStopWord, tokenize } from '../text/analyze.ts';
import { mergeConstraints } from './merge-constraints.ts';

/** The attribute of words that the texts of a product must hold. */
const MENTIONS = 'mentions';
const LONGEST_WORDS = 120;
const SORT_OF = { cheapest: 'price-ascending', dearest: 'price-descending' } as const;

/**
 * What a question is about, as a need that only it knows: what is wanted stays as it is. Everything the question says binds,
 * since "how many of those are waterproof?" wants a number of just those; words that are no value must stand in the texts.
 */
export function askedQuestion(command: CommandOf<'ask-catalogue'>, state: DialogueState): AskedQuestion {
  const { question, attribute } = command;
  const base = baseOf(command, state);
  const said = command.constraints.map((constraint): Constraint => ({ ...constraint, strength: 'hard' }));
  const { sort: _, ...kept } = base;
  return {
    question,
    ...(attribute === undefined ? {} : { attribute }),
    need: {
      ...kept,
      constraints: mergeConstraints(base.constraints, [...said, ...mentioned(command, said, base, state)]),
      ...(question === 'cheapest' || question === 'dearest' ? { sort: SORT_OF[question] } : {}),
    },
  };
}

function baseOf({ about }: CommandOf<'ask-catalogue'>, { need, asked }: DialogueState): Need {
  if (about === 'asked') return asked?.need ?? need;
  return about === 'need' ? need : EMPTY_NEED;
}

/** The words of the question that no limit of it stands for, with those that were asked for before. */
function mentioned(
  { query }: CommandOf<'ask-catalogue'>,
  said: readonly Constraint[],
  base: Need,
  { language, turn }: DialogueState,
): Constraint[] {
  const covered = new Set(said.flatMap(({ words }) => wordsOf(words, language)).map(toKey));
  const added = wordsOf(query, language).filter((word) => !covered.has(toKey(word)));
  if (added.length === 0) return [];
  const before = base.constraints.flatMap(({ attribute, words }) =>
    attribute === MENTIONS ? words.split(' ') : [],
  );
  const words = [...new Set([...before, ...added])].join(' ').slice(0, LONGEST_WORDS);
  return [
    {
      attribute: MENTIONS,
      operator: 'eq',
      value: words.toLowerCase(),
      strength: 'hard',
      words,
      confidence: 0.5,
      sourceTurn: turn,
      known: true,
    },
  ];
}

const wordsOf = (text: string, language: string): string[] =>
  tokenize(text, language)
    .filter((token) => !isStopWord(token, language))
    .map(({ raw }) => raw);

const toKey = (word: string): string => word.toLowerCase();
