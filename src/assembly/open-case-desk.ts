import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createCatalogueStore } from '../catalog/catalogue-store.ts';
import { type CaseDesk, createCaseDesk } from '../chat/desk/case-desk.ts';
import type { RehearsalRooms } from '../chat/desk/cases/rehearse.ts';
import { createPreviewDesk, type PreviewDesk } from '../chat/desk/preview-desk.ts';
import { createPublishGate, type PublishGate } from '../chat/desk/publish-gate.ts';
import type { SearchTally } from '../chat/desk/search-tally.ts';
import { withShopTexts } from '../chat/read-shop-texts.ts';
import { createReplayDesk } from '../chat/trace-replay.ts';
import { createTraceStore } from '../chat/trace-store.ts';
import type { Settings } from '../config/config.ts';
import { createCaseBook } from '../desk/case-book.ts';
import { createAuditLog } from '../desk/identity/audit-log.ts';
import type { Library } from '../knowledge/library.ts';
import type { CommerceBackend } from '../ports/commerce-backend.ts';
import type { Database } from '../ports/database.ts';
import { createRankerStore } from '../ranking/learned/ranker-store.ts';
import type { TriedSynonyms } from '../retrieval/tried-synonyms.ts';
import type { Parser } from '../understanding/parser.ts';
import { openLibraryInWorker } from './library-in-worker.ts';
import { embeddedCommerce } from './open-commerce.ts';
import { packageVersion } from './package-version.ts';

export interface CaseDeskOptions {
  readonly database: Database;
  readonly settings: Settings;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly synonyms: TriedSynonyms;
  readonly tally: SearchTally;
  /** Without the shop's texts. */
  readonly parser: Parser;
  readonly rooms: Omit<RehearsalRooms, 'commerce' | 'nowMs' | 'newId'>;
}

/** Longest time for the cases of one publication. */
const GATE_LIMIT_MS = 25_000;
/** Longest time for one preview. */
const PREVIEW_LIMIT_MS = 20_000;

/** Frozen conversations, and the gate that plays them before something is published. */
export function openCaseDesk(options: CaseDeskOptions): {
  readonly cases: CaseDesk;
  readonly gate: PublishGate;
  readonly previews: PreviewDesk;
} {
  const { database, settings, clock, newId, synonyms, tally, parser, rooms } = options;
  const audit = createAuditLog(database);
  const book = openCaseBook(database, clock, newId);
  const wouldBe = {
    shop: rooms.shop,
    replier: rooms.replier,
    parsers: rooms.parsers,
    synonyms,
    rankers: createRankerStore(database),
    openLibrary: openLibraryInWorker,
    parserKnowing: (library: () => Library | undefined) => withShopTexts(parser, library),
  };
  const gate = createPublishGate({
    ...wouldBe,
    ...{ audit, clock, cases: book },
    rooms: { ...rooms, newId },
    openBaskets: () => openBaskets({ settings, database, clock }),
    limitMs: GATE_LIMIT_MS,
  });
  const traces = createTraceStore(database, { keptDays: settings.LIMIT_TRACE_DAYS });
  const cases = createCaseDesk({
    ...{ book, gate, database, audit, clock, newId },
    rooms: () => ({ database, traces, vocabulary: rooms.shop().vocabulary }),
  });
  const code = packageVersion();
  const versions = () => ({ code });
  const replays = createReplayDesk({ ...rooms, database, traces: { store: traces, versions } });
  const trial = { ...wouldBe, database, replays, tally, clock, limitMs: PREVIEW_LIMIT_MS };
  return { cases, gate, previews: createPreviewDesk(trial) };
}

/** The cases of a shop that is not open: for a command. */
export const openCaseBook = (database: Database, clock: () => number, newId: () => string = randomUUID) =>
  createCaseBook({ database, audit: createAuditLog(database), clock, newId });

/** Baskets in a database of their own, gone with `close`; what is sold is what the shop sells. */
async function openBaskets({
  settings,
  database,
  clock,
}: Pick<CaseDeskOptions, 'settings' | 'database' | 'clock'>): Promise<CommerceBackend> {
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-rehearsal-'));
  const baskets = await openSqliteDatabase({ directory });
  const commerce = embeddedCommerce({
    settings,
    database: baskets,
    store: createCatalogueStore(database),
    clock,
  });
  return {
    ...commerce,
    async close() {
      await baskets.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
