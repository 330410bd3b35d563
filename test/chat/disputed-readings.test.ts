import { expect, it } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createDisputedReadings } from '../../src/chat/disputed-readings.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

it('lists what the parsers read differently, newest first and without addresses', async () => {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  const turn = { language: 'en', understoodBy: 'model', commands: [{ type: 'find' }] };
  const rows = [
    { utterance: 'a scarf', turn },
    { utterance: 'mail ada@example.org', turn: { ...turn, otherReading: [{ type: 'more' }] } },
    { utterance: 'and now', turn: { ...turn, otherReading: [{ type: 'thank' }, { type: 'more' }] } },
  ];
  await database.transaction(async (write) => {
    await write
      .insertInto('conversations')
      .values({
        conversationId: 'c',
        tokenHash: 'h',
        shopperId: 's',
        proved: 0,
        consent: '{}',
        market: 'US',
        locale: 'en-US',
        state: '{}',
        createdAtMs: 0,
        updatedAtMs: 0,
      })
      .execute();
    for (const [at, row] of rows.entries()) {
      await write
        .insertInto('turns')
        .values({
          conversationId: 'c',
          number: at + 1,
          messageId: `m${at}`,
          clientMessageId: null,
          utterance: row.utterance,
          turn: JSON.stringify(row.turn),
          createdAtMs: at,
        })
        .execute();
    }
  });

  expect(await createDisputedReadings(database)(10)).toEqual([
    expect.objectContaining({ utterance: 'and now', followed: ['find'], other: ['thank', 'more'] }),
    expect.objectContaining({ utterance: 'mail [e-mail]', followedBy: 'model', other: ['more'] }),
  ]);
  await database.close();
});
