import { html, nothing } from 'lit';
import type { Column } from '../components/data-table.ts';

/** The way back to a version; of the one that stands, that it does. */
export const putBackColumn = <Row extends { readonly version: number }>(options: {
  readonly standing: number | undefined;
  /** Of the version that stands: "in force". */
  readonly standingWords: string;
  readonly mayChange: boolean;
  readonly onPutBack: (version: number) => void;
}): Column<Row> => ({
  heading: 'Undo',
  cell: ({ version }) =>
    version === options.standing
      ? html`<span class="tag good">${options.standingWords}</span>`
      : !options.mayChange
        ? nothing
        : html`<button
          class="button small"
          type="button"
          @click=${() => options.onPutBack(version)}
        >
          Put version ${version} back
        </button>`,
});
