import { expect, it } from 'vitest';
import { announcementOf } from '../../src/widget/announcement.ts';
import { type Entry, toEntries, toEntry } from '../../src/widget/conversation-entry.ts';
import { conversationText } from '../../src/widget/conversation-text.ts';
import { loadLabel } from '../../src/widget/widget-labels.ts';
import { createScriptedChat } from '../support/scripted-chat.ts';

const label = await loadLabel('en');
const { signal } = new AbortController();

async function messagesOf(...texts: readonly string[]) {
  const chat = createScriptedChat({
    answer: (turn, { text }) => (text === 'to a person' ? { ...turn, text: '', products: [] } : turn),
  });
  const key = await chat.start({});
  for (const text of texts) await chat.handle({ ...key, text }, { signal });
  return await chat.history(key);
}

it('puts what persons said behind the turn it followed, and no reply where a person answered', async () => {
  const messages = await messagesOf('a scarf', 'to a person', 'thanks');
  const [, second] = messages;
  const entries = toEntries(messages, [
    { number: 1, kind: 'joined', firstName: 'Ama', afterMessageId: second?.messageId ?? '' },
    { number: 2, kind: 'said', firstName: 'Ama', text: 'Hello', afterMessageId: second?.messageId ?? '' },
  ]);
  expect(entries.map((entry) => (entry.kind === 'reply' ? entry.author : entry.kind))).toEqual([
    'said',
    'assistant',
    'said',
    'event',
    { firstName: 'Ama' },
    'said',
    'assistant',
  ]);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
});

it('announces a reply once it is whole, in plain words, with the number of products', async () => {
  const [, reply] = toEntries(await messagesOf('a scarf'), []);
  if (reply?.kind !== 'reply') throw new TypeError('no reply');
  const spoken = (changes: Partial<typeof reply>) => announcementOf({ ...reply, ...changes }, label);
  expect(spoken({})).toBeUndefined();
  expect(spoken({ isNew: true, reply: { ...reply.reply, isComplete: false } })).toBeUndefined();
  expect(spoken({ isNew: true, reply: { ...reply.reply, text: 'Two:\n- **one**\n- other' } })).toBe(
    'Assistant: Two:\none\nother\nProducts shown: 5',
  );
  expect(
    announcementOf(toEntry({ number: 1, kind: 'said', firstName: 'Ama', text: 'Hello' }, true), label),
  ).toBe('Ama: Hello');
});

it('writes a conversation as text: who said what, and products with their prices', async () => {
  const entries: readonly Entry[] = [
    ...toEntries(await messagesOf('a scarf'), []),
    toEntry({ number: 1, kind: 'left', firstName: 'Ama' }),
  ];
  const text = conversationText(entries, label);
  expect(text).toMatch(
    /^You: a scarf\n\nAssistant: You said: a scarf\. Here are some scarves, from \$19\.00\.\n- .+ \(\$39\.00\)/,
  );
  expect(text).toMatch(/\n\n\(The assistant answers again\.\)$/);
});
