import type { Message } from './message.ts';
import { readWish } from './read-wish.ts';

/** A message, or a part of one, with what it wishes for. */
export function makeMessage(read: Omit<Message, 'wish'>): Message {
  const { text, atoms, spans, grammar, vocabulary, context } = read;
  const strict = spans.some(({ meaning }) => meaning.kind === 'cue' && meaning.cue === 'only');
  const { currency } = context.market;
  const wish = readWish(atoms, spans, { text, grammar, vocabulary, currency, turn: context.turn, strict });
  return { ...read, wish };
}

/** The words of a message, or of the part of it that was read. */
export function wordsOf({ text, atoms }: Pick<Message, 'text' | 'atoms'>): string {
  return text.slice(atoms[0]?.start ?? 0, atoms.at(-1)?.end ?? text.length).trim();
}
