import type { Insertable } from 'kysely';
import { recordFacts } from '../../src/desk/reports/record-facts.ts';
import { initialState } from '../../src/dialogue/record-list.ts';
import type { Constraint } from '../../src/domain/need.ts';
import { createRandom } from '../../src/domain/random.ts';
import { NO_USAGE, type Turn } from '../../src/domain/turn.ts';
import type { Database, Query } from '../../src/ports/database.ts';
import type { Tables } from '../../src/ports/database-tables.ts';
import { storeInteractions } from '../../src/recommendation/store-interactions.ts';

const TURNS_OF_TALK = 4;
const PEOPLE_PER_TALK = 3;
const DEEDS = 4;
const TALKS_AT_ONCE = 500;

/** Conversations of four turns each, spread evenly, and behaviour of three times as many people. @returns Interactions written. */
export async function writeHistory(
  database: Database,
  options: {
    readonly turns: number;
    readonly seed: number;
    readonly fromMs: number;
    readonly untilMs: number;
  },
): Promise<number> {
  const random = createRandom(options.seed);
  const talks = Math.ceil(options.turns / TURNS_OF_TALK);
  const at = (talk: number) =>
    Math.floor(options.fromMs + ((options.untilMs - options.fromMs) * (talk + 0.5)) / talks);
  for (let from = 0; from < talks; from += TALKS_AT_ONCE)
    await database.transaction(async (write) => {
      for (let talk = from; talk < Math.min(talks, from + TALKS_AT_ONCE); talk += 1)
        await writeTalk(write, talk, at(talk), random);
    });
  const people = talks * PEOPLE_PER_TALK;
  const interactions = Array.from({ length: people * DEEDS }, (_, index) => {
    const person = Math.floor(index / DEEDS);
    const occurredAtMs = at(person % talks) + (index % DEEDS) * 1_000;
    return {
      interactionId: `i-${index}`,
      type: index % DEEDS === 0 && random() < 0.05 ? ('purchase' as const) : ('view' as const),
      ...{ productId: `p-${index % 1_000}`, shopperId: `visitor:${person}`, market: 'DE' },
      ...{ occurredAtMs, receivedAtMs: occurredAtMs },
    };
  });
  await storeInteractions(database, interactions);
  return interactions.length;
}

async function writeTalk(write: Query, talk: number, atMs: number, random: () => number): Promise<void> {
  const conversationId = `c-${talk}`;
  const market = random() < 0.7 ? 'DE' : 'US';
  const state = initialState('en');
  await write
    .insertInto('conversations')
    .values(toConversation(conversationId, talk, market, atMs))
    .execute();
  await write
    .insertInto('queueLines')
    .values(toLine(conversationId, market, atMs))
    .execute();
  for (let number = 1; number <= TURNS_OF_TALK; number += 1)
    await recordFacts(write, {
      ...{ conversation: { conversationId, market }, state, number, atMs: atMs + number * 20_000 },
      turn: toTurn(`${conversationId}-${number}`, number, random),
    });
  if (random() > 0.1) return;
  const entry = { conversationId, afterMessageId: null, agentId: null, firstName: null, text: null };
  const steps = [
    { number: 1, kind: 'asked' as const, createdAtMs: atMs + 60_000 },
    { number: 2, kind: 'joined' as const, createdAtMs: atMs + 90_000 },
  ];
  for (const step of steps)
    await write
      .insertInto('entries')
      .values({ ...entry, ...step, products: null, clientMessageId: null })
      .execute();
}

function toTurn(messageId: string, number: number, random: () => number): Turn {
  const pick = (count: number) => Math.floor(random() ** 2 * count);
  const said = (attribute: string, value: string, known = true): Constraint => ({
    ...{ attribute, operator: 'eq', value, words: value, strength: 'hard' },
    ...{ confidence: 1, sourceTurn: number, known },
  });
  const hard = [said('type', `kind-${pick(200)}`), said('color', `colour-${pick(30)}`)];
  const unknown = random() < 0.1 ? [said('mentions', `word-${pick(5_000)}`, false)] : [];
  const totalMs = 20 + random() * 400;
  return {
    ...{ messageId, language: 'en', text: '', products: [], chips: [], claims: [], usage: NO_USAGE },
    commands: [{ type: 'find', query: '', constraints: hard }],
    need: { query: '', hard, soft: [], unknown },
    ...(random() < 0.05 ? { total: 0 } : {}),
    ...{ understoodBy: 'embedded', repliedBy: 'embedded' },
    timing: { understandMs: 0, retrieveMs: 0, rankMs: 0, replyMs: 0, totalMs },
  };
}

const toConversation = (
  conversationId: string,
  talk: number,
  market: string,
  atMs: number,
): Insertable<Tables['conversations']> => ({
  ...{ conversationId, tokenHash: '', shopperId: `visitor:${talk}`, proved: 0, market, locale: 'en' },
  ...{ consent: '{"personalization":true}', state: '{}', createdAtMs: atMs, updatedAtMs: atMs },
});

const toLine = (conversationId: string, market: string, atMs: number): Tables['queueLines'] => ({
  ...{ conversationId, state: 'assistant', agentId: null, firstName: null, reason: null, heldUntilMs: null },
  ...{ market, locale: 'en', language: 'en', channel: 'web', isCustomer: 0, wants: '', lastWords: '' },
  ...{ messages: TURNS_OF_TALK, outcome: null, satisfaction: null, sinceMs: atMs, updatedAtMs: atMs },
});
