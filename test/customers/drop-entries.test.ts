import { expect, it } from 'vitest';
import { dropEntries } from '../../src/customers/drop-entries.ts';
import { openShop } from '../recommendation/open-shop.ts';

it("takes away what colleagues noted of a conversation, and nothing of another's", async () => {
  const { query, transaction } = await openShop([]);
  const note = (conversationId: string) => ({
    noteId: `note-${conversationId}`,
    conversationId,
    agentId: 'anna',
    firstName: 'Anna',
    text: 'wants wool',
    createdAtMs: 0,
  });
  await transaction((write) =>
    write
      .insertInto('notes')
      .values([note('talk-1'), note('talk-2')])
      .execute(),
  );
  await transaction((write) => dropEntries(write, { conversationId: 'talk-1' }));
  const left = await query.selectFrom('notes').select('conversationId').execute();
  expect(left).toEqual([{ conversationId: 'talk-2' }]);
});
