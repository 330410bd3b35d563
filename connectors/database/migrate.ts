import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { Tables } from '../../src/ports/database-tables.ts';
import { first } from './migrations/2026-11-22-first.ts';
import { synonyms } from './migrations/2026-11-23-synonyms.ts';
import { productKeys } from './migrations/2026-11-24-product-keys.ts';
import { impressions } from './migrations/2026-11-25-impressions.ts';
import { weights } from './migrations/2026-11-26-weights.ts';
import { rules } from './migrations/2026-11-27-rules.ts';
import { choices } from './migrations/2026-11-28-choices.ts';
import { modelUsage } from './migrations/2026-11-29-model-usage.ts';
import { commerce } from './migrations/2026-11-30-commerce.ts';
import { documents } from './migrations/2026-12-01-documents.ts';
import { traces } from './migrations/2026-12-02-traces.ts';
import { shopifyCarts } from './migrations/2026-12-03-shopify-carts.ts';
import { desk } from './migrations/2026-12-05-desk.ts';
import { agents } from './migrations/2026-12-06-agents.ts';
import { passkeys } from './migrations/2026-12-07-passkeys.ts';
import { deskWork } from './migrations/2026-12-08-desk-work.ts';
import { queue } from './migrations/2026-12-09-queue.ts';
import { reports } from './migrations/2026-12-11-reports.ts';
import { impressionScopes } from './migrations/2026-12-12-impression-scopes.ts';
import { cases } from './migrations/2026-12-13-cases.ts';
import { translations } from './migrations/2026-12-14-translations.ts';
import { entryLists } from './migrations/2026-12-15-entry-lists.ts';
import { searches } from './migrations/2026-12-16-searches.ts';
import { translatedTexts } from './migrations/2026-12-17-translated-texts.ts';

/** By name, in order. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '2026-11-22-first': first,
  '2026-11-23-synonyms': synonyms,
  '2026-11-24-product-keys': productKeys,
  '2026-11-25-impressions': impressions,
  '2026-11-26-weights': weights,
  '2026-11-27-rules': rules,
  '2026-11-28-choices': choices,
  '2026-11-29-model-usage': modelUsage,
  '2026-11-30-commerce': commerce,
  '2026-12-01-documents': documents,
  '2026-12-02-traces': traces,
  '2026-12-03-shopify-carts': shopifyCarts,
  '2026-12-05-desk': desk,
  '2026-12-06-agents': agents,
  '2026-12-07-passkeys': passkeys,
  '2026-12-08-desk-work': deskWork,
  '2026-12-09-queue': queue,
  '2026-12-11-reports': reports,
  '2026-12-12-impression-scopes': impressionScopes,
  '2026-12-13-cases': cases,
  '2026-12-14-translations': translations,
  '2026-12-15-entry-lists': entryLists,
  '2026-12-16-searches': searches,
  '2026-12-17-translated-texts': translatedTexts,
};

export const NEWEST_SCHEMA = Object.keys(MIGRATIONS).at(-1) ?? '';

/**
 * Brings the schema up to date in one transaction: an interrupted migration leaves the old schema.
 *
 * @throws {AssistantError} DATABASE_FAILED when a step fails; DATA_CORRUPT when the data is from a newer release.
 */
export async function migrate(kysely: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db: kysely, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find((result) => result.status === 'Error')?.migrationName;
  if (failed === undefined && String(error).includes('missing')) {
    throw new AssistantError(
      'DATA_CORRUPT',
      'The data was written by a newer release of Floorwalker; use that release, or another --data directory',
      {
        cause: error,
      },
    );
  }
  throw new AssistantError(
    'DATABASE_FAILED',
    `The schema could not be brought up to date${failed === undefined ? '' : ` (step ${failed})`}`,
    {
      cause: error,
    },
  );
}
