import type { Command, ProductReference } from '../domain/command.ts';
import type { OpenOffer } from '../domain/dialogue-state.ts';
import { isPointing } from './resolve-reference.ts';

/**
 * A message read as the answer to what was left open: a yes becomes what was offered; a message that only points at a product
 * becomes what was asked before, about that product. Everything else is a message of its own.
 *
 * @param isUnclear Whether a reference fitted no single product when it was asked about; the screen is still the same.
 */
export function answerOpen(
  commands: readonly Command[],
  offer: OpenOffer | undefined,
  isUnclear: (reference: ProductReference) => boolean,
): readonly Command[] {
  const { accepted = [], unresolved } = offer ?? {};
  const [only, ...others] = commands;
  if (unresolved !== undefined && only?.type === 'ask-product' && others.length === 0 && isPointing(only))
    return [aboutReference(unresolved, only.reference, isUnclear)];
  return accepted.length === 0
    ? commands
    : commands.flatMap((command) => (command.type === 'affirm' ? accepted : [command]));
}

/** The same command with the reference that was meant; of several, in the place of the first that was unclear. */
export function aboutReference(
  command: Command,
  meant: ProductReference,
  isUnclear: (reference: ProductReference) => boolean,
): Command {
  if ('reference' in command) return { ...command, reference: meant };
  if (!('references' in command)) return command;
  const place = command.references.findIndex(isUnclear);
  return { ...command, references: command.references.with(Math.max(place, 0), meant) };
}
