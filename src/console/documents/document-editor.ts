import { html, nothing, type TemplateResult } from 'lit';
import type { DocumentDraft, DocumentHistory, DocumentView, ReadDraft } from '../../domain/desk/documents.ts';
import { dataTable } from '../components/data-table.ts';
import { errorState, loadingState } from '../components/states.ts';
import { DeskElement } from '../desk-element.ts';
import type { DeskContext } from '../page.ts';
import type { Problem } from '../problem.ts';
import { sayDate } from '../say-time.ts';
import { Publication } from '../settings/publication.ts';
import { Trial } from '../settings/trial.ts';
import { addressOf, documentPage, idOf, NEW, ROOT } from './document-address.ts';
import { documentFields, passageList } from './document-form.ts';

type Version = DocumentHistory['versions'][number];

const EMPTY: DocumentDraft = { format: 'markdown', text: '' };
/** After the last key. */
const READ_AFTER_MS = 400;

/** One document: its text, how it is read, and what it was. */
class DeskDocument extends DeskElement {
  static override properties = { context: { attribute: false }, documentId: { attribute: false } };
  declare context: DeskContext;
  declare documentId: string;
  #openId: string | undefined;
  /** Undefined: a new one, or not read yet. */
  #standing: DocumentView | undefined;
  #draft: DocumentDraft = EMPTY;
  #isChanged = false;
  #read: ReadDraft | undefined;
  #history: readonly Version[] = [];
  #historyAsked = 0;
  #unread: Problem | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #publication = new Publication(this, () => this.context);
  readonly #trial = new Trial(this, () => this.context);

  protected override willUpdate(): void {
    if (this.#openId === this.documentId) return;
    this.#openId = this.documentId;
    this.#standing = undefined;
    [this.#draft, this.#isChanged, this.#read, this.#history] = [EMPTY, false, undefined, []];
    this.#unread = undefined;
    this.#publication.clear();
    this.#trial.clear();
    if (this.documentId !== NEW) void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  async #load(): Promise<void> {
    const { documentId } = this;
    const answer = await this.context.desk.get<DocumentView>(addressOf(documentId));
    if (documentId !== this.documentId) return;
    if (answer.kind === 'ok') this.#show(answer.value);
    else this.#unread = answer.problem;
    this.requestUpdate();
    await this.#readHistory();
  }

  #show(document: DocumentView): void {
    const { format, text, title, language, market, productId, url } = document;
    this.#standing = document;
    this.#draft = { format, text, title, language, market, productId, url };
    this.#isChanged = false;
    this.#unread = undefined;
    this.#trial.clear();
    this.#read = { kind: 'accepted', title, language, passages: document.passages };
  }

  async #readHistory(): Promise<void> {
    this.#historyAsked += 1;
    const own = this.#historyAsked;
    const { documentId } = this;
    const answer = await this.context.desk.get<DocumentHistory>(addressOf(documentId, 'history'));
    if (answer.kind === 'refused' || own !== this.#historyAsked || documentId !== this.documentId) return;
    this.#history = answer.value.versions;
    this.requestUpdate();
  }

  #change(draft: DocumentDraft): void {
    this.#draft = draft;
    this.#isChanged = true;
    this.#publication.clear();
    this.#trial.clear();
    clearTimeout(this.#timer);
    if (draft.text.trim() !== '') this.#timer = setTimeout(() => void this.#readDraft(draft), READ_AFTER_MS);
  }

  async #readDraft(draft: DocumentDraft): Promise<void> {
    const answer = await this.context.desk.send<ReadDraft>('POST', `${ROOT}/passages`, draft);
    if (draft !== this.#draft || answer.kind === 'refused') return;
    this.#read = answer.value;
    this.requestUpdate();
  }

  get #address(): string | undefined {
    return this.documentId === NEW ? idOf(this.#draft.title ?? '') : this.documentId;
  }

  /** What is written on while it is under way stays, as a change of what answers then; who went elsewhere stays there. */
  #put(change: { readonly method: 'PUT' | 'POST'; readonly path: string; readonly body: unknown }): void {
    const [from, draft] = [this.documentId, this.#draft];
    void this.#publication.publish<DocumentView>({
      ...change,
      version: this.#standing?.version ?? 0,
      onDone: async (document) => {
        if (this.#isAt(from)) await this.#take(document, draft);
        this.context.tell(`${document.title}: version ${document.version} answers from now on.`);
      },
    });
  }

