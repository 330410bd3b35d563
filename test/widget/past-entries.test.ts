import { expect, it } from 'vitest';
import { announcementOf } from '../../src/widget/announcement.ts';
import type { Entry } from '../../src/widget/conversation-entry.ts';
import { conversationText } from '../../src/widget/conversation-text.ts';
import { speakLater } from '../../src/widget/later-words.ts';
import { toEntries, toEntry } from '../../src/widget/past-entries.ts';
import { loadLabel } from '../../src/widget/widget-labels.ts';
import { createScriptedChat } from '../support/scripted-chat.ts';

const label = await loadLabel('en');
await speakLater();
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
  const [said] = toEntry({ number: 1, kind: 'said', firstName: 'Ama', text: 'Hello' }, true);
  expect(announcementOf(said, label)).toBe('Ama: Hello');
});

it('writes a conversation as text: who said what, and products with their prices', async () => {
  const entries: readonly Entry[] = [
    ...toEntries(await messagesOf('a scarf'), []),
    ...toEntry({ number: 1, kind: 'left', firstName: 'Ama' }),
  ];
  const text = conversationText(entries, label);
  expect(text).toMatch(
    /^You: a scarf\n\nAssistant: You said: a scarf\. Here are some scarves, from \$19\.00\.\n- .+ \(\$39\.00\)/,
  );
  expect(text).toMatch(/\n\n\(The assistant answers again\.\)$/);
});

it("puts a list that a person corrected in the place of the one before, and a checked answer as the assistant's", async () => {
  const messages = await messagesOf('a scarf', 'a lamp');
  const [first, second] = messages;
  const products = first?.turn.products.slice(0, 2) ?? [];
  const entries = toEntries(messages, [
    {
      number: 1,
      kind: 'corrected',
      firstName: 'Ama',
      text: 'These two',
      products,
      listId: 'm.1',
      afterMessageId: first?.messageId ?? '',
    },
    {
      number: 2,
      kind: 'approved',
      firstName: 'Ama',
      text: 'Here',
      products,
      afterMessageId: second?.messageId ?? '',
    },
    { number: 3, kind: 'lapsed', text: 'It takes longer', afterMessageId: second?.messageId ?? '' },
  ]);
  const replies = entries.flatMap((entry) => (entry.kind === 'reply' ? [entry] : []));
  expect(replies.map(({ author, reply, checkedBy }) => [author, reply.products.length, checkedBy])).toEqual([
    ['assistant', 0, undefined],
    [{ firstName: 'Ama' }, 2, undefined],
    ['assistant', 5, undefined],
    ['assistant', 2, 'Ama'],
    ['assistant', 0, undefined],
  ]);
  expect(replies.map(({ reply }) => reply.listId)).toEqual([
    undefined,
    'm.1',
    undefined,
    undefined,
    undefined,
  ]);
});

it('passes over what a newer server tells', () => {
  const entry = JSON.parse('{"number": 1, "kind": "hummed", "text": "la"}');
  expect(toEntry(entry)).toEqual([]);
});
