import type { Command } from '../domain/command.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';
import type { Understanding } from '../understanding/parser.ts';

/** Decided by rules, whatever a model makes of the message: what is the shopper's own word, or must not depend on anybody's guess. */
const SETTLED_BY_RULES: ReadonlySet<Command['type']> = new Set([
  'history',
  'provide',
  'personal-data',
  'handoff',
  'unsafe',
]);

/**
 * True when no model is asked: an opt-out, an erasure, a wish for a person, a danger, an order with its number, an answer about one, or
 * a yes or no to what would be done.
 */
export function isSettledByRules(
  commands: readonly Command[],
  state?: Pick<DialogueState, 'proposal' | 'turn'>,
): boolean {
  return commands.some(
    (command) =>
      SETTLED_BY_RULES.has(command.type) ||
      ('orderNumber' in command && command.orderNumber !== undefined) ||
      (isProposed(state) && (command.type === 'affirm' || command.type === 'deny')),
  );
}

const isProposed = (state: Pick<DialogueState, 'proposal' | 'turn'> | undefined): boolean =>
  state?.proposal !== undefined && state.proposal.turn === state.turn;

/** A yes to what would be done is the shopper's own word: a model that heard one where the rules did not is not followed. */
export const saysYesForShopper = (
  commands: readonly Command[],
  state: Pick<DialogueState, 'proposal' | 'turn'>,
): boolean => isProposed(state) && commands.some(({ type }) => type === 'affirm');

/** A model this much less sure than the embedded parser is not followed. */
const MARGIN = 0.3;

export interface Chosen {
  readonly understanding: Understanding;
  /** The reading that was not followed, when it asks for something else. */
  readonly other?: Understanding;
}

/**
 * One understanding of two. Where both ask for the same, that is sure: 1 - (1 - model)(1 - embedded). Else the model is followed,
 * unless it is far less sure, and the confidence falls with what they do not share (F1 over the parts of their commands). The
 * language is the embedded parser's, which reads it from the words: an answer never changes its language because a model did.
 */
export function chooseUnderstanding(embedded: Understanding, model: Understanding): Chosen {
  const { language } = embedded;
  const agreement = agreementOf(embedded.commands, model.commands);
  if (agreement === 1) {
    const confidence = 1 - (1 - model.confidence) * (1 - embedded.confidence);
    return { understanding: { ...model, language, confidence } };
  }
  const followsModel = model.confidence > embedded.confidence - MARGIN;
  const [followed, other] = followsModel ? [model, embedded] : [embedded, model];
  const confidence = followed.confidence * (0.5 + agreement / 2);
  return { understanding: { ...followed, usage: model.usage, language, confidence }, other };
}

/** Of two lists of commands, F1 over their parts, in [0, 1]; 1 only when they ask for the same in the same order. */
function agreementOf(left: readonly Command[], right: readonly Command[]): number {
  if (asksTheSame(left, right)) return 1;
  const [lefts, rights] = [new Set(left.flatMap(partsOf)), new Set(right.flatMap(partsOf))];
  const shared = lefts.intersection(rights).size;
  return Math.min(0.95, (2 * shared) / Math.max(1, lefts.size + rights.size));
}

/** Whether two understandings ask for the same: the words they were read from and the certainty do not count. */
export function asksTheSame(left: readonly Command[], right: readonly Command[]): boolean {
  return JSON.stringify(left.map(partsOf)) === JSON.stringify(right.map(partsOf));
}

/** The type and every slot; constraints one by one, in no order. */
function partsOf(command: Command): string[] {
  const { type, ...slots } = command;
  const parts = Object.entries(slots).flatMap(([slot, value]): string[] => {
    if (slot === 'question' && type !== 'ask-catalogue') return [];
    if (slot !== 'constraints' || !Array.isArray(value)) return [`${type} ${slot} ${JSON.stringify(value)}`];
    return 'constraints' in command
      ? command.constraints.map(({ attribute, operator, value: held, strength, known }) =>
          [type, attribute, operator, held, strength, known].join(' '),
        )
      : [];
  });
  return [type, ...parts.sort()];
}
