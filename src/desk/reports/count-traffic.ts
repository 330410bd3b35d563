import type { ExpressionBuilder } from 'kysely';
import type { DeskReport } from '../../domain/desk/report.ts';
import type { Query } from '../../ports/database.ts';
import type { Tables } from '../../ports/database-tables.ts';
import { quantileOf } from './quantile.ts';
import { inPieces, type ReportRange, type Span } from './report-range.ts';

export type Traffic = Pick<
  DeskReport,
  'conversations' | 'withoutPerson' | 'messages' | 'days' | 'hours' | 'spending'
> & {
  readonly speed: Omit<DeskReport['speed'], 'degraded'>;
  /** In [0, 1]. */
  readonly personShare: number;
};

const QUARTER_MS = 900_000;
/** What a person did in a conversation, or was to do. */
const BY_PERSONS = ['asked', 'joined', 'said', 'approved', 'corrected'] as const;

/** Conversations and messages by day and hour, what they cost and how long they took. @param turns In the range, of all places. */
export async function countTraffic(query: Query, range: ReportRange, turns: number): Promise<Traffic> {
  const clockAt = clocksByQuarter(range);
  const days = new Map(range.days.map((day) => [day, { day, conversations: 0, messages: 0 }]));
  const hours = Array.from({ length: 24 }, () => 0);
  const spending = { inputTokens: 0, outputTokens: 0, costMicros: 0 };
  const wattHours = { low: 0, mid: 0, high: 0 };
  const answers: { readonly conversationId: string; readonly totalMs: number }[] = [];
  let [messages, byPersons, begun, alone] = [0, 0, 0, 0];

  for await (const piece of inPieces(range, turns)) {
    for (const row of await factsIn(query, range, piece)) {
      const { day, hour } = clockAt(Number(row.atMs));
      const tally = days.get(day);
      messages += 1;
      hours[hour] = (hours[hour] ?? 0) + 1;
      if (tally !== undefined) tally.messages += 1;
      if (row.number === 1) {
        begun += 1;
        if (tally !== undefined) tally.conversations += 1;
      }
      if (row.repliedBy === 'person') byPersons += 1;
      else answers.push({ conversationId: row.conversationId, totalMs: row.totalMs });
      spending.inputTokens += row.inputTokens;
      spending.outputTokens += row.outputTokens;
      spending.costMicros += Number(row.costMicros);
      wattHours.low += row.wattHoursLow;
      wattHours.mid += row.wattHoursMid;
      wattHours.high += row.wattHoursHigh;
    }
    alone += await countAlone(query, range, piece);
  }
  return {
    conversations: { metric: 'conversations', conversations: begun },
    withoutPerson: { metric: 'without-person', conversations: alone },
    messages,
    days: [...days.values()],
    hours,
    spending: { ...spending, wattHours },
    speed: speedOf(answers),
    personShare: messages === 0 ? 0 : byPersons / messages,
  };
}

function speedOf(
  answers: readonly { readonly conversationId: string; readonly totalMs: number }[],
): Traffic['speed'] {
  if (answers.length === 0) return { slow: { metric: 'slow', conversations: 0 } };
  const times = Float64Array.from(answers, ({ totalMs }) => totalMs).sort();
  const [p50Ms, p95Ms] = [quantileOf(times, 0.5), quantileOf(times, 0.95)];
  const slow = answers.filter(({ totalMs }) => totalMs >= p95Ms);
  const conversations = new Set(slow.map(({ conversationId }) => conversationId)).size;
  return { p50Ms, p95Ms, slow: { metric: 'slow', value: String(p95Ms), conversations } };
}

const factsIn = (query: Query, { place }: ReportRange, { fromMs, untilMs }: Span) =>
  query
    .selectFrom('turnFacts')
    .select(['conversationId', 'number', 'repliedBy', 'totalMs', 'inputTokens', 'outputTokens', 'costMicros'])
    .select(['wattHoursLow', 'wattHoursMid', 'wattHoursHigh', 'atMs'])
    .where('atMs', '>=', fromMs)
    .where('atMs', '<', untilMs)
    .where((by) => by.and(place))
    .execute();

async function countAlone(query: Query, { place }: ReportRange, { fromMs, untilMs }: Span): Promise<number> {
  const { alone } = await query
    .selectFrom('turnFacts')
    .select(({ fn }) => fn.countAll().as('alone'))
    .where('atMs', '>=', fromMs)
    .where('atMs', '<', untilMs)
    .where('number', '=', 1)
    .where((by) => by.and(place))
    .where(isAlone)
    .executeTakeFirstOrThrow();
  return Number(alone);
}

/** No person was asked for or did anything in the conversation of a turn. */
export const isAlone = ({ not, exists, selectFrom }: ExpressionBuilder<Tables, 'turnFacts'>) =>
  not(
    exists(
      selectFrom('entries')
        .select('entries.number')
        .whereRef('entries.conversationId', '=', 'turnFacts.conversationId')
        .where('entries.kind', 'in', BY_PERSONS),
    ),
  );

/** No clock of the world changes within a quarter of an hour of UTC. */
function clocksByQuarter({ clocks }: ReportRange) {
  const known = new Map<number, { readonly day: string; readonly hour: number }>();
  return (atMs: number) => {
    const quarter = Math.floor(atMs / QUARTER_MS);
    const time = known.get(quarter) ?? clocks.at(quarter * QUARTER_MS);
    known.set(quarter, time);
    return time;
  };
}
