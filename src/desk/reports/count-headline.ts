import type { CommandType } from '../../domain/command.ts';
import type { DeskReport, Headline, HeadlineBefore } from '../../domain/desk/report.ts';
import type { Query } from '../../ports/database.ts';
import { countPersons, countSatisfaction } from './count-persons.ts';
import { countTraffic } from './count-traffic.ts';
import { countUnmet } from './count-unmet.ts';
import { differenceOf, shareOf } from './intervals.ts';
import { countTurns, type ReportRange, rangeBefore } from './report-range.ts';

export const COMPLAINT: CommandType = 'complaint';

/**
 * The figures of as many days just before; undefined where nothing was counted yet when they began.
 *
 * @param share Of the range itself, without a person.
 */
export async function countBefore(
  query: Query,
  range: ReportRange,
  { withoutPersonShare: share }: Pick<DeskReport, 'withoutPersonShare'>,
  nowMs: number,
): Promise<HeadlineBefore | undefined> {
  const before = rangeBefore(range, nowMs);
  const [from, to] = [before.days.at(0), before.days.at(-1)];
  if (from === undefined || to === undefined || (await isBeforeAll(query, before))) return undefined;
  const headline = await countHeadline(query, before);
  const { withoutPersonShare: shareBefore } = headline;
  return {
    ...{ from, to },
    ...headline,
    ...(share !== undefined && shareBefore !== undefined
      ? { withoutPersonDifference: differenceOf(share, shareBefore) }
      : {}),
  };
}

async function isBeforeAll(query: Query, { fromMs }: ReportRange): Promise<boolean> {
  const earlier = await query
    .selectFrom('turnFacts')
    .select('atMs')
    .where('atMs', '<', fromMs)
    .limit(1)
    .executeTakeFirst();
  return earlier === undefined;
}

async function countHeadline(query: Query, range: ReportRange): Promise<Headline> {
  const turns = await countTurns(query, range);
  const { conversations, messages, withoutPerson, speed, spending } = await countTraffic(query, range, turns);
  const { notFound } = await countUnmet(query, range, turns);
  const { waitMs } = await countPersons(query, range, turns);
  const { mean } = await countSatisfaction(query, range);
  const { p50Ms } = speed;
  return {
    conversations: conversations.conversations,
    messages,
    ...shareWithoutPerson(conversations.conversations, withoutPerson.conversations),
    notFound,
    ...(p50Ms === undefined ? {} : { p50Ms }),
    ...(waitMs === undefined ? {} : { waitMedianMs: waitMs.median }),
    ...(mean === undefined ? {} : { satisfactionMean: mean }),
    complaints: await countComplaints(query, range),
    costMicros: spending.costMicros,
  };
}

/** Nothing where there was no conversation. */
export const shareWithoutPerson = (
  conversations: number,
  alone: number,
): Pick<Headline, 'withoutPersonShare'> =>
  conversations === 0 ? {} : { withoutPersonShare: shareOf(alone, conversations) };

async function countComplaints(query: Query, { fromMs, untilMs, place }: ReportRange): Promise<number> {
  const { conversations } = await query
    .selectFrom('conversationMarks')
    .select(({ fn }) => fn.countAll().as('conversations'))
    .where('kind', '=', 'subject')
    .where('attribute', '=', '')
    .where('value', '=', COMPLAINT)
    .where('atMs', '>=', fromMs)
    .where('atMs', '<', untilMs)
    .where((by) => by.and(place))
    .executeTakeFirstOrThrow();
  return Number(conversations);
}
