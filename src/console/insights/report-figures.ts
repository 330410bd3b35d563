import { html, type TemplateResult } from 'lit';
import type { DeskReport } from '../../domain/desk/report.ts';
import { dataTable } from '../components/data-table.ts';
import { type DrawPlot, plotFigure } from '../components/plot-figure.ts';
import { choiceOf, figureAddress, tableAddress } from './report-address.ts';
import { sayCount, sayDay } from './say-figure.ts';
import { csvLink } from './tally-table.ts';

/** Of one report: the same functions as long as it is shown. */
export interface ReportPlots {
  readonly days: DrawPlot;
  readonly hours: DrawPlot;
}

interface Hour {
  readonly hour: number;
  readonly messages: number;
}

/** What happened when, drawn, and as tables. */
export function reportFigures(report: DeskReport, plots: ReportPlots): TemplateResult {
  const choice = choiceOf(report);
  return html`<div class="report-plots">
    <div class="card">
      ${plotFigure({
        heading: 'Conversations and messages by day',
        plot: plots.days,
        table: html`${csvLink(tableAddress(choice, 'days'), 'days')}
        ${dataTable<DeskReport['days'][number]>({
          ...{ caption: 'By day', isCaptionUnseen: true, rows: report.days, key: ({ day }) => day },
          columns: [
            {
              heading: 'Day',
              cell: ({ day }) => (day === report.unfinishedFrom ? `${sayDay(day)}, not over` : sayDay(day)),
            },
            {
              heading: 'Conversations',
              isNumber: true,
              cell: ({ day, conversations }) =>
                html`<a href=${figureAddress({ ...choice, from: day, to: day }, { metric: 'conversations' })}
                  >${sayCount(conversations)}</a
                >`,
            },
            { heading: 'Messages', isNumber: true, cell: ({ messages }) => sayCount(messages) },
          ],
        })}`,
      })}
    </div>
    <div class="card">
      ${plotFigure({
        heading: `Messages by hour of the day, in ${report.timeZone}`,
        plot: plots.hours,
        table: html`${csvLink(tableAddress(choice, 'hours'), 'hours')}
        ${dataTable<Hour>({
          ...{ caption: 'By hour', isCaptionUnseen: true, key: ({ hour }) => String(hour) },
          rows: report.hours.map((messages, hour) => ({ hour, messages })),
          columns: [
            { heading: 'Hour', cell: ({ hour }) => `${hour}:00` },
            { heading: 'Messages', isNumber: true, cell: ({ messages }) => sayCount(messages) },
          ],
        })}`,
      })}
    </div>
  </div>`;
}
