import { html, nothing, type TemplateResult } from 'lit';
import type { DocumentDraft, DocumentHistory, DocumentView, ReadDraft } from '../../domain/desk/documents.ts';
import { errorState, loadingState } from '../components/states.ts';
import { DeskElement } from '../desk-element.ts';
import type { DeskContext } from '../page.ts';
import type { Problem } from '../problem.ts';
import { draftsOf, type KeptDrafts } from '../settings/kept-drafts.ts';
import { Publication } from '../settings/publication.ts';
import { Trial } from '../settings/trial.ts';
import { addressOf, documentPage, idOf, NEW, ROOT } from './document-address.ts';
import { documentFields, passageList } from './document-form.ts';
import { documentVersions, type Version } from './document-versions.ts';

const EMPTY: DocumentDraft = { format: 'markdown', text: '' };
/** After the last key. */
const READ_AFTER_MS = 400;

/** One document: its text, how it is read, and what it was. What is typed stays until it is published or discarded. */
class DeskDocument extends DeskElement {
  static override properties = { context: { attribute: false }, documentId: { attribute: false } };
  declare context: DeskContext;
  declare documentId: string;
  #openId: string | undefined;
  /** Undefined: a new one, one that was removed meanwhile, or not read yet. */
  #standing: DocumentView | undefined;
  /** Version that a change is held against: also a removal has one. Undefined until it is read. */
  #inForce: number | undefined;
  /** As it stands; of a new one nothing. */
  #began: DocumentDraft = EMPTY;
  #drafts: KeptDrafts<DocumentDraft> | undefined;
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
    [this.#standing, this.#inForce] = [undefined, this.documentId === NEW ? 0 : undefined];
    [this.#began, this.#read, this.#history] = [EMPTY, undefined, []];
    this.#unread = undefined;
    this.#publication.clear();
    this.#trial.clear();
    if (this.documentId !== NEW) void this.#load();
    else if (this.#isChanged) void this.#readDraft(this.#draft);
  }

  override connectedCallback(): void {
    this.#drafts = draftsOf<DocumentDraft>(this.context, 'documents');
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  get #draft(): DocumentDraft {
    return this.#drafts?.get(this.documentId)?.value ?? this.#began;
  }

  get #isChanged(): boolean {
    return this.#drafts?.get(this.documentId) !== undefined;
  }

  /** That the draft was begun on; of nothing that was typed the one in force. */
  get #version(): number {
    return this.#drafts?.get(this.documentId)?.version ?? this.#inForce ?? 0;
  }

  async #load(): Promise<void> {
    const { documentId } = this;
    const answer = await this.context.desk.get<DocumentView>(addressOf(documentId));
    if (documentId !== this.documentId) return;
    if (answer.kind === 'ok') this.#show(answer.value);
    else this.#unread = answer.problem;
    this.requestUpdate();
    await this.#readHistory();
    if (answer.kind === 'ok' || answer.problem.status !== 404 || !this.#isChanged) return;
    // It was removed: what was typed can still be published.
    [this.#unread, this.#inForce] = [undefined, this.#history[0]?.version ?? 0];
    void this.#readDraft(this.#draft);
    this.requestUpdate();
  }

  #show(document: DocumentView): void {
    const { format, text, title, language, market, productId, url } = document;
    [this.#standing, this.#inForce] = [document, document.version];
    this.#began = { format, text, title, language, market, productId, url };
    this.#unread = undefined;
    this.#trial.clear();
    this.#read = { kind: 'accepted', title, language, passages: document.passages };
    if (this.#isChanged) void this.#readDraft(this.#draft);
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
    this.#drafts?.change(this.documentId, draft, this.#version);
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

  #discard(): void {
    this.#drafts?.drop(this.documentId);
    this.#publication.clear();
    if (this.#standing === undefined) this.context.go('/desk/documents');
    else this.#show(this.#standing);
    this.requestUpdate();
  }

  #isAt(documentId: string): boolean {
    return this.isConnected && this.documentId === documentId;
  }

  /** Who went elsewhere meanwhile stays there. */
  async #done(from: string, document: DocumentView): Promise<void> {
    const { documentId, title, version } = document;
    this.context.tell(`${title}: version ${version} answers from now on.`);
    if (!this.#isAt(from)) return;
    if (documentId !== from) {
      this.documentId = documentId;
      this.#openId = documentId;
      this.context.go(documentPage(documentId), { replace: true });
    }
    this.#show(document);
    this.requestUpdate();
    await this.#readHistory();
  }

  #publish(): void {
    const [documentId, draft, name] = [this.#address, this.#draft, this.documentId];
    if (documentId === undefined) return;
    void this.#publication.publish<DocumentView>({
      ...{ method: 'PUT', path: addressOf(documentId), body: draft, version: this.#version },
      onDone: (document) => {
        const later = this.#drafts?.get(name)?.value;
        this.#drafts?.drop(name);
        // What was typed since stays.
        if (later !== undefined && later !== draft) this.#drafts?.change(documentId, later, document.version);
        return this.#done(name, document);
      },
    });
  }

  /** What was typed meanwhile stays, not published. */
  #putBack(version: number): void {
    const { documentId } = this;
    const inForce = this.#inForce ?? 0;
    void this.#publication.publish<DocumentView>({
      ...{ method: 'POST', path: addressOf(documentId, 'roll-back'), body: { version } },
      version: inForce,
      onDone: (document) => {
        if (this.#drafts?.get(documentId)?.version === inForce)
          this.#drafts.goOnFrom(documentId, document.version);
        return this.#done(documentId, document);
      },
    });
  }

  #remove({ version, title }: DocumentView): void {
    const { documentId } = this;
    void this.#publication.publish({
      ...{ method: 'DELETE', path: addressOf(documentId), version },
      onDone: () => {
        this.#drafts?.drop(documentId);
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
    const [documentId, draft] = [this.#address, this.#drafts?.get(this.documentId)];
    if (documentId === undefined) return;
    if (documentId !== this.documentId) {
      // There is a document of that title already: what was typed is a change of it.
      const standing = await this.context.desk.get<DocumentView>(addressOf(documentId));
      if (standing.kind === 'refused' || draft === undefined) return;
      this.#drafts?.drop(this.documentId);
      this.#drafts?.change(documentId, draft.value, standing.value.version);
      this.context.go(documentPage(documentId), { replace: true });
      return;
    }
    await this.#load();
    if (this.#inForce !== undefined) this.#drafts?.goOnFrom(documentId, this.#inForce);
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const isNew = this.documentId === NEW;
    return html`<div class="page">
      <p><a href="/desk/documents">All texts</a></p>
      <h1 dir="auto">${isNew ? 'New document' : (this.#standing?.title ?? 'Document')}</h1>
      ${this.#unread !== undefined ? errorState(this.#unread, () => void this.#load()) : this.#inForce === undefined ? loadingState() : this.#editor(isNew)}
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
          ${this.#isChanged ? html`<p class="notice cool" role="note">Not published yet: questions are answered without it.</p>` : nothing}
          ${this.#publication.draw(() => void this.#readAnew(), this.#version !== this.#inForce)}
          <div class="actions">
            <button class="button" type="button" ?disabled=${!this.#isChanged} @click=${() => this.#discard()}>Discard changes</button>
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
      ${isNew ? nothing : documentVersions(this.#history, { inForce: this.#inForce, mayChange, onPutBack: (version) => this.#putBack(version) })}`;
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
}
customElements.define('desk-document', DeskDocument);
