import { describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../src/ports/database.ts';

const market = (country: string) => ({ country, currency: 'EUR', languages: '["de"]', origin: 'import' });

/** What every database driver promises. */
export function describeDatabase(name: string, open: () => Promise<Database>): void {
  describe(`database: ${name}`, () => {
    const opened = async () => {
      const database = await open();
      onTestFinished(() => database.close());
      return database;
    };
    const countries = async (database: Database) =>
      (await database.query.selectFrom('markets').select('country').orderBy('country').execute()).map(
        (row) => row.country,
      );

    it('is at the newest schema after opening', async () => {
      const { present, newest } = await (await opened()).schemaVersion();
      expect(present).toBe(newest);
    });

    it('shows to readers what a transaction wrote, once it resolved', async () => {
      const database = await opened();
      await database.transaction(async (query) => {
        await query.insertInto('markets').values(market('DE')).execute();
        expect(await countries(database)).toEqual([]);
      });
      expect(await countries(database)).toEqual(['DE']);
    });

    it('leaves nothing of a transaction that threw', async () => {
      const database = await opened();
      const failing = database.transaction(async (query) => {
        await query.insertInto('markets').values(market('DE')).execute();
        throw new RangeError('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect(await countries(database)).toEqual([]);
    });

    it('serialises transactions: none sees or undoes half of another', async () => {
      const database = await opened();
      const work = Array.from({ length: 20 }, (_, index) =>
        database
          .transaction(async (query) => {
            await query
              .insertInto('markets')
              .values(market(`A${String.fromCharCode(65 + index)}`))
              .execute();
            await new Promise((resolve) => setImmediate(resolve));
            if (index % 3 === 0) throw new RangeError('rolled back');
          })
          .catch(() => undefined),
      );
      await Promise.all(work);
      expect(await countries(database)).toHaveLength(13);
    });

    it('keeps what a transaction wrote that does not wait for the disk, and nothing of one that threw', async () => {
      const database = await opened();
      const write = (country: string, fails: boolean) =>
        database
          .transaction(
            async (query) => {
              await query.insertInto('markets').values(market(country)).execute();
              if (fails) throw new RangeError('rolled back');
            },
            { survives: 'kill' },
          )
          .catch(() => undefined);
      await Promise.all([write('AT', false), write('BE', true), write('CH', false)]);
      expect(await countries(database)).toEqual(['AT', 'CH']);
    });

    it('refuses to write outside a transaction, and a broken constraint, by code', async () => {
      const database = await opened();
      const outside = database.query.insertInto('markets').values(market('DE')).execute();
      await expect(outside).rejects.toMatchObject({ code: 'DATABASE_FAILED' });
      const twice = database.transaction(async (query) => {
        await query
          .insertInto('markets')
          .values([market('DE'), market('DE')])
          .execute();
      });
      await expect(twice).rejects.toMatchObject({ code: 'DATABASE_FAILED' });
      expect(await countries(database)).toEqual([]);
    });

    it('keeps bytes and large integers as they are', async () => {
      const database = await opened();
      const payload = Uint8Array.from({ length: 300 }, (_, index) => index % 256);
      const createdAtMs = 1_795_000_000_123;
      await database.transaction(async (query) => {
        await query
          .insertInto('models')
          .values({ kind: 'neighbours', version: 1, createdAtMs, active: 1, quality: '{}', payload })
          .execute();
      });
      const row = await database.query.selectFrom('models').selectAll().executeTakeFirstOrThrow();
      expect(Uint8Array.from(row.payload)).toEqual(payload);
      expect(row.createdAtMs).toBe(createdAtMs);
    });
  });
}
