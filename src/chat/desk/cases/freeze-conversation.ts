import type { ScrubMark } from '../../../domain/desk/case.ts';
import type { WrittenConversation } from '../../../domain/desk/written-conversation.ts';
import { languageOf } from '../../../domain/locale.ts';
import type { Turn } from '../../../domain/turn.ts';
import { AssistantError } from '../../../errors/assistant-error.ts';
import type { Database } from '../../../ports/database.ts';
import type { Vocabulary } from '../../../understanding/vocabulary.ts';
import type { TraceStore } from '../../trace-store.ts';
import { type Corrected, expectedOfTurn } from './expected-of-turn.ts';
import { knownWord, namedWord, understoodWords } from './known-words.ts';
import { personalOf } from './personal-of.ts';
import { scrubWords } from './scrub-words.ts';

/** A conversation as a case, with what was taken out of each of its messages. */
export interface Frozen {
  readonly written: WrittenConversation;
  readonly marks: readonly (readonly ScrubMark[])[];
}

export interface FreezeRooms {
  readonly database: Pick<Database, 'query'>;
  readonly traces: Pick<TraceStore, 'read'>;
  readonly vocabulary: Vocabulary;
}

const MOST_TURNS = 60;
const OF_ORDERS: ReadonlySet<string> = new Set([
  'order-status',
  'cancel-order',
  'return',
  'exchange',
  'change-address',
  'provide',
  'reorder',
]);

/**
 * Writes a conversation down as a case: what was said, without what could be of a person, and what must come of it, from typed state and
 * receipts. Messages that a person answered and pictures are left out: nobody can answer them again.
 *
 * @param id Of the case; it says nothing of where it comes from.
 * @throws {AssistantError} NOT_FOUND; INVALID_ARGUMENT when the assistant answered nothing in it.
 */
export async function freezeConversation(
  { database, traces, vocabulary }: FreezeRooms,
  conversationId: string,
  id: string,
): Promise<Frozen> {
  const { query } = database;
  const talk = await query
    .selectFrom('conversations')
    .select(['shopperId', 'market', 'locale'])
    .where('conversationId', '=', conversationId)
    .executeTakeFirst();
  if (talk === undefined) throw new AssistantError('NOT_FOUND', 'There is no such conversation');
  const rows = await query
    .selectFrom('turns')
    .leftJoin('drafts', 'drafts.messageId', 'turns.messageId')
    .select(['turns.messageId', 'turns.utterance', 'turns.turn', 'drafts.turn as proposed'])
    .where('turns.conversationId', '=', conversationId)
    .orderBy('turns.number')
    .limit(MOST_TURNS)
    .execute();
  const corrections = await correctedIn(query, conversationId);
  const personal = await personalOf(query, talk.shopperId);
  const frozen: { turn: WrittenConversation['turns'][number]; marks: readonly ScrubMark[] }[] = [];
  for (const { messageId, utterance, turn: kept, proposed } of rows) {
    const turn = JSON.parse(proposed ?? kept) as Turn;
    if (turn.repliedBy === 'person' || turn.seen !== undefined || utterance.trim() === '') continue;
    const language = turn.language === '' ? languageOf(talk.locale) : turn.language;
    const { text, marks } = scrubWords(utterance, {
      language,
      isKnown: knownWord(vocabulary, language),
      isNamed: namedWord(vocabulary, language),
      understood: understoodWords(turn, vocabulary),
      personal,
      isOfOrder: turn.commands.some(({ type }) => OF_ORDERS.has(type)),
    });
    const page = (await traces.read(messageId))?.trace.asked.page?.productId;
    const expect = expectedOfTurn(turn, corrections.get(messageId), vocabulary);
    frozen.push({ turn: { say: text, ...(page === undefined ? {} : { page }), expect }, marks });
  }
  if (frozen.length === 0)
    throw new AssistantError('INVALID_ARGUMENT', 'The assistant answered nothing in this conversation');
  return {
    written: {
      id,
      group: 'frozen',
      locale: talk.locale,
      market: talk.market,
      turns: frozen.map(({ turn }) => turn),
    },
    marks: frozen.map(({ marks }) => marks),
  };
}

/** What agents made of lists, by message; the newest of several counts. */
async function correctedIn(
  query: Database['query'],
  conversationId: string,
): Promise<ReadonlyMap<string, Corrected>> {
  const rows = await query
    .selectFrom('corrections')
    .select(['messageId', 'chosen', 'banned'])
    .where('conversationId', '=', conversationId)
    .where('undoneAtMs', 'is', null)
    .orderBy('createdAtMs')
    .orderBy('correctionId')
    .execute();
  return new Map(
    rows.map(({ messageId, chosen, banned }) => [
      messageId,
      { chosen: JSON.parse(chosen) as string[], banned: JSON.parse(banned) as string[] },
    ]),
  );
}
