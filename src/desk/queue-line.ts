import type { DialogueState } from '../domain/dialogue-state.ts';
import type { Need } from '../domain/need.ts';
import type { Query } from '../ports/database.ts';
import { searchedWords } from './searched-words.ts';

const MOST_SHOWN_CHARACTERS = 200;
/** Of the words that are searched; the oldest are let go. */
const MOST_SEARCHED_CHARACTERS = 20_000;

/**
 * Writes the line of a conversation anew from what stands in the same transaction. Whoever changes a conversation, who handles it, or a
 * reply that is held, calls it last. A conversation in which nothing happened yet has no line.
 *
 * @param change.said Somebody's words, to be found by a search.
 */
export async function keepQueueLine(
  write: Query,
  conversationId: string,
  change: { readonly atMs: number; readonly said?: string | undefined },
): Promise<void> {
  const talk = await write
    .selectFrom('conversations')
    .select(['market', 'locale', 'proved', 'state', 'createdAtMs'])
    .where('conversationId', '=', conversationId)
    .executeTakeFirst();
  const last = await write
    .selectFrom('turns')
    .select(['number', 'utterance'])
    .where('conversationId', '=', conversationId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const handling = await write
    .selectFrom('handlings')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .executeTakeFirst();
  if (talk === undefined || (last === undefined && handling === undefined)) return;
  const held = await write
    .selectFrom('drafts')
    .select(['heldUntilMs', 'createdAtMs'])
    .where('conversationId', '=', conversationId)
    .where('state', 'in', ['waiting', 'lapsed'])
    .where('heldUntilMs', '>', 0)
    .orderBy('createdAtMs', 'desc')
    .limit(1)
    .executeTakeFirst();
  const answered = await write
    .selectFrom('satisfactions')
    .select('score')
    .where('conversationId', '=', conversationId)
    .executeTakeFirst();

  const { need, channel, language } = JSON.parse(talk.state) as DialogueState;
  const state = handling?.state ?? 'assistant';
  const isHeld = held !== undefined && (state === 'assistant' || state === 'waiting');
  const line = {
    state: isHeld ? ('waiting' as const) : state,
    agentId: state === 'person' ? (handling?.agentId ?? null) : null,
    firstName: state === 'person' ? (handling?.firstName ?? null) : null,
    reason: state === 'waiting' ? (handling?.reason ?? null) : null,
    heldUntilMs: isHeld ? held.heldUntilMs : null,
    market: talk.market,
    locale: talk.locale,
    language,
    channel: channel ?? ('web' as const),
    isCustomer: talk.proved,
    wants: shortened(wantsOf(need)),
    lastWords: shortened(last?.utterance ?? ''),
    messages: last?.number ?? 0,
    outcome: state === 'closed' ? (handling?.outcome ?? null) : null,
    satisfaction: answered?.score ?? null,
    sinceMs: isHeld && state === 'assistant' ? held.createdAtMs : (handling?.sinceMs ?? talk.createdAtMs),
    updatedAtMs: change.atMs,
  };
  await write
    .insertInto('queueLines')
    .values({ conversationId, ...line })
    .onConflict((conflict) => conflict.column('conversationId').doUpdateSet(line))
    .execute();
  if (change.said !== undefined) await addWords(write, conversationId, change.said);
}

/** A message of the shopper: who closed the conversation did so too early. */
export async function keepTurnInQueue(
  write: Query,
  conversationId: string,
  message: { readonly utterance: string; readonly atMs: number },
): Promise<void> {
  const { utterance, atMs } = message;
  await write
    .updateTable('handlings')
    .set({ state: 'assistant', agentId: null, firstName: null, reason: null, outcome: null, sinceMs: atMs })
    .where('conversationId', '=', conversationId)
    .where('state', '=', 'closed')
    .execute();
  await keepQueueLine(write, conversationId, { atMs, said: utterance });
}

/** What is looked for, in the shopper's words, none twice: a query that repeats what the wishes say adds nothing. */
function wantsOf({ query, constraints }: Need): string {
  const wishes = constraints.map(({ words }) => words);
  const said = new Set(searchedWords(wishes.join(' ')));
  const isNew = searchedWords(query).some((word) => !said.has(word));
  return [...new Set([...wishes, ...(isNew ? [query] : [])])].filter((words) => words !== '').join(', ');
}

async function addWords(write: Query, conversationId: string, said: string): Promise<void> {
  const row = await write
    .selectFrom('queueWords')
    .select('words')
    .where('conversationId', '=', conversationId)
    .executeTakeFirst();
  const words = `${row?.words ?? ' '}${searchedWords(said).join(' ')} `.slice(-MOST_SEARCHED_CHARACTERS);
  await write
    .insertInto('queueWords')
    .values({ conversationId, words })
    .onConflict((conflict) => conflict.column('conversationId').doUpdateSet({ words }))
    .execute();
}

/** Never half a character. */
const shortened = (text: string): string => [...text].slice(0, MOST_SHOWN_CHARACTERS).join('');
