import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { createSearchTally, type SearchTally } from '../../../src/chat/desk/search-tally.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const EN = { market: 'US', language: 'en' };

async function openTally() {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  let nowMs = Date.UTC(2026, 10, 23);
  const tally = createSearchTally({ database, clock: () => nowMs, keptDays: 30, note: () => {} });
  onTestFinished(async () => {
    await tally.close();
    await database.close();
  });
  const pass = (ms: number) => {
    nowMs += ms;
  };
  return { tally, database, pass };
}

/** The same words, a minute after another. */
function come(
  { tally, pass }: { tally: SearchTally; pass: (ms: number) => void },
  words: string,
  times: number,
) {
  for (let time = 0; time < times; time += 1) {
    tally.count({ ...EN, words });
    pass(MINUTE_MS);
  }
}

describe('searches that are counted', () => {
  it('are written down from the third time on, the most frequent first, in one spelling', async () => {
    const open = await openTally();
    come(open, 'Red  Scarf', 2);
    come(open, 'lamp', 2);
    expect(await open.tally.mostFrequent(10)).toEqual([]);
    come(open, ' red scarf', 2);
    come(open, 'lamp', 1);
    expect(await open.tally.mostFrequent(10)).toEqual([
      { ...EN, words: 'red scarf', times: 4 },
      { ...EN, words: 'lamp', times: 3 },
    ]);
    expect(await open.tally.mostFrequent(1)).toHaveLength(1);
  });

  it('add up over what was written before', async () => {
    const open = await openTally();
    come(open, 'lamp', 3);
    await open.tally.flush();
    come(open, 'lamp', 2);
    expect(await open.tally.mostFrequent(10)).toMatchObject([{ times: 5 }]);
  });

  it('are not those of one visitor who turns the filters', async () => {
    const open = await openTally();
    for (let time = 0; time < 20; time += 1) open.tally.count({ ...EN, words: 'lamp' });
    expect(await open.tally.mostFrequent(10)).toEqual([]);
  });

  it.each(['ada@shop.example', '+49 170 1234567', 'https://shop.example/a', '', 'x'.repeat(81)])(
    'never are "%s"',
    async (words) => {
      const open = await openTally();
      come(open, words, 5);
      expect(await open.tally.mostFrequent(10)).toEqual([]);
    },
  );

  it('are forgotten when nobody made them for so long', async () => {
    const open = await openTally();
    come(open, 'lamp', 3);
    await open.tally.flush();
    open.pass(31 * DAY_MS);
    come(open, 'kite', 3);
    expect(await open.tally.mostFrequent(10)).toEqual([{ ...EN, words: 'kite', times: 3 }]);
  });

  it('hold nothing of who made them', async () => {
    const open = await openTally();
    come(open, 'lamp', 3);
    await open.tally.flush();
    const [row] = await open.database.query.selectFrom('searches').selectAll().execute();
    expect(Object.keys(row ?? {}).sort()).toEqual(['language', 'lastAtMs', 'market', 'times', 'words']);
  });

  it('are kept, ten thousand of them, where all are as rare: the oldest go', async () => {
    const open = await openTally();
    const rows = Array.from({ length: 10_000 }, (_, at) => ({
      ...{ ...EN, words: `thing ${at}`, times: 3 },
      lastAtMs: Date.UTC(2026, 10, 22) + at,
    }));
    await open.database.transaction(async (query) => {
      for (const row of rows) await query.insertInto('searches').values(row).execute();
    });
    come(open, 'lamp', 3);
    const kept = (await open.tally.mostFrequent(20_000)).map(({ words }) => words);
    expect(kept).toHaveLength(10_000);
    expect(kept).toContain('lamp');
    expect(kept).not.toContain('thing 0');
  });
});
