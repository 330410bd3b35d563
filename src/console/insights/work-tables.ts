import { html, type TemplateResult } from 'lit';
import type { DeskReport, Tally } from '../../domain/desk/report.ts';
import { dataTable } from '../components/data-table.ts';
import { sayDuration } from '../say-time.ts';
import { choiceOf, type FigureName, figureAddress, tableAddress } from './report-address.ts';
import { sayCount, sayMilliseconds, sayNumber, sayShare } from './say-figure.ts';
import { csvLink, tallyTable } from './tally-table.ts';

interface Row {
  readonly name: string;
  readonly value: string;
  readonly figure?: FigureName;
  /** What it counts. */
  readonly note: string;
}

/** Why persons were asked for, how it was, what it cost and what failed. */
export function workTables(report: DeskReport): TemplateResult {
  return html`
    ${tallyTable(report, {
      ...{ heading: 'Why a person was asked for', of: 'Why', name: 'handoffs' },
      ...{ rows: report.persons.askedFor, empty: 'Nobody asked for a person' },
      say: ({ value = '' }) => value,
    })}
    ${tallyTable(report, {
      ...{ heading: 'How it was', of: 'Answer', name: 'satisfaction' },
      ...{ rows: report.satisfaction.scores, empty: 'Nobody was asked, or answered' },
      say: ({ value = '' }) => `${value} of 5`,
    })}
    ${tallyTable(report, {
      ...{ heading: 'What failed', of: 'Part and reason', name: 'degraded' },
      hint: 'A part of the shop that did not answer; the assistant went on without it.',
      ...{ rows: report.speed.degraded, empty: 'Nothing failed' },
    })}
    ${numbersTable(report)}
  `;
}

function numbersTable(report: DeskReport): TemplateResult {
  const choice = choiceOf(report);
  return html`<section class="report-part wide whole">
    <div class="report-head">
      <h3>Work, speed and cost</h3>
      ${csvLink(tableAddress(choice, 'summary'), 'all numbers')}
    </div>
    ${dataTable<Row>({
      ...{
        caption: 'Work, speed and cost',
        isCaptionUnseen: true,
        rows: rowsOf(report),
        key: ({ name }) => name,
      },
      columns: [
        {
          heading: 'What',
          cell: ({ name, note }) => html`${name}<span class="hint row-note">${note}</span>`,
        },
        {
          heading: 'How much',
          isNumber: true,
          cell: ({ value, figure }) =>
            figure === undefined ? value : html`<a href=${figureAddress(choice, figure)}>${value}</a>`,
        },
      ],
    })}
  </section>`;
}

function rowsOf({ persons, speed, spending, complaints, corrections, messages, before }: DeskReport): Row[] {
  const counted = (name: string, tally: Tally, note: string): Row => ({
    ...{ name, value: sayCount(tally.conversations), figure: tally, note },
  });
  const { low, mid, high } = spending.wattHours;
  const { p95Ms } = speed;
  return [
    counted(
      'Taken over by a person',
      persons.joined,
      'Conversations in which somebody took over in these days.',
    ),
    counted(
      'Nobody came',
      persons.unanswered,
      'A person was asked for in these days, and nobody took over since.',
    ),
    {
      ...{ name: 'Messages answered by persons', value: sayShare(persons.messageShare) },
      note: 'Of all messages of shoppers, those that came while a person answered.',
    },
    {
      name: 'Waited for a person, 95 % at most',
      value: persons.waitMs === undefined ? '–' : sayDuration(persons.waitMs.p95),
      note: 'From asking until somebody took over; where nobody came, no time is counted.',
    },
    counted('Complaints', complaints, 'Conversations in which something was complained of.'),
    counted(
      'Lists corrected by agents',
      corrections.made,
      'Conversations in which a list was changed; lists learn from it.',
    ),
    {
      ...{ name: 'Corrections taken back', value: sayCount(corrections.undone) },
      note: 'Of those that were made in these days.',
    },
    counted(
      p95Ms === undefined ? 'Slow answers' : `Answers of ${sayMilliseconds(p95Ms)} and more`,
      speed.slow,
      'Conversations with an answer that was slower than 95 of 100.',
    ),
    {
      ...{ name: 'Tokens of language models', value: sayCount(spending.inputTokens + spending.outputTokens) },
      note: `${sayCount(spending.inputTokens)} read, ${sayCount(spending.outputTokens)} written.`,
    },
    {
      ...{ name: 'Cost of language models', value: sayMicros(spending.costMicros) },
      note: `In the currency that prices of models are configured in.${before === undefined ? '' : ` Before: ${sayMicros(before.costMicros)}.`}`,
    },
    {
      name: 'Cost of 1,000 messages',
      value: messages === 0 ? '–' : sayMicros((spending.costMicros / messages) * 1_000),
      note: 'The same, of a thousand messages of shoppers.',
    },
    {
      name: 'Energy of language models',
      value: `${sayNumber(low)} to ${sayNumber(high)} Wh`,
      note: `An estimate, ${sayNumber(mid)} Wh in the middle. What this server itself uses is not in it.`,
    },
  ];
}

const sayMicros = (micros: number): string => (micros / 1e6).toFixed(2);
