import { html, nothing, type TemplateResult } from 'lit';
import type {
  DocumentDraft,
  DocumentHistory,
  DocumentList,
  ListedDocument,
} from '../../domain/desk/documents.ts';
import { dataTable } from '../components/data-table.ts';
import { DeskElement } from '../desk-element.ts';
import '../documents/document-editor.ts';
import { addressOf, documentPage, NEW, ROOT } from '../documents/document-address.ts';
import { Fetched } from '../fetched.ts';
import type { DeskContext } from '../page.ts';
import { sayDate } from '../say-time.ts';
import { draftList } from '../settings/draft-list.ts';
import { draftsOf, type KeptDrafts } from '../settings/kept-drafts.ts';
import { Publication } from '../settings/publication.ts';

const ORIGINS: Readonly<Record<ListedDocument['origin'], string>> = {
  demo: 'demo shop',
  import: 'import',
  desk: 'desk',
};

export const page = (context: DeskContext): TemplateResult => {
  const { documentId } = context.place.params;
  return documentId === undefined
    ? html`<desk-documents .context=${context}></desk-documents>`
    : html`<desk-document .context=${context} .documentId=${documentId}></desk-document>`;
};

/** What questions about the shop are answered from. */
class DeskDocuments extends DeskElement {
  static override properties = { context: { attribute: false } };
  declare context: DeskContext;
  #drafts: KeptDrafts<DocumentDraft> | undefined;
  readonly #list = new Fetched<DocumentList>(this, () => this.context.desk.get(ROOT));
  readonly #publication = new Publication(this, () => this.context);

  override connectedCallback(): void {
    this.#drafts = draftsOf<DocumentDraft>(this.context, 'documents');
    super.connectedCallback();
  }

  async #putBack(documentId: string): Promise<void> {
    const history = await this.context.desk.get<DocumentHistory>(addressOf(documentId, 'history'));
    if (history.kind === 'refused') {
      this.context.tell(history.problem.detail, 'failed');
      return;
    }
    const last = history.value.versions.find(({ title }) => title !== undefined);
    await this.#publication.publish({
      ...{ method: 'POST', path: addressOf(documentId, 'roll-back'), body: { version: last?.version } },
      onDone: async () => {
        await this.#list.reload();
        this.context.tell(`${documentId} is put back.`);
      },
    });
  }

  protected override render(): TemplateResult {
    const mayChange = this.context.may('settings-change');
    return html`<div class="page">
      <div class="page-head">
        <h1>Texts of the shop</h1>
        ${mayChange ? html`<a class="button main" href=${documentPage(NEW)}>Write a document</a>` : nothing}
      </div>
      <p class="quiet">Questions about terms, delivery and care are answered from these texts, and only from them.</p>
      ${mayChange ? this.#waiting() : nothing} ${this.#publication.draw(() => void this.#list.reload())}
      ${this.#list.draw(
        ({ documents, removed }) => html`${this.#standing(documents)}
        ${removed.length === 0 ? nothing : this.#removed(removed, mayChange)}`,
      )}
    </div>`;
  }

  #waiting() {
    return draftList({
      drafts: (this.#drafts?.names() ?? []).map((name) => ({
        name,
        title: this.#drafts?.get(name)?.value.title ?? (name === NEW ? 'A new document' : name),
      })),
      onOpen: (name) => this.context.go(documentPage(name)),
      onDiscard: (name) => {
        this.#drafts?.drop(name);
        this.requestUpdate();
      },
    });
  }

  #standing(documents: readonly ListedDocument[]): TemplateResult {
    return dataTable<ListedDocument>({
      caption: 'Documents that questions are answered from',
      isCaptionUnseen: true,
      rows: documents,
      key: ({ documentId }) => documentId,
      empty: 'There is no document yet: what is asked about terms and delivery goes to a person',
      columns: [
        {
          heading: 'Document',
          cell: ({ documentId, title }) =>
            html`<a href=${documentPage(documentId)} dir="auto">${title}</a> <span class="hint document-id">${documentId}</span>`,
        },
        { heading: 'From', cell: ({ origin }) => html`<span class="tag">${ORIGINS[origin]}</span>` },
        { heading: 'Language', cell: ({ language }) => language },
        { heading: 'Market', cell: ({ market }) => market ?? 'all' },
        { heading: 'About', cell: ({ productId }) => productId ?? 'the shop' },
        { heading: 'Passages', isNumber: true, cell: ({ passages }) => html`${passages}` },
        { heading: 'Written', cell: ({ updatedAt }) => sayDate(updatedAt) },
        {
          heading: 'Changed by',
          cell: ({ author, version }) => author ?? (version === 0 ? '' : 'an import'),
        },
      ],
    });
  }

  #removed(removed: DocumentList['removed'], mayChange: boolean): TemplateResult {
    return html`<h2>Removed</h2>
      ${dataTable<DocumentList['removed'][number]>({
        caption: 'Documents that were removed',
        isCaptionUnseen: true,
        rows: removed,
        key: ({ documentId }) => documentId,
        columns: [
          { heading: 'Document', cell: ({ title }) => html`<span dir="auto">${title}</span>` },
          { heading: 'When', cell: ({ at }) => sayDate(at) },
          { heading: 'Who', cell: ({ author }) => author ?? 'an import' },
          {
            heading: 'Undo',
            cell: ({ documentId, title }) => html`<button
              class="button small"
              type="button"
              ?disabled=${!mayChange}
              @click=${() => void this.#putBack(documentId)}
            >
              Put ${title} back
            </button>`,
          },
        ],
      })}`;
  }
}
customElements.define('desk-documents', DeskDocuments);
