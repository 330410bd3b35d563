import type { DeskReport, ReportTable, ShopperGroup, Tally, UnmetWish } from '../../domain/desk/report.ts';
import type { Cell } from './csv.ts';

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

type ToTable = (report: DeskReport) => Table;

const WISH_COLUMNS = ['attribute', 'value', 'conversations'];

const tallies = (of: (report: DeskReport) => readonly Tally[]): ToTable => {
  return (report) => ({
    columns: WISH_COLUMNS,
    rows: of(report).map(({ attribute, value, conversations }) => [attribute, value, conversations]),
  });
};

/** One row for each currency that budgets were named in. */
const unmet = (of: (report: DeskReport) => readonly UnmetWish[]): ToTable => {
  return (report) => ({
    columns: [...WISH_COLUMNS, 'people', 'alsoSaid', 'currency', 'conversationsWithBudget', 'budgetsMinor'],
    rows: of(report).flatMap(({ attribute, value, conversations, people, alsoSaid = [], budgets }) => {
      const wish = [attribute, value, conversations, people, alsoSaid.join(', ')];
      return budgets.length === 0
        ? [wish]
        : budgets.map((budget) => [...wish, budget.currency, budget.conversations, budget.amountMinor]);
    }),
  });
};

/** Every part of a report as a table. */
export const TO_TABLE: Readonly<Record<ReportTable, ToTable>> = {
  summary: (report) => ({ columns: ['figure', 'value'], rows: summaryOf(report) }),
  days: ({ days }) => ({
    columns: ['day', 'conversations', 'messages'],
    rows: days.map(({ day, conversations, messages }) => [day, conversations, messages]),
  }),
  hours: ({ hours }) => ({
    columns: ['hour', 'messages'],
    rows: hours.map((messages, hour) => [hour, messages]),
  }),
  kinds: tallies(({ wanted }) => wanted.kinds),
  wishes: tallies(({ wanted }) => wanted.wishes),
  subjects: tallies(({ wanted }) => wanted.subjects),
  nothing: unmet(({ notFound }) => notFound.nothing),
  relaxed: unmet(({ notFound }) => notFound.relaxed),
  unknown: unmet(({ notFound }) => notFound.unknown.told),
  degraded: tallies(({ speed }) => speed.degraded),
  handoffs: tallies(({ persons }) => persons.askedFor),
  satisfaction: tallies(({ satisfaction }) => satisfaction.scores),
  shoppers: ({ shoppers }) => ({
    columns: [
      'group',
      'people',
      'buyers',
      'conversion',
      'low',
      'high',
      'currency',
      'spentMinor',
      'low',
      'high',
    ],
    rows:
      shoppers.kind === 'too-few'
        ? []
        : [...groupRows('chatting', shoppers.chatting), ...groupRows('others', shoppers.others)],
  }),
};

function groupRows(name: string, { people, buyers, conversion, spent }: ShopperGroup): Cell[][] {
  const row = [name, people, buyers, conversion.value, conversion.low, conversion.high];
  return spent.length === 0
    ? [row]
    : spent.map(({ currency, value, low, high }) => [...row, currency, value, low, high]);
}

function summaryOf(report: DeskReport): Cell[][] {
  const { spending, speed, persons, satisfaction, complaints, corrections } = report;
  return [
    ['from', report.from],
    ['to', report.to],
    ['timeZone', report.timeZone],
    ['countedAt', report.countedAt],
    ['unfinishedFrom', report.unfinishedFrom],
    ['conversations', report.conversations.conversations],
    ['withoutPerson', report.withoutPerson.conversations],
    ['withoutPersonShareLow', report.withoutPersonShare?.low],
    ['withoutPersonShareHigh', report.withoutPersonShare?.high],
    ['notFound', report.notFound.all.conversations],
    ['givenUp', report.notFound.givenUp.conversations],
    ['messages', report.messages],
    ['inputTokens', spending.inputTokens],
    ['outputTokens', spending.outputTokens],
    ['costMicros', spending.costMicros],
    ['wattHoursLow', spending.wattHours.low],
    ['wattHoursMid', spending.wattHours.mid],
    ['wattHoursHigh', spending.wattHours.high],
    ['p50Ms', speed.p50Ms],
    ['p95Ms', speed.p95Ms],
    ['joined', persons.joined.conversations],
    ['unanswered', persons.unanswered.conversations],
    ['waitMedianMs', persons.waitMs?.median],
    ['waitP95Ms', persons.waitMs?.p95],
    ['messageShareOfPersons', persons.messageShare],
    ['satisfactionAsked', satisfaction.asked],
    ['satisfactionAnswered', satisfaction.answered],
    ['satisfactionMean', satisfaction.mean],
    ['satisfiedShare', satisfaction.satisfiedShare?.value],
    ['satisfiedShareLow', satisfaction.satisfiedShare?.low],
    ['satisfiedShareHigh', satisfaction.satisfiedShare?.high],
    ['complaints', complaints.conversations],
    ['corrected', corrections.made.conversations],
    ['correctionsUndone', corrections.undone],
    ...beforeRows(report.before),
  ];
}

/** Nothing where there is nothing to lay beside it. */
const beforeRows = (before: DeskReport['before']): Cell[][] =>
  before === undefined
    ? []
    : [
        ['beforeFrom', before.from],
        ['beforeTo', before.to],
        ['conversationsBefore', before.conversations],
        ['messagesBefore', before.messages],
        ['withoutPersonShareBefore', before.withoutPersonShare?.value],
        ['notFoundBefore', before.notFound],
        ['p50MsBefore', before.p50Ms],
        ['waitMedianMsBefore', before.waitMedianMs],
        ['satisfactionMeanBefore', before.satisfactionMean],
        ['complaintsBefore', before.complaints],
        ['costMicrosBefore', before.costMicros],
      ];
