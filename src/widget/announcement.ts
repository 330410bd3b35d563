import type { Entry } from './conversation-entry.ts';
import { plainText } from './views/reply-text.ts';
import type { Label } from './widget-labels.ts';

/** What a screen reader says of a new entry, once it is whole: who speaks, the words, and how many products stand below. */
export function announcementOf(entry: Entry | undefined, label: Label): string | undefined {
  if (entry?.kind !== 'reply' || !entry.isNew || !entry.reply.isComplete) return undefined;
  const { author, reply } = entry;
  const name = author === 'assistant' ? label('assistant') : author.firstName;
  const count = reply.products.length;
  return [
    `${name}: ${plainText(reply.text)}`,
    ...(count === 0 ? [] : [label('productsShown', { count })]),
  ].join('\n');
}
