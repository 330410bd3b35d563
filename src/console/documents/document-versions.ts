import { html, type TemplateResult } from 'lit';
import type { DocumentHistory } from '../../domain/desk/documents.ts';
import { dataTable } from '../components/data-table.ts';
import { sayDate } from '../say-time.ts';

export type Version = DocumentHistory['versions'][number];

/** What a document was, and the way back. */
export const documentVersions = (
  versions: readonly Version[],
  options: {
    readonly inForce: number | undefined;
    readonly mayChange: boolean;
    readonly onPutBack: (version: number) => void;
  },
): TemplateResult =>
  dataTable<Version>({
    caption: 'What it was',
    rows: versions,
    key: ({ version }) => String(version),
    empty: 'It was never changed',
    columns: [
      { heading: 'Version', cell: ({ version }) => html`${version}` },
      { heading: 'When', cell: ({ at }) => sayDate(at) },
      { heading: 'Who', cell: ({ author }) => author ?? 'an import' },
      {
        heading: 'What',
        cell: ({ title, passages }) =>
          title === undefined
            ? 'removed'
            : html`<span dir="auto">${title}</span>, ${passages === 1 ? '1 passage' : `${passages} passages`}`,
      },
      {
        heading: 'Undo',
        cell: ({ version, title }) => {
          if (title === undefined) return '';
          if (version === options.inForce) return html`<span class="tag good">answers now</span>`;
          return html`<button class="button small" type="button" ?disabled=${!options.mayChange} @click=${() => options.onPutBack(version)}>
            Put version ${version} back
          </button>`;
        },
      },
    ],
  });
