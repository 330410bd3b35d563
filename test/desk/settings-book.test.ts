import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createAuditLog } from '../../src/desk/identity/audit-log.ts';
import { openSettingsBook } from '../../src/desk/settings-book.ts';
import { DEFAULT_SETTINGS, SETTING_KINDS, SETTING_SCHEMAS } from '../../src/domain/desk/setting-kinds.ts';
import type { ReviewSettings } from '../../src/domain/desk/settings.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const ADA = { agentId: 'a-1', firstName: 'Ada' };
const BEN = { agentId: 'a-2', firstName: 'Ben' };
const held = (holdSeconds: number): ReviewSettings => ({ rules: [], holdSeconds, afterwards: 'keep' });

async function openBook() {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  const audit = createAuditLog(database);
  let nowMs = Date.parse('2026-11-23T10:00:00Z');
  const open = () => openSettingsBook({ database, audit, clock: () => nowMs });
  return { database, audit, open, book: await open(), wait: (ms: number) => (nowMs += ms) };
}

describe('what is set', () => {
  it('is what the shop ships until somebody sets something, and then in force at once', async () => {
    const { book } = await openBook();
    expect(book.inForce('review')).toEqual({ kind: 'review', version: 0, value: DEFAULT_SETTINGS.review });
    const heard: string[] = [];
    book.listen((kind) => heard.push(kind));
    const kept = await book.write('review', held(60), { by: ADA });
    expect(kept).toMatchObject({ version: 1, value: held(60), by: ADA, at: '2026-11-23T10:00:00.000Z' });
    expect(book.inForce('review')).toEqual(kept);
    expect(await book.current('review')).toEqual(kept);
    expect(heard).toEqual(['review']);
  });

  it('is refused on a version that is not in force any more, and the same again changes nothing', async () => {
    const { book, audit } = await openBook();
    await book.write('review', held(60), { by: ADA, expectedVersion: 0 });
    const late = book.write('review', held(90), { by: BEN, expectedVersion: 0 });
    await expect(late).rejects.toMatchObject({ code: 'PRECONDITION_FAILED', details: { version: 1 } });
    const again = await book.write('review', held(60), { by: BEN, expectedVersion: 1 });
    expect(again).toMatchObject({ version: 1, by: ADA });
    expect(await audit.read(0, 10)).toMatchObject([
      { actor: 'a-1', action: 'setting.change', subject: 'review', details: { version: '1' } },
    ]);
  });

  it('lets one of two win who change the same version at the same time', async () => {
    const { book } = await openBook();
    const both = await Promise.allSettled([
      book.write('review', held(60), { by: ADA, expectedVersion: 0 }),
      book.write('review', held(90), { by: BEN, expectedVersion: 0 }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await book.history('review')).map(({ version }) => version)).toEqual([1, 0]);
  });

  it('goes back to any version as a new one, and to how it was shipped', async () => {
    const { book, audit } = await openBook();
    await book.write('review', held(60), { by: ADA });
    await book.write('review', held(90), { by: ADA });
    expect(await book.rollBack('review', 1, BEN)).toMatchObject({ version: 3, value: held(60), by: BEN });
    expect(await book.rollBack('review', 0, BEN)).toMatchObject({
      version: 4,
      value: DEFAULT_SETTINGS.review,
    });
    await expect(book.rollBack('review', 9, BEN)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await audit.read(0, 10)).at(-1)).toMatchObject({ details: { version: '4', putBack: '0' } });
  });

  it('is heard of by another process within a second, when it asks', async () => {
    const { book, open, wait } = await openBook();
    const other = await open();
    await book.write('review', held(60), { by: ADA });
    expect(other.inForce('review').version).toBe(0);
    const heard = new Promise((resolve) => other.listen(resolve));
    wait(1_000);
    other.inForce('review');
    expect(await heard).toBe('review');
    expect(other.inForce('review').value).toEqual(held(60));
    expect((await open()).inForce('review').version).toBe(1);
  });

  it('is said to be broken where what is kept is no setting', async () => {
    const { book, database } = await openBook();
    await database.transaction(async (write) => {
      const row = { kind: 'review', version: 1, value: '{"rules":7}', ...ADA, createdAtMs: 0 };
      await write.insertInto('deskSettings').values(row).execute();
    });
    await expect(book.current('review')).rejects.toMatchObject({ code: 'DATA_CORRUPT' });
  });

  it('ends as the last of any sequence of writes and returns, with every step in its history', async () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({ holdSeconds: fc.integer({ min: 30, max: 3_600 }) }),
        fc.record({ back: fc.integer({ min: 0, max: 5 }) }),
      ),
      { maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const { book } = await openBook();
        const values: ReviewSettings[] = [DEFAULT_SETTINGS.review];
        for (const step of all) {
          const value = 'back' in step ? values[step.back] : held(step.holdSeconds);
          if ('back' in step) await book.rollBack('review', step.back, ADA).catch(() => undefined);
          else await book.write('review', held(step.holdSeconds), { by: ADA });
          if (value !== undefined && JSON.stringify(value) !== JSON.stringify(values.at(-1)))
            values.push(value);
        }
        expect((await book.history('review')).map(({ value }) => value)).toEqual(values.toReversed());
      }),
      { numRuns: 15 },
    );
  });
});

