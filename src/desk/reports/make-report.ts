import type { DeskReport, ReportScope } from '../../domain/desk/report.ts';
import type { Query } from '../../ports/database.ts';
import { compareShoppers } from './compare-shoppers.ts';
import { COMPLAINT, countBefore, shareWithoutPerson } from './count-headline.ts';
import { type CountedMarks, countMarks } from './count-marks.ts';
import { countCorrections, countPersons, countSatisfaction } from './count-persons.ts';
import { countTraffic } from './count-traffic.ts';
import { countUnmet } from './count-unmet.ts';
import { countTurns, openRange, unfinishedDay } from './report-range.ts';

/**
 * Counts what happened in conversations. Reads in short pieces, between which others run.
 *
 * @param options.most Lines of each list.
 * @throws {AssistantError} INVALID_ARGUMENT as `openRange`.
 */
export async function makeReport(
  query: Query,
  scope: ReportScope,
  { most, nowMs }: { readonly most: number; readonly nowMs: number },
): Promise<DeskReport> {
  const range = openRange(scope);
  const turns = await countTurns(query, range);
  const { speed, personShare, ...traffic } = await countTraffic(query, range, turns);
  const share = shareWithoutPerson(traffic.conversations.conversations, traffic.withoutPerson.conversations);
  const marks = await countMarks(query, range, turns);
  const counted = (kind: Parameters<CountedMarks['get']>[0]) => (marks.get(kind) ?? []).slice(0, most);
  const complaints = (marks.get('subject') ?? []).find(({ value }) => value === COMPLAINT);
  const { nothing, relaxed, unknown, notFound, givenUp } = await countUnmet(query, range, turns);
  const before = await countBefore(query, range, share, nowMs);
  const unfinishedFrom = unfinishedDay(range, nowMs);
  return {
    ...scope,
    countedAt: new Date(nowMs).toISOString(),
    ...(unfinishedFrom === undefined ? {} : { unfinishedFrom }),
    ...(before === undefined ? {} : { before }),
    ...traffic,
    ...share,
    wanted: { kinds: counted('kind'), wishes: counted('wish'), subjects: counted('subject') },
    notFound: {
      all: { metric: 'not-found', conversations: notFound },
      nothing: nothing.slice(0, most),
      givenUp: { metric: 'relaxed', conversations: givenUp },
      relaxed: relaxed.slice(0, most),
      unknown: { ...unknown, told: unknown.told.slice(0, most) },
    },
    shoppers: await compareShoppers(query, range, turns),
    speed: { ...speed, degraded: counted('degraded') },
    persons: {
      ...(await countPersons(query, range, turns)),
      askedFor: counted('handoff'),
      messageShare: personShare,
    },
    satisfaction: await countSatisfaction(query, range),
    complaints: { metric: 'subject', value: COMPLAINT, conversations: complaints?.conversations ?? 0 },
    corrections: await countCorrections(query, range),
  };
}
