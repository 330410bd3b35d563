import type { Command, CommandOf, CommandType } from '../domain/command.ts';
import type { DialogueState, OpenChoice } from '../domain/dialogue-state.ts';
import type { Constraint } from '../domain/need.ts';
import { isPointing } from './resolve-reference.ts';

/** Said beside an answer without changing it. */
const COURTESIES: ReadonlySet<CommandType> = new Set(['greet', 'thank']);

/**
 * A message read as the answer to which variant it shall be: "42", "the blue one", "any". It becomes what was asked for, with that;
 * what cannot be made out asks again, and everything else is a message of its own.
 */
export function answerChoice(
  { choosing, turn }: Pick<DialogueState, 'choosing' | 'turn'>,
  commands: readonly Command[],
): readonly Command[] {
  if (choosing === undefined || choosing.turn !== turn) return commands;
  const said = commands.filter(({ type }) => !COURTESIES.has(type));
  const [only, ...others] = said;
  if (only === undefined || others.length > 0) return commands;
  if (only.type === 'deny') return [{ type: 'affirm' }];
  const chosen = chosenBy(only, choosing);
  if (chosen === undefined) return commands;
  const { command, rest } = choosing;
  return [{ ...command, constraints: [...command.constraints, ...chosen] }, ...rest];
}

/** What an answer says of the variant; nothing where it says nothing that could be made out; undefined for another message. */
function chosenBy(command: Command, choice: OpenChoice): readonly Constraint[] | undefined {
  const [first, another] = choice.options;
  switch (command.type) {
    case 'refine':
      return isPlain(command) ? answers(command.constraints, choice) : undefined;
    case 'find':
      return command.query === '' ? answers(command.constraints, choice) : undefined;
    case 'basket':
      return command.action === 'add' && command.references.every(({ kind }) => kind === 'focus')
        ? answers(command.constraints, choice)
        : undefined;
    case 'ask-product':
      return isPointing(command) ? pointedAt(command, choice) : undefined;
    case 'no-preference':
      return first?.constraints;
    case 'affirm':
      return another === undefined ? first?.constraints : [];
    case 'out-of-scope':
      return [];
    default:
      return undefined;
  }
}

const isPlain = ({ drop, pull, shifts, sort, query }: CommandOf<'refine'>): boolean =>
  query === '' && drop.length === 0 && pull === undefined && shifts === undefined && sort === undefined;

function answers(said: readonly Constraint[], { attributes }: OpenChoice): readonly Constraint[] | undefined {
  return said.some((limit) => attributes.includes(limit.attribute)) ? said : undefined;
}

/** "The blue one", where a colour was asked for. */
function pointedAt(
  { reference }: CommandOf<'ask-product'>,
  { attributes, options, turn }: OpenChoice,
): readonly Constraint[] | undefined {
  if (reference.kind !== 'attribute' || !attributes.includes(reference.attribute)) return undefined;
  const offered = options.find(({ constraints }) =>
    constraints.some(({ value }) => value === reference.value),
  );
  return (
    offered?.constraints ?? [
      {
        attribute: reference.attribute,
        operator: 'eq',
        value: reference.value,
        strength: 'hard',
        words: reference.value,
        confidence: 1,
        sourceTurn: turn + 1,
        known: true,
      },
    ]
  );
}

/** It holds for one message, and so does the question that it was asked with. */
export function withoutChoice({ choosing, ...state }: DialogueState): DialogueState {
  if (choosing === undefined) return state;
  const { question: _, ...rest } = state;
  return rest;
}

/** Remembers what was asked, and how it may be answered: the parser reads a bare answer against a question. */
export function recordAsked(state: DialogueState, asked: Omit<OpenChoice, 'rest' | 'turn'>): DialogueState {
  const { turn } = state;
  const { attribute, options } = asked;
  return {
    ...state,
    choosing: { ...asked, rest: [], turn },
    question: { attribute, options, inARow: 1, turn },
  };
}
