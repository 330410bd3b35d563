import type { AliasedExpression, ExpressionBuilder } from 'kysely';
import type { ReportMetric, ReportScope } from '../../domain/desk/report.ts';
import type { Query } from '../../ports/database.ts';
import type { Tables } from '../../ports/database-tables.ts';
import { formatCursor, parseCursor } from '../queue-cursor.ts';
import { isAlone } from './count-traffic.ts';
import { KINDS, spellingsOf } from './count-unmet.ts';
import type { SaidWords } from './fold-words.ts';
import { lineIn, openRange, type ReportRange } from './report-range.ts';

/**
 * Of which figure of a report the conversations are asked for; absent is what the figure itself leaves out. A figure that has both and is
 * asked for without is all of its kind: `relaxed` whatever was given up, `handoff` whyever.
 */
export interface FigureAsked {
  readonly metric: ReportMetric;
  readonly attribute?: string;
  readonly value?: string;
}

export interface FoundConversations {
  /** Newest first. */
  readonly conversationIds: readonly string[];
  readonly next?: string;
}

/**
 * The conversations that a figure of a report counts.
 *
 * @param page.after `next` of the page before.
 * @throws {AssistantError} INVALID_ARGUMENT as `openRange`, and when `after` is no such thing.
 */
export async function findConversations(
  query: Query,
  scope: ReportScope,
  figure: FigureAsked,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<FoundConversations> {
  const last = after === undefined ? undefined : parseCursor(after);
  const range = openRange(scope);
  const { attribute = '', value = '' } = figure;
  const spellings = figure.metric === 'unknown' ? await spellingsOf(query, range, { attribute, value }) : [];
  const found = counted(query, range, figure, spellings);
  const rows = await query
    .selectFrom(found)
    .select(['found.conversationId', 'found.atMs'])
    .where(({ and, or, eb }) =>
      last === undefined
        ? and([])
        : or([
            eb('found.atMs', '<', last.atMs),
            and([eb('found.atMs', '=', last.atMs), eb('found.conversationId', '<', last.conversationId)]),
          ]),
    )
    .orderBy('found.atMs', 'desc')
    .orderBy('found.conversationId', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const end = page.at(-1);
  return {
    conversationIds: page.map(({ conversationId }) => conversationId),
    ...(rows.length > limit && end !== undefined
      ? { next: formatCursor({ atMs: Number(end.atMs), conversationId: end.conversationId }) }
      : {}),
  };
}

type Found = AliasedExpression<{ readonly conversationId: string; readonly atMs: number }, 'found'>;

/** Each conversation once, with the moment for which it counts. */
function counted(
  query: Query,
  range: ReportRange,
  { metric, attribute, value }: FigureAsked,
  spellings: readonly SaidWords[],
): Found {
  const { fromMs, untilMs, place } = range;
  const turns = query
    .selectFrom('turnFacts')
    .where('turnFacts.atMs', '>=', fromMs)
    .where('turnFacts.atMs', '<', untilMs)
    .where((by) => by.and(place));
  const begun = turns.where('turnFacts.number', '=', 1).select(['conversationId', 'atMs']);
  const steps = query
    .selectFrom('entries')
    .innerJoin('queueLines as line', 'line.conversationId', 'entries.conversationId')
    .where('entries.createdAtMs', '>=', fromMs)
    .where('entries.createdAtMs', '<', untilMs)
    .where((by) => by.and(lineIn(place)))
    .groupBy('entries.conversationId')
    .select(['entries.conversationId', ({ fn }) => fn.max('entries.createdAtMs').as('atMs')]);
  const marks = query
    .selectFrom('conversationMarks')
    .where('atMs', '>=', fromMs)
    .where('atMs', '<', untilMs)
    .where((by) => by.and(place))
    .groupBy('conversationId')
    .select(['conversationId', ({ fn }) => fn.max('atMs').as('atMs')]);
  switch (metric) {
    case 'conversations':
      return begun.as('found');
    case 'without-person':
      return begun.where(isAlone).as('found');
    case 'slow':
      return turns
        .where('totalMs', '>=', Number(value ?? 0))
        .where('repliedBy', '!=', 'person')
        .groupBy('conversationId')
        .select(['conversationId', ({ fn }) => fn.max('atMs').as('atMs')])
        .as('found');
    case 'joined':
      return steps.where('entries.kind', '=', 'joined').as('found');
    case 'unanswered':
      return steps
        .where('entries.kind', '=', 'asked')
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('entries as later')
                .select('later.number')
                .whereRef('later.conversationId', '=', 'entries.conversationId')
                .whereRef('later.number', '>', 'entries.number')
                .where('later.kind', 'in', ['asked', 'joined']),
            ),
          ),
        )
        .as('found');
    case 'not-found':
      return marks.where(isNotFound).as('found');
    case 'unknown':
      return marks
        .where('kind', '=', metric)
        .where(({ and, or }) => or(spellings.map((spelling) => and(spelling))))
        .as('found');
    case 'satisfaction':
      return query
        .selectFrom('satisfactions')
        .innerJoin('queueLines as line', 'line.conversationId', 'satisfactions.conversationId')
        .where('askedAtMs', '>=', fromMs)
        .where('askedAtMs', '<', untilMs)
        .where('score', '=', Number(value ?? 0))
        .where((by) => by.and(lineIn(place)))
        .select(['satisfactions.conversationId', 'askedAtMs as atMs'])
        .as('found');
    case 'corrected':
      return query
        .selectFrom('corrections')
        .innerJoin('queueLines as line', 'line.conversationId', 'corrections.conversationId')
        .where('createdAtMs', '>=', fromMs)
        .where('createdAtMs', '<', untilMs)
        .where((by) => by.and(lineIn(place)))
        .groupBy('line.conversationId')
        .select(['line.conversationId', ({ fn }) => fn.max('createdAtMs').as('atMs')])
        .as('found');
    default:
      return marks
        .where('kind', '=', metric)
        .where(({ and }) => and(namedBy(metric, attribute, value)))
        .as('found');
  }
}

/** Which marks of its kind a figure counts; all of them where it may be asked for as a whole. */
function namedBy(metric: ReportMetric, attribute = '', value = ''): Partial<SaidWords> {
  const isWhole = (metric === 'relaxed' && attribute === '') || (metric === 'handoff' && value === '');
  return isWhole ? {} : { attribute, value };
}

/** Nothing fitted, or there is no such thing. */
const isNotFound = ({ or, and, eb }: ExpressionBuilder<Tables, 'conversationMarks'>) =>
  or([eb('kind', '=', 'nothing'), and([eb('kind', '=', 'unknown'), eb('attribute', 'in', KINDS)])]);
