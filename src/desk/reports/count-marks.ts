import type { Tally } from '../../domain/desk/report.ts';
import type { Query } from '../../ports/database.ts';
import type { MarkKind } from '../../ports/report-tables.ts';
import { inPieces, type ReportRange, type Span } from './report-range.ts';

const COUNTED = ['kind', 'wish', 'subject', 'degraded', 'handoff'] as const satisfies readonly MarkKind[];
type CountedKind = (typeof COUNTED)[number];

/** By kind, most conversations first. */
export type CountedMarks = ReadonlyMap<CountedKind, readonly Tally[]>;

interface CountedMark {
  readonly attribute: string;
  readonly value: string;
  conversations: number;
}

/** What conversations were about; what they did not find is `countUnmet`'s. @param turns In the range, of all places. */
export async function countMarks(query: Query, range: ReportRange, turns: number): Promise<CountedMarks> {
  const kinds = new Map(COUNTED.map((kind) => [kind, new Map<string, CountedMark>()]));
  for await (const piece of inPieces(range, turns))
    for (const { kind, attribute, value, conversations } of await marksIn(query, range, piece)) {
      const marks = kinds.get(kind as CountedKind);
      if (marks === undefined) continue;
      const key = JSON.stringify([attribute, value]);
      const mark = marks.get(key) ?? { attribute, value, conversations: 0 };
      marks.set(key, mark);
      mark.conversations += Number(conversations);
    }
  return new Map(
    [...kinds].map(([kind, marks]) => [kind, [...marks.values()].map(toTally(kind)).sort(byCount)]),
  );
}

/** Of all kinds: by time alone the index of time is read, and not that of kinds once for each piece. */
const marksIn = (query: Query, { place }: ReportRange, { fromMs, untilMs }: Span) =>
  query
    .selectFrom('conversationMarks')
    .select(['kind', 'attribute', 'value'])
    .select(({ fn }) => fn.countAll().as('conversations'))
    .where('atMs', '>=', fromMs)
    .where('atMs', '<', untilMs)
    .where((by) => by.and(place))
    .groupBy(['kind', 'attribute', 'value'])
    .execute();

const toTally =
  (metric: CountedKind) =>
  ({ attribute, value, conversations }: CountedMark): Tally => ({
    metric,
    ...(attribute === '' ? {} : { attribute }),
    ...(value === '' ? {} : { value }),
    conversations,
  });

const byCount = (left: Tally, right: Tally): number =>
  right.conversations - left.conversations || (nameOf(left) < nameOf(right) ? -1 : 1);

const nameOf = ({ attribute = '', value = '' }: Tally): string => `${attribute} ${value}`;
