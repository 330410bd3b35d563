import type { DeskReport, Tally } from '../../domain/desk/report.ts';
import type { Query } from '../../ports/database.ts';
import { shareOf } from './intervals.ts';
import { quantileOf } from './quantile.ts';
import { inPieces, lineIn, type Place, type ReportRange } from './report-range.ts';

/** Of 5. */
const SATISFIED = 4;

export type Persons = Omit<DeskReport['persons'], 'askedFor' | 'messageShare'>;

interface Step {
  readonly conversationId: string;
  readonly kind: string;
  readonly createdAtMs: number;
}

/** Who was asked for, who came, and how long that took. @param turns In the range, of all places. */
export async function countPersons(query: Query, range: ReportRange, turns: number): Promise<Persons> {
  const joined = new Set<string>();
  const unanswered = new Set<string>();
  const waits: number[] = [];
  for await (const { fromMs, untilMs } of inPieces(range, turns)) {
    const steps = await placedEntries(query, range.place)
      .where('entries.createdAtMs', '>=', fromMs)
      .where('entries.createdAtMs', '<', untilMs)
      .where('entries.kind', 'in', ['asked', 'joined'])
      .execute();
    for (const { conversationId, kind } of steps) if (kind === 'joined') joined.add(conversationId);
    const asked = new Set(
      steps.flatMap(({ kind, conversationId }) => (kind === 'asked' ? [conversationId] : [])),
    );
    if (asked.size === 0) continue;
    const whole = await placedEntries(query, range.place)
      .where('entries.conversationId', 'in', [...asked])
      .where('entries.kind', 'in', ['asked', 'joined'])
      .orderBy('entries.number')
      .execute();
    for (const [conversationId, story] of Map.groupBy(whole, (step) => step.conversationId)) {
      const { waited, isOpen } = waitsOf(story, { fromMs, untilMs });
      waits.push(...waited);
      if (isOpen) unanswered.add(conversationId);
    }
  }
  const times = Float64Array.from(waits).sort();
  return {
    joined: { metric: 'joined', conversations: joined.size },
    unanswered: { metric: 'unanswered', conversations: unanswered.size },
    ...(times.length === 0
      ? {}
      : { waitMs: { median: quantileOf(times, 0.5), p95: quantileOf(times, 0.95) } }),
  };
}

/** From each asking within a span until the person who came next. */
function waitsOf(story: readonly Step[], span: { readonly fromMs: number; readonly untilMs: number }) {
  const waited: number[] = [];
  let askedAtMs: number | undefined;
  for (const { kind, createdAtMs } of story) {
    const atMs = Number(createdAtMs);
    if (kind === 'asked') askedAtMs = atMs >= span.fromMs && atMs < span.untilMs ? atMs : undefined;
    else if (askedAtMs !== undefined) {
      waited.push(atMs - askedAtMs);
      askedAtMs = undefined;
    }
  }
  return { waited, isOpen: askedAtMs !== undefined };
}

const placedEntries = (query: Query, place: Place) =>
  query
    .selectFrom('entries')
    .innerJoin('queueLines as line', 'line.conversationId', 'entries.conversationId')
    .select(['entries.conversationId', 'entries.kind', 'entries.createdAtMs'])
    .where((by) => by.and(lineIn(place)));

/** What shoppers said of it, asked within the range. */
export async function countSatisfaction(
  query: Query,
  { fromMs, untilMs, place }: ReportRange,
): Promise<DeskReport['satisfaction']> {
  const rows = await query
    .selectFrom('satisfactions')
    .innerJoin('queueLines as line', 'line.conversationId', 'satisfactions.conversationId')
    .select('satisfactions.score')
    .select(({ fn }) => fn.countAll().as('conversations'))
    .where('satisfactions.askedAtMs', '>=', fromMs)
    .where('satisfactions.askedAtMs', '<', untilMs)
    .where((by) => by.and(lineIn(place)))
    .groupBy('satisfactions.score')
    .execute();
  const scores = rows.flatMap(({ score, conversations }): (Tally & { readonly score: number })[] =>
    score === null
      ? []
      : [{ metric: 'satisfaction', value: String(score), conversations: Number(conversations), score }],
  );
  const sum = (of: (row: (typeof scores)[number]) => number) =>
    scores.reduce((total, row) => total + of(row), 0);
  const answered = sum(({ conversations }) => conversations);
  return {
    asked: rows.reduce((total, { conversations }) => total + Number(conversations), 0),
    answered,
    ...(answered === 0
      ? {}
      : {
          mean: sum(({ score, conversations }) => score * conversations) / answered,
          satisfiedShare: shareOf(
            sum(({ score, conversations }) => (score >= SATISFIED ? conversations : 0)),
            answered,
          ),
        }),
    scores: scores.sort((left, right) => right.score - left.score).map(({ score: _, ...tally }) => tally),
  };
}

/** Lists that agents corrected, and what was taken back of that since. */
export async function countCorrections(
  query: Query,
  { fromMs, untilMs, place }: ReportRange,
): Promise<DeskReport['corrections']> {
  const { made, undone } = await query
    .selectFrom('corrections')
    .innerJoin('queueLines as line', 'line.conversationId', 'corrections.conversationId')
    .select(({ fn }) => [
      fn.count('corrections.conversationId').distinct().as('made'),
      fn.count('corrections.undoneAtMs').as('undone'),
    ])
    .where('corrections.createdAtMs', '>=', fromMs)
    .where('corrections.createdAtMs', '<', untilMs)
    .where((by) => by.and(lineIn(place)))
    .executeTakeFirstOrThrow();
  return { made: { metric: 'corrected', conversations: Number(made) }, undone: Number(undone) };
}
