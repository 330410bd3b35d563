import type { DialogueState, OpenQuestion } from '../domain/dialogue-state.ts';

/** More in a row would be an interrogation. */
const MOST_IN_A_ROW = 2;
/** Beyond it the oldest facets that do not matter are forgotten. */
const MAX_INDIFFERENT = 50;

/** Questions asked in the turns just before this one, without a turn between them that asked none. */
const askedInARow = ({ question, turn }: DialogueState): number =>
  question !== undefined && question.turn === turn - 1 ? question.inARow : 0;

/** Whether one more question would not be too many. @param state Of the turn that would ask. */
export const mayAskAgain = (state: DialogueState): boolean => askedInARow(state) < MOST_IN_A_ROW;

/**
 * Whether a facet is settled for the present need: limited or wished for, asked about before, or said not to matter. A department
 * can always be parted further.
 */
export function isSettled(
  attribute: string,
  { need, indifferent = [], askedAbout = [] }: DialogueState,
): boolean {
  const isKnown =
    attribute !== 'category' &&
    need.constraints.some((limit) => limit.attribute === attribute && limit.operator !== 'ne');
  return isKnown || indifferent.includes(attribute) || askedAbout.includes(attribute);
}

/** Remembers what is asked beside this turn's list: the answer is read against it, and it is not asked again for this need. */
export function recordQuestion(
  state: DialogueState,
  asked: Pick<OpenQuestion, 'attribute' | 'options'>,
): DialogueState {
  return {
    ...state,
    question: { ...asked, inARow: askedInARow(state) + 1, turn: state.turn },
    askedAbout: [...new Set([...(state.askedAbout ?? []), asked.attribute])],
  };
}

/** A list without a question lets the one before go. */
export function withoutQuestion({ question: _, ...state }: DialogueState): DialogueState {
  return state;
}

/** Another need may be asked about anew. */
export function forgetAnswers({ askedAbout: _, indifferent: __, ...state }: DialogueState): DialogueState {
  return state;
}

/** The facet does not matter for this need. */
export function recordIndifference(state: DialogueState, attribute: string): DialogueState {
  const indifferent = [...new Set([...(state.indifferent ?? []), attribute])].slice(-MAX_INDIFFERENT);
  return { ...state, indifferent };
}

/** Whether this turn's message said that what was asked just now does not matter. */
export const isDeclined = ({ question, indifferent = [], turn }: DialogueState): boolean =>
  question !== undefined && question.turn === turn - 1 && indifferent.includes(question.attribute);
