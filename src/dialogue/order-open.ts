import type { Command, CommandType } from '../domain/command.ts';
import type { DialogueState, OpenForm, OpenProposal } from '../domain/dialogue-state.ts';
import type { OrderAct } from '../domain/order-act.ts';

/** A message read against what is open about an order: what is done about that, and what is left of the message. */
export interface OpenAnswer {
  readonly acts: readonly OrderAct[];
  readonly commands: readonly Command[];
}

/** Said beside a yes or a no without changing it. */
const COURTESIES: ReadonlySet<CommandType> = new Set(['greet', 'thank']);
/** Says nothing else than an answer would. */
/** Not understood, or nothing of a shop. */
const ELSEWHERE: ReadonlySet<CommandType> = new Set(['out-of-scope', 'small-talk']);
const NOTHING_ELSE: ReadonlySet<CommandType> = new Set(['out-of-scope', 'affirm', 'no-preference']);

/**
 * Reads a message against the proposal or the form of the turn before. Only a plain yes confirms, and only what was proposed in the turn
 * right before; a no withdraws; whatever else is said lets both go.
 */
export function answerOrder(state: DialogueState, commands: readonly Command[]): OpenAnswer {
  const { proposal, form, turn } = state;
  if (proposal !== undefined && proposal.turn === turn) return answerProposal(proposal, commands);
  if (form !== undefined && form.turn === turn) return answerForm(form, commands);
  return { acts: [], commands };
}

function answerProposal(proposal: OpenProposal, commands: readonly Command[]): OpenAnswer {
  const said = withoutCourtesies(commands);
  const isYes = said.length > 0 && said.every(({ type }) => type === 'affirm');
  if (isYes) return { acts: [{ type: 'order-confirm', proposal }], commands: [] };
  const values = said.flatMap((command) => (command.type === 'provide' ? command.values : []));
  const form = reasonForm(proposal);
  if (form !== undefined && values.length > 0)
    return { acts: [{ type: 'order-answer', form, values }], commands: [] };
  return withdrawn(commands);
}

/** Another reason makes another proposal of the same cancellation. */
function reasonForm({ write, reasons, turn }: OpenProposal): OpenForm | undefined {
  if (write.type !== 'cancel-order' || reasons === undefined) return undefined;
  const { reason: _, ...rest } = write;
  return {
    wish: write.type,
    write: rest,
    missing: { field: 'reason', options: reasons },
    labels: reasons,
    turn,
  };
}

function answerForm(form: OpenForm, commands: readonly Command[]): OpenAnswer {
  const said = withoutCourtesies(commands);
  const values = said.flatMap((command) => (command.type === 'provide' ? command.values : []));
  if (values.length > 0) {
    const others = commands.filter(({ type }) => type !== 'provide');
    return { acts: [{ type: 'order-answer', form, values }], commands: others };
  }
  if (said.length > 0 && said.every(({ type }) => NOTHING_ELSE.has(type)))
    return { acts: [{ type: 'order-ask-again', form }], commands: [] };
  return withdrawn(commands);
}

/** A no is said back, and that nothing was done where the message wants nothing else; another wish lets go silently. */
function withdrawn(commands: readonly Command[]): OpenAnswer {
  const others = commands.filter(({ type }) => type !== 'deny');
  if (others.length < commands.length) return { acts: [{ type: 'order-withdraw' }], commands: others };
  const isElsewhere = withoutCourtesies(commands).every(({ type }) => ELSEWHERE.has(type));
  return { acts: isElsewhere ? [{ type: 'order-lapse' }] : [], commands };
}

const withoutCourtesies = (commands: readonly Command[]): readonly Command[] =>
  commands.filter(({ type }) => !COURTESIES.has(type));

/** What was open about an order holds for one message. */
export function withoutOpenOrder({ proposal: _, form: __, ...state }: DialogueState): DialogueState {
  return state;
}
