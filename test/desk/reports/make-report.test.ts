import { describe, expect, it } from 'vitest';
import { createConversationStore } from '../../../src/chat/conversation-store.ts';
import { forgetCustomer } from '../../../src/customers/forget-customer.ts';
import { createDeskBook } from '../../../src/desk/desk-book.ts';
import { createEntryFeed } from '../../../src/desk/entry-feed.ts';
import { NO_USAGE, type Turn } from '../../../src/domain/turn.ts';
import { MORNING_MS, openReports } from '../../support/open-reports.ts';
import { limit } from '../../support/reported-talks.ts';

const wanting = (...hard: Turn['need']['hard']): Partial<Turn> => ({
  need: { query: '', hard, soft: [], unknown: [] },
});

const timing = (totalMs: number): Partial<Turn> => ({
  timing: { understandMs: 0, retrieveMs: 0, rankMs: 0, replyMs: 0, totalMs },
});

describe('a report', () => {
  it('is of nothing where nothing happened', async () => {
    const { report } = await openReports();
    expect(await report()).toMatchObject({
      ...{ conversations: { conversations: 0 }, messages: 0, shoppers: { kind: 'too-few' } },
      days: [{ day: '2026-11-23', conversations: 0, messages: 0 }],
      speed: { slow: { conversations: 0 }, degraded: [] },
    });
  });

  it('counts conversations and messages by the days and hours of the place that is asked for', async () => {
    const { report } = await openReports([
      { turns: [{}, {}] },
      { atMs: Date.parse('2026-11-22T23:30:00Z') },
      { atMs: Date.parse('2026-11-23T23:30:00Z') },
    ]);
    const utc = await report();
    expect([utc.conversations.conversations, utc.messages]).toEqual([2, 3]);
    expect(utc.hours.map((messages, hour) => [hour, messages]).filter(([, messages]) => messages)).toEqual([
      [8, 2],
      [23, 1],
    ]);
    const berlin = await report({ timeZone: 'Europe/Berlin', to: '2026-11-24' });
    expect(berlin.days).toEqual([
      { day: '2026-11-23', conversations: 2, messages: 3 },
      { day: '2026-11-24', conversations: 1, messages: 1 },
    ]);
  });

  it('is of a market, a language, a channel alone where one is named', async () => {
    const { report } = await openReports([
      { market: 'DE', language: 'de', turns: [wanting(limit('type', 'scarf'))] },
      { market: 'US', channel: 'sms', turns: [wanting(limit('type', 'coat'))] },
    ]);
    for (const place of [{ market: 'DE' }, { language: 'de' }, { channel: 'web' }] as const) {
      const { conversations, wanted } = await report(place);
      expect([conversations.conversations, wanted.kinds]).toEqual([
        1,
        [{ metric: 'kind', attribute: 'type', value: 'scarf', conversations: 1 }],
      ]);
    }
  });

  it('tells what was wanted once for each conversation, by what the catalogue calls it', async () => {
    const { report, found } = await openReports([
      {
        turns: [
          wanting(limit('type', 'scarf'), limit('color', 'red', { words: 'crimson' })),
          wanting(
            limit('type', 'scarf'),
            limit('color', 'red'),
            limit('price', 6_000, { operator: 'lte', sourceTurn: 2 }),
          ),
        ],
      },
      { turns: [wanting(limit('type', 'scarf'), limit('color', 'green', { operator: 'ne' }))] },
    ]);
    const { wanted } = await report();
    expect(wanted.kinds).toEqual([{ metric: 'kind', attribute: 'type', value: 'scarf', conversations: 2 }]);
    expect(wanted.wishes).toEqual([
      { metric: 'wish', attribute: 'color', value: 'ne green', conversations: 1 },
      { metric: 'wish', attribute: 'color', value: 'red', conversations: 1 },
      { metric: 'wish', attribute: 'price', conversations: 1 },
    ]);
    for (const tally of [...wanted.kinds, ...wanted.wishes])
      expect(await found(tally)).toHaveLength(tally.conversations);
  });

  it('tells cost, energy, speed and what failed', async () => {
    const usage = { inputTokens: 10, outputTokens: 2, costMicros: 30, energyWh: { low: 1, mid: 2, high: 4 } };
    const { report, found } = await openReports([
      ...Array.from({ length: 19 }, (_, index) => ({ turns: [{ ...timing(index + 1), usage }] })),
      {
        turns: [
          {
            ...timing(900),
            usage: NO_USAGE,
            degraded: [{ component: 'chat-model', reason: 'MODEL_TIMEOUT' }],
          },
        ],
      },
    ]);
    const { spending, speed } = await report();
    expect(spending).toEqual({
      ...{ inputTokens: 190, outputTokens: 38, costMicros: 570, wattHours: { low: 19, mid: 38, high: 76 } },
    });
    expect(speed).toEqual({
      ...{ p50Ms: 10, p95Ms: 19, slow: { metric: 'slow', value: '19', conversations: 2 } },
      degraded: [{ metric: 'degraded', attribute: 'chat-model', value: 'MODEL_TIMEOUT', conversations: 1 }],
    });
    expect(await found(speed.slow)).toEqual(['c-18', 'c-19']);
  });

  it('tells who was asked for, who came, and how long that took', async () => {
    const { database, report, found } = await openReports([
      { turns: [{ handoff: { reason: 'anger' } }, { repliedBy: 'person' }] },
      { turns: [{ handoff: { reason: 'requested' } }] },
      { turns: [{}] },
    ]);
    let nowMs = MORNING_MS;
    const book = createDeskBook(database, createEntryFeed(), () => nowMs);
    for (const conversationId of ['c-0', 'c-1'])
      await database.transaction((write) =>
        book.ask(write, conversationId, { reason: 'anger', atMs: nowMs }),
      );
    nowMs += 40_000;
    await book.join('c-0', { agentId: 'ada', firstName: 'Ada' });
    const { persons, withoutPerson } = await report();
    expect(persons).toEqual({
      askedFor: [
        { metric: 'handoff', value: 'anger', conversations: 1 },
        { metric: 'handoff', value: 'requested', conversations: 1 },
      ],
      joined: { metric: 'joined', conversations: 1 },
      unanswered: { metric: 'unanswered', conversations: 1 },
      waitMs: { median: 40_000, p95: 40_000 },
      messageShare: 1 / 4,
    });
    expect([withoutPerson.conversations, await found(withoutPerson)]).toEqual([1, ['c-2']]);
    expect(await found(persons.joined)).toEqual(['c-0']);
    expect(await found(persons.unanswered)).toEqual(['c-1']);
  });

  it('counts complaints', async () => {
    const { report, found } = await openReports([
      { turns: [{ commands: [{ type: 'complaint', about: 'other' }] }, {}] },
      {},
    ]);
    const { complaints } = await report();
    expect(complaints).toEqual({ metric: 'subject', value: 'complaint', conversations: 1 });
    expect(await found(complaints)).toEqual(['c-0']);
  });

  it('says how it was for those who were asked', async () => {
    const { database, report, found } = await openReports([{}, {}, {}]);
    await database.transaction(async (write) => {
      for (const [index, score] of [5, 2, null].entries())
        await write
          .insertInto('satisfactions')
          .values({
            ...{ conversationId: `c-${index}`, askedAtMs: MORNING_MS, score, comment: null },
            answeredAtMs: score === null ? null : MORNING_MS,
          })
          .execute();
    });
    const { satisfaction } = await report();
    expect(satisfaction).toMatchObject({ asked: 3, answered: 2, mean: 3.5, satisfiedShare: { value: 0.5 } });
    expect(satisfaction.satisfiedShare?.low).toBeLessThan(0.1);
    expect(await Promise.all(satisfaction.scores.map((score) => found(score)))).toEqual([['c-0'], ['c-1']]);
  });

  it('counts lists that agents corrected, and what was taken back of it', async () => {
    const { database, report, found } = await openReports([{}, {}]);
    const correction = {
      ...{ conversationId: 'c-1', agentId: 'ada', firstName: 'Ada', reason: null, wants: '', scope: '[]' },
      ...{ proposed: '[]', listed: 0, chosen: '[]', banned: '[]', createdAtMs: MORNING_MS },
      ...{ undoneAtMs: null, undoneBy: null, undoneFirstName: null },
    };
    await database.transaction(async (write) => {
      await write
        .insertInto('corrections')
        .values([
          { ...correction, correctionId: '1', messageId: 'm-1' },
          { ...correction, correctionId: '2', messageId: 'm-2', undoneAtMs: MORNING_MS + 1 },
        ])
        .execute();
    });
    const { corrections } = await report();
    expect(corrections).toEqual({ made: { metric: 'corrected', conversations: 1 }, undone: 1 });
    expect(await found(corrections.made)).toEqual(['c-1']);
  });

  it('counts nothing of a conversation that was forgotten', async () => {
    const { database, report } = await openReports([{ turns: [wanting(limit('type', 'scarf'))] }]);
    const store = createConversationStore(database);
    await store.forget({ conversationId: 'c-0', proved: false, shopperId: 'visitor:c-0' });
    const { messages, wanted } = await report();
    expect([messages, wanted.kinds]).toEqual([0, []]);
    for (const table of ['turnFacts', 'conversationMarks'] as const)
      expect(await database.query.selectFrom(table).selectAll().execute()).toEqual([]);
  });

  it('counts nothing of a customer who was forgotten', async () => {
    const { database, report } = await openReports([
      { shopperId: 'customer:ann', turns: [wanting(limit('type', 'scarf'))] },
      { turns: [wanting(limit('type', 'coat'))] },
    ]);
    await forgetCustomer(database, 'ann');
    const { messages, wanted } = await report();
    expect([messages, wanted.kinds.map(({ value }) => value)]).toEqual([1, ['coat']]);
    for (const table of ['turnFacts', 'conversationMarks'] as const)
      expect(await database.query.selectFrom(table).selectAll().execute()).toHaveLength(1);
  });

  it('is of days that follow one another', async () => {
    const { report } = await openReports();
    for (const wrong of [{ to: '2026-11-22' }, { to: '2029-01-01' }, { timeZone: 'Mars/Olympus' }])
      await expect(report(wrong)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });
});
