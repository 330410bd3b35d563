import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { emptyState } from './states.ts';

export interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => unknown;
  /** Numbers stand at the end of their cell, digit below digit. */
  readonly isNumber?: boolean;
}

/** A table that may be scrolled sideways by keyboard, too. The first column names the row. */
export function dataTable<Row>(table: {
  /** Said by screen readers, and shown unless `isCaptionUnseen`. */
  readonly caption: string;
  readonly isCaptionUnseen?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly key: (row: Row) => string;
  /** On a phone each row is a card of its own, with all that can be done to it in sight. */
  readonly isStacked?: boolean;
  /** In the place of rows when there are none. */
  readonly empty?: string;
}): TemplateResult {
  const { caption, columns, rows, key } = table;
  // Boxes of another kind are no table to a screen reader any more, unless they say so.
  const role = (name: string) => (table.isStacked === true ? name : nothing);
  if (rows.length === 0) return emptyState(table.empty ?? 'Nothing here');
  return html`<div class="table-frame" role="region" aria-label=${caption} tabindex="0">
    <table class=${table.isStacked === true ? 'table stacked' : 'table'} role=${role('table')}>
      <caption class=${table.isCaptionUnseen === true ? 'unseen' : nothing}>${caption}</caption>
      <thead role=${role('rowgroup')}>
        <tr role=${role('row')}>
          ${columns.map(
            ({ heading, isNumber }) =>
              html`<th scope="col" role=${role('columnheader')} class=${isNumber === true ? 'number' : nothing}>${heading}</th>`,
          )}
        </tr>
      </thead>
      <tbody role=${role('rowgroup')}>
        ${repeat(
          rows,
          key,
          (row) => html`<tr role=${role('row')}>
            ${columns.map(({ heading, cell, isNumber }, index) => {
              const kind = isNumber === true ? 'number' : nothing;
              return index === 0
                ? html`<th scope="row" role=${role('rowheader')} class=${kind}>${cell(row)}</th>`
                : html`<td role=${role('cell')} class=${kind} data-heading=${heading}>${cell(row)}</td>`;
            })}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
