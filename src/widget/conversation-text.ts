import type { Entry } from './conversation-entry.ts';
import { plainText } from './views/reply-text.ts';
import type { Label } from './widget-labels.ts';

/** A conversation as plain text: who said what, a product a line with its price and address. */
export function conversationText(entries: readonly Entry[], label: Label): string {
  return entries.map((entry) => entryText(entry, label)).join('\n\n');
}

function entryText(entry: Entry, label: Label): string {
  if (entry.kind === 'said') return `${label('you')}: ${entry.text}`;
  if (entry.kind === 'event') return `(${label(`event-${entry.event}`, { name: entry.firstName })})`;
  const { author, reply } = entry;
  const name = author === 'assistant' ? label('assistant') : author.firstName;
  const products = reply.products.map(({ title, price, url }) =>
    ['-', title, `(${price.formatted})`, ...(url === undefined ? [] : [url])].join(' '),
  );
  return [`${name}: ${plainText(reply.text)}`, ...products].join('\n');
}
