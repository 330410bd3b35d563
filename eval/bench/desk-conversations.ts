import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { hashToken } from '../../src/desk/identity/hash-token.ts';
import { beginSession } from '../../src/desk/identity/session-book.ts';
import { keepQueueLine } from '../../src/desk/queue-line.ts';
import { initialState } from '../../src/dialogue/record-list.ts';
import type { Role } from '../../src/domain/agent.ts';
import { CHANNELS } from '../../src/domain/channel.ts';
import { CONVERSATION_STATES, type ConversationState } from '../../src/domain/desk/queue.ts';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import { NO_USAGE, type Turn } from '../../src/domain/turn.ts';
import type { Query } from '../../src/ports/database.ts';

/** Who looks at the desk in a bench. */
export const DESK_AGENT = {
  agentId: 'bench-agent',
  firstName: 'Ada',
  cookie: 'bench-cookie-of-ada',
} as const;

const PER_TRANSACTION = 250;
const TURNS = 4;
/** Of an answer as it is kept, about what a list of ten products comes to. */
const ANSWER_CHARACTERS = 12_000;
const MINUTE_MS = 60_000;

const WORDS =
  'warm scarf wool red blue jacket rain boots leather lamp desk gift mother birthday size large under fifty quiet small garden green kitchen knife set delivery return broken order late colour blanket'.split(
    ' ',
  );

/**
 * Writes conversations into the data of a shop that is not running, the way the chat leaves them: most are with the assistant, some wait,
 * some are with persons, some closed. Somebody is signed in at the desk.
 */
export async function writeConversations(directory: string, conversations: number): Promise<void> {
  const database = await openSqliteDatabase({ directory });
  const nowMs = Date.now();
  try {
    await database.transaction(async (write) => {
      await signIn(write, nowMs);
    });
    for (let from = 0; from < conversations; from += PER_TRANSACTION) {
      const to = Math.min(conversations, from + PER_TRANSACTION);
      await database.transaction(async (write) => {
        for (let index = from; index < to; index += 1) await writeConversation(write, index, nowMs);
      });
    }
  } finally {
    await database.close();
  }
}

async function signIn(write: Query, nowMs: number): Promise<void> {
  const { agentId, firstName, cookie } = DESK_AGENT;
  const agent = { agentId, firstName, email: 'ada@shop.example', role: 'lead' satisfies Role as Role };
  await write
    .insertInto('agents')
    .values({ ...agent, passwordHash: '', disabledAtMs: null, createdAtMs: nowMs })
    .execute();
  const session = {
    token: cookie,
    sessionId: 'bench-session',
    agentId,
    method: 'password',
    network: '',
  } as const;
  await beginSession(write, session, nowMs);
}

async function writeConversation(write: Query, index: number, nowMs: number): Promise<void> {
  const conversationId = `bench-${String(index).padStart(6, '0')}`;
  const createdAtMs = nowMs - (index + 1) * MINUTE_MS;
  const utterances = Array.from({ length: TURNS }, (_, turn) => sentence(index * TURNS + turn));
  const channel = CHANNELS[index % CHANNELS.length] ?? 'web';
  await write
    .insertInto('conversations')
    .values({
      ...{ conversationId, tokenHash: hashToken(conversationId), shopperId: `visitor:${conversationId}` },
      ...{ proved: index % 3 === 0 ? 1 : 0, consent: '{"personalization":false}' },
      ...{ market: 'US', locale: index % 4 === 0 ? 'de-DE' : 'en-US', createdAtMs, updatedAtMs: createdAtMs },
      state: JSON.stringify({
        ...initialState(index % 4 === 0 ? 'de' : 'en'),
        ...{ channel, turn: TURNS, need: { ...EMPTY_NEED, query: sentence(index) } },
      }),
    })
    .execute();
  await write
    .insertInto('turns')
    .values(
      utterances.map((utterance, turn) => ({
        ...{
          conversationId,
          number: turn + 1,
          messageId: `${conversationId}-${turn}`,
          clientMessageId: null,
        },
        ...{ utterance, turn: JSON.stringify(answerTo(`${conversationId}-${turn}`)), createdAtMs },
      })),
    )
    .execute();
  const state = stateOf(index);
  if (state !== 'assistant')
    await write
      .insertInto('handlings')
      .values({
        ...{ conversationId, state, sinceMs: createdAtMs, reason: state === 'waiting' ? 'requested' : null },
        ...{ agentId: null, firstName: null, outcome: state === 'closed' ? 'helped' : null },
        ...(state === 'person' && {
          agentId: index % 2 === 0 ? DESK_AGENT.agentId : 'other',
          firstName: 'Ada',
        }),
      })
      .execute();
  await keepQueueLine(write, conversationId, { atMs: createdAtMs, said: utterances.join(' ') });
}

const NO_TIME = { understandMs: 0, retrieveMs: 0, rankMs: 0, replyMs: 0, totalMs: 0 };

/** As long as an answer with a list is. */
const answerTo = (messageId: string): Turn => ({
  ...{
    messageId,
    language: 'en',
    text: 'x'.repeat(ANSWER_CHARACTERS),
    products: [],
    chips: [],
    commands: [],
  },
  ...{ need: { query: '', hard: [], soft: [], unknown: [] }, claims: [], timing: NO_TIME, usage: NO_USAGE },
  ...{ understoodBy: 'embedded', repliedBy: 'embedded' },
});

/** Of twenty: two wait, one is with a person, three are closed. */
const stateOf = (index: number): ConversationState =>
  CONVERSATION_STATES[[0, 0, 2, 3, 3, 3].at(index % 20) ?? 1] ?? 'assistant';

/** Eight words, others for every number. */
const sentence = (seed: number): string =>
  Array.from({ length: 8 }, (_, word) => WORDS[(seed * 7 + word * (seed % 11) + word) % WORDS.length]).join(
    ' ',
  );
