import { html, nothing, type TemplateResult } from 'lit';
import type { DeskReport, ReportTable, Tally } from '../../domain/desk/report.ts';
import { dataTable } from '../components/data-table.ts';
import { choiceOf, figureAddress, tableAddress } from './report-address.ts';
import { sayCount, sayTally } from './say-figure.ts';

/** A list of counts, each leading to its conversations, to be taken away as a file. */
export function tallyTable(
  report: DeskReport,
  table: {
    readonly heading: string;
    readonly hint?: string;
    readonly rows: readonly Tally[];
    readonly name: ReportTable;
    /** What the first column is called. */
    readonly of: string;
    readonly empty: string;
    readonly say?: (tally: Tally) => string;
  },
): TemplateResult {
  const choice = choiceOf(report);
  const { heading, hint, rows, name, say = sayTally } = table;
  return html`<section class="report-part">
    <div class="report-head">
      <h3>${heading}</h3>
      ${csvLink(tableAddress(choice, name), heading)}
    </div>
    ${hint === undefined ? nothing : html`<p class="hint">${hint}</p>`}
    ${rows.length === 0 ? html`<p class="nothing">${table.empty}</p>` : nothing}
    ${
      rows.length === 0
        ? nothing
        : dataTable<Tally>({
            ...{ caption: heading, isCaptionUnseen: true, rows },
            key: ({ attribute = '', value = '' }) => `${attribute} ${value}`,
            columns: [
              { heading: table.of, cell: (row) => say(row) },
              {
                heading: 'Conversations',
                isNumber: true,
                cell: (row) => html`<a href=${figureAddress(choice, row)}>${sayCount(row.conversations)}</a>`,
              },
            ],
          })
    }
  </section>`;
}

/** A file; the desk itself does not open it. */
export const csvLink = (address: string, of: string): TemplateResult =>
  html`<a class="button plain small" href=${address} download
    >CSV<span class="unseen"> of ${of}</span></a
  >`;
