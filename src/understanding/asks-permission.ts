import { hasUnspacedScript } from '../text/unspaced-scripts.ts';
import type { Message } from './message.ts';
import { referencesOf } from './message-content.ts';
import { orderNumber } from './order-number.ts';

/**
 * Whether a message asks if something is allowed at all ("can I return something if it does not fit?"), and names neither an order nor a thing
 * that was bought ("can I return the shoes?"): what the shop allows is told, nothing is to be done.
 *
 * @param upTo Position of the atom behind what is asked about: what follows it is a condition and names no thing.
 */
export function asksPermission(message: Message, upTo: number = message.atoms.length): boolean {
  const { grammar, atoms } = message;
  const { asks, own, pronouns, anything } = grammar.permission;
  const [before, all] = [atoms.slice(0, upTo), atoms].map((some) => some.map(({ normal }) => normal));
  if (before === undefined || all === undefined || orderNumber(message) !== undefined) return false;
  const says = (phrases: readonly string[], words: readonly string[]) =>
    phrases.some((phrase) => includesPhrase(words, phrase));
  if (!says(asks, all) || says(own, before)) return false;
  return says(anything, before) || (!says(pronouns, before) && !pointsAtThing(message));
}

/** "The second", "the red one"; "it" is among the pronouns. */
const pointsAtThing = (message: Message): boolean =>
  referencesOf(message).some(({ kind }) => kind !== 'focus');

function includesPhrase(words: readonly string[], phrase: string): boolean {
  const separator = hasUnspacedScript(phrase) ? '' : ' ';
  const text = words.join(separator);
  return separator === '' ? text.includes(phrase) : ` ${text} `.includes(` ${phrase.replaceAll('-', ' ')} `);
}