  #isAt(documentId: string): boolean {
    return this.isConnected && this.documentId === documentId;
  }

  async #take(document: DocumentView, sent: DocumentDraft): Promise<void> {
    const { documentId } = document;
    if (sent === this.#draft) this.#show(document);
    else this.#standing = document;
    if (documentId !== this.documentId) {
      this.documentId = documentId;
      this.#openId = documentId;
      this.context.go(documentPage(documentId), { replace: true });
    }
    this.requestUpdate();
    await this.#readHistory();
  }

  #publish(): void {
    const documentId = this.#address;
    if (documentId !== undefined)
      this.#put({ method: 'PUT', path: addressOf(documentId), body: this.#draft });
  }

  #putBack(version: number): void {
    this.#put({ method: 'POST', path: addressOf(this.documentId, 'roll-back'), body: { version } });
  }

  #remove({ version, title }: DocumentView): void {
    const { documentId } = this;
    void this.#publication.publish({
      ...{ method: 'DELETE', path: addressOf(documentId), version },
      onDone: () => {
        if (this.#isAt(documentId)) this.context.go('/desk/documents');
        this.context.tell(`${title} is removed. It can be put back.`);
      },
    });
  }

  #try(draft: DocumentDraft | null): void {
    void this.#trial.run('document', { documentId: this.#address, draft });
  }

  /** The text stays; what it is held against is what stands by now. */
  async #readAnew(): Promise<void> {
    const { documentId } = this;
    const answer = await this.context.desk.get<DocumentView>(addressOf(documentId));
    if (documentId !== this.documentId) return;
    if (answer.kind === 'ok') this.#standing = answer.value;
    else this.#unread = answer.problem;
    this.requestUpdate();
    await this.#readHistory();
  }

  protected override render(): TemplateResult {
    const isNew = this.documentId === NEW;
    return html`<div class="page">
      <p><a href="/desk/documents">All texts</a></p>
      <h1 dir="auto">${isNew ? 'New document' : (this.#standing?.title ?? 'Document')}</h1>
      ${this.#unread !== undefined ? errorState(this.#unread, () => void this.#load()) : isNew || this.#standing !== undefined ? this.#editor(isNew) : loadingState()}
    </div>`;
  }

  #editor(isNew: boolean): TemplateResult {
    const mayChange = this.context.may('settings-change');
    const standing = this.#standing;
    const { isUnderWay } = this.#publication;
    const isTryable =
      mayChange && this.#isChanged && this.#draft.text.trim() !== '' && this.#address !== undefined;
    return html`<div class="document-columns">
        <form
          class="settings-form"
          @submit=${(event: Event) => {
            event.preventDefault();
            this.#publish();
          }}
        >
          <fieldset class="plain settings-form" ?disabled=${!mayChange}>
            ${documentFields(this.#draft, { isNew, onChange: (draft) => this.#change(draft) })}
          </fieldset>
          ${this.#publication.draw(() => void this.#readAnew())}
          <div class="actions">
            ${standing === undefined ? nothing : html`<button class="button danger" type="button" ?disabled=${!mayChange || isUnderWay} @click=${() => this.#remove(standing)}>Remove</button>`}
            ${
              standing === undefined || this.#isChanged
                ? this.#tryButton('Try on what shoppers asked', isTryable ? this.#draft : undefined)
                : this.#tryButton('Try without it', mayChange ? null : undefined)
            }
            <button class="button main" ?disabled=${!isTryable || isUnderWay}>Publish</button>
          </div>
        </form>
        <section aria-labelledby="passages-heading" tabindex="0">
          <h2 id="passages-heading">Passages</h2>
          ${passageList(this.#read)}
        </section>
      </div>
      ${this.#trial.draw()}
      ${isNew ? nothing : this.#versions(mayChange)}`;
  }

  /** @param draft Undefined: there is nothing to try; null: how it would be without the document. */
  #tryButton(label: string, draft: DocumentDraft | null | undefined): TemplateResult {
    return html`<button
      class="button"
      type="button"
      ?disabled=${draft === undefined}
      @click=${() => this.#try(draft ?? null)}
    >
      ${label}
    </button>`;
  }

  #versions(mayChange: boolean): TemplateResult {
    return dataTable<Version>({
      caption: 'What it was',
      rows: this.#history,
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
            if (version === this.#standing?.version) return html`<span class="tag good">answers now</span>`;
            if (title === undefined) return '';
            return html`<button class="button small" type="button" ?disabled=${!mayChange} @click=${() => this.#putBack(version)}>
              Put version ${version} back
            </button>`;
          },
        },
      ],
    });
  }
}
customElements.define('desk-document', DeskDocument);
