import { expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { createLessonStore } from '../../../src/ranking/lessons/lesson-store.ts';
import { basisOf } from '../../../src/ranking/lessons/teach-ranking.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { lessonOf } from './lessons.ts';

async function open() {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  return { database, store: createLessonStore(database) };
}

const taught = (added: number) => ({
  lessons: [
    lessonOf({ added }),
    lessonOf({
      state: 'rejected',
      clicks: { lists: 30, difference: { mean: -0.1, low: -0.2, high: -0.05 } },
    }),
  ],
  corrections: 50,
  basis: basisOf(['c1']),
});

it('is of no corrections before anything was taught', async () => {
  const { store } = await open();
  expect(await store.current()).toEqual({
    ...{ version: 0, createdAtMs: 0, lessons: [], corrections: 0 },
    basis: basisOf([]),
  });
});

it('gives back the last lessons to the last digit, and keeps a few before them', async () => {
  const { database, store } = await open();
  for (let number = 1; number <= 9; number += 1) await store.replace(taught(number / 30), number);
  expect(await store.current()).toEqual({ version: 9, createdAtMs: 9, ...taught(9 / 30) });
  const rows = await database.query.selectFrom('models').selectAll().where('kind', '=', 'lessons').execute();
  expect(rows.map(({ version, active }) => [version, active]).sort()).toEqual([
    [4, 0],
    [5, 0],
    [6, 0],
    [7, 0],
    [8, 0],
    [9, 1],
  ]);
});

it('says so when it cannot be read', async () => {
  const { database, store } = await open();
  await store.replace(taught(0.1), 1);
  await database.transaction((write) =>
    write
      .updateTable('models')
      .set({ payload: new Uint8Array([1, 2]) })
      .execute(),
  );
  await expect(store.current()).rejects.toMatchObject({ code: 'DATA_CORRUPT' });
});
