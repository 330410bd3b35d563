import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { findConversations } from '../../src/desk/reports/find-conversations.ts';
import { makeReport } from '../../src/desk/reports/make-report.ts';
import type { ReportScope, Tally } from '../../src/domain/desk/report.ts';
import { type ReportedTalk, writeReported } from './reported-talks.ts';
import { temporaryDirectory } from './temporary-directory.ts';

export const MORNING_MS = Date.parse('2026-11-23T08:30:00Z');
const THE_DAY: ReportScope = { from: '2026-11-23', to: '2026-11-23', timeZone: 'UTC' };

/** Reports of conversations that were held on 23 November 2026. */
export async function openReports(
  talks: readonly Partial<ReportedTalk>[] = [],
  nowMs = Date.parse('2026-12-01T00:00:00Z'),
) {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  for (const [index, talk] of talks.entries())
    await writeReported(database, {
      ...{ conversationId: `c-${index}`, turns: [{}], atMs: MORNING_MS + index },
      ...talk,
    });
  const report = (scope: Partial<ReportScope> = {}) =>
    makeReport(database.query, { ...THE_DAY, ...scope }, { most: 100, nowMs });
  const found = async (figure: Tally, scope: Partial<ReportScope> = {}) => {
    const { conversations: _, ...asked } = figure;
    const page = await findConversations(database.query, { ...THE_DAY, ...scope }, asked, { limit: 100 });
    return page.conversationIds.toSorted();
  };
  return { database, report, found };
}
