import type { Command, CommandType } from '../domain/command.ts';
import type { OrderWrite } from '../domain/commerce.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';

/** Commands that ask for a write. */
const ASKED_BY: Readonly<Record<OrderWrite['type'], CommandType>> = {
  'cancel-order': 'cancel-order',
  'return-lines': 'return',
  'exchange-lines': 'exchange',
  'replace-lines': 'exchange',
  'change-order-address': 'change-address',
  'change-account-address': 'change-address',
  'change-payment': 'change-address',
};

const CLAUSE = /[,.!、。！]/u;

/**
 * "Yes, cancel it", said to a proposal to cancel: the yes, where all that follows is what was proposed. A number that is named, or
 * anything that is wanted otherwise, makes it a wish of its own.
 *
 * @param read Reads a part of the message by itself.
 */
export function readConfirmation(
  text: string,
  commands: readonly Command[],
  { proposal, turn }: DialogueState,
  read: (part: string) => readonly Command[],
): Command[] | undefined {
  const [only, ...others] = commands;
  if (proposal?.turn !== turn || only?.type !== ASKED_BY[proposal.write.type] || others.length > 0)
    return undefined;
  const isOther =
    ('orderNumber' in only && only.orderNumber !== undefined) ||
    ('constraints' in only && only.constraints.length > 0);
  const at = text.search(CLAUSE);
  const [first] = at < 0 || isOther ? [] : read(text.slice(0, at));
  return first?.type === 'affirm' ? [first] : undefined;
}