describe('kinds of settings', () => {
  it('are shipped as their own schemas take them', () => {
    for (const kind of SETTING_KINDS)
      expect(SETTING_SCHEMAS[kind].parse(DEFAULT_SETTINGS[kind])).toEqual(DEFAULT_SETTINGS[kind]);
  });

  it('refuse what nobody could mean', () => {
    const rule = { mode: 'review', market: 'DE' };
    const open = { timeZone: 'Europe/Berlin', closedOn: [] };
    const week = (day: object[]) => [day, ...Array.from({ length: 6 }, () => [])];
    const macro = { macroId: 'hello', title: 'Hello', texts: { en: 'Hello' } };
    const wrong = [
      ['review', { rules: [rule, rule], holdSeconds: 60, afterwards: 'keep' }],
      ['review', { rules: [{ mode: 'watch', belowConfidence: 0.5 }], holdSeconds: 60, afterwards: 'keep' }],
      ['review', { rules: [], holdSeconds: 29, afterwards: 'keep' }],
      ['office-hours', { ...open, timeZone: 'Mars/Olympus', week: week([]) }],
      ['office-hours', { ...open, week: week([{ from: '17:00', to: '09:00' }]) }],
      [
        'office-hours',
        {
          ...open,
          week: week([
            { from: '09:00', to: '13:00' },
            { from: '12:00', to: '17:00' },
          ]),
        },
      ],
      ['office-hours', { ...open, week: week([]), closedOn: ['2026-02-30'] }],
      ['macros', { macros: [macro, macro] }],
      ['macros', { macros: [{ ...macro, texts: {} }] }],
      ['macros', { macros: [{ ...macro, title: 'turned \u202e around' }] }],
      ['house-rules', { tone: 'loud', formality: {}, sentences: [] }],
      ['house-rules', { tone: 'brief', formality: { Germany: 'formal' }, sentences: [] }],
      ['house-rules', { tone: 'brief', formality: {}, sentences: ['x'.repeat(201)] }],
      ['consent-texts', { texts: { de: { question: 'Darf ich?' } } }],
    ] as const;
    for (const [kind, value] of wrong)
      expect(SETTING_SCHEMAS[kind].safeParse(value).success, JSON.stringify(value)).toBe(false);
  });

  it('take what a shop sets', () => {
    const week = [[{ from: '09:00', to: '17:30' }], [], [], [], [], [], [{ from: '00:00', to: '24:00' }]];
    expect(
      SETTING_SCHEMAS['office-hours'].parse({
        timeZone: 'Europe/Berlin',
        week,
        closedOn: ['2028-02-29'],
      }).week,
    ).toEqual(week);
    expect(
      SETTING_SCHEMAS['house-rules'].parse({ tone: 'brief', formality: { NL: 'familiar' }, sentences: [] }),
    ).toMatchObject({ formality: { NL: 'familiar', default: 'formal' } });
    expect(
      SETTING_SCHEMAS.macros.parse({
        macros: [{ macroId: 'hello', title: 'Hello', texts: { en: 'Hello\nagain' } }],
      }),
    ).toBeTruthy();
  });
});
