import { html, nothing, type TemplateResult } from 'lit';
import type { Market } from '../../domain/market.ts';
import { DeskElement } from '../desk-element.ts';
import { Fetched } from '../fetched.ts';
import type { DeskContext } from '../page.ts';
import { faultsOf } from './faults.ts';
import { draftsOf, type KeptDraft, type KeptDrafts } from './kept-drafts.ts';
import { Publication } from './publication.ts';
import { changesSaid } from './said.ts';
import { changeList, saidVersions, settingHistory } from './setting-history.ts';
import type { SettingSpec } from './setting-spec.ts';
import { Trial } from './trial.ts';

/**
 * Edits one thing that is set: in its form, tried and published, with what it was before and the way back. What is typed
 * stays over another page and a reload, until it is published or discarded.
 */
class DeskSettingEditor extends DeskElement {
  static override properties = { context: { attribute: false }, spec: { attribute: false } };
  declare context: DeskContext;
  /** The same as long as the element lives. */
  declare spec: SettingSpec;
  #drafts: KeptDrafts<unknown> | undefined;
  /** The draft was there when the page was opened. */
  #isFromBefore = false;
  readonly #kept = new Fetched<unknown>(this, () => this.context.desk.get<unknown>(this.spec.path));
  readonly #history = new Fetched<{ readonly versions: readonly unknown[] }>(this, () =>
    this.context.desk.get<{ readonly versions: readonly unknown[] }>(`${this.spec.path}/history`),
  );
  readonly #markets = new Fetched<{ readonly markets: readonly Market[] }>(this, () =>
    this.context.desk.get<{ readonly markets: readonly Market[] }>('/v1/markets'),
  );
  readonly #publication = new Publication(this, () => this.context);
  readonly #trial = new Trial(this, () => this.context);

  override connectedCallback(): void {
    this.#drafts = draftsOf<unknown>(this.context, 'settings');
    this.#isFromBefore = this.#draft !== undefined;
    super.connectedCallback();
  }

  /** Undefined while nothing was changed. */
  get #draft(): KeptDraft<unknown> | undefined {
    return this.#drafts?.get(this.spec.name);
  }

  get #shop(): readonly Market[] {
    return this.#markets.value?.markets ?? [];
  }

  #edit(value: unknown, version: number): void {
    this.#drafts?.change(this.spec.name, value, version);
    this.#touched();
  }

  #discard(): void {
    this.#drafts?.drop(this.spec.name);
    this.#isFromBefore = false;
    this.#touched();
  }

  /** What was said of the value as it was before holds no more. */
  #touched(): void {
    this.#publication.clear();
    this.#trial.clear();
  }

  async #focusNext(id: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus();
  }

  /** What is written on while it is under way stays, as a change of what is in force then. */
  async #publish(draft: KeptDraft<unknown>, body: unknown): Promise<void> {
    await this.#publication.publish<unknown>({
      ...{ method: 'PUT', path: this.spec.path, body, version: draft.version },
      onDone: async (kept) => {
        if (this.#draft?.value === draft.value) this.#discard();
        else this.#goOnFrom(kept);
        await this.#isInForce(kept);
      },
    });
    await this.updateComplete;
    this.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }

  /** What stands in the form meanwhile stays there, not published. */
  async #putBack(version: number, inForce: number): Promise<void> {
    await this.#publication.publish<unknown>({
      ...{
        method: 'POST',
        path: `${this.spec.path}/${this.spec.wayBack}`,
        body: { version },
        version: inForce,
      },
      onDone: async (kept) => {
        if (this.#draft?.version === inForce) this.#goOnFrom(kept);
        await this.#isInForce(kept);
      },
    });
  }

  #goOnFrom(kept: unknown): void {
    this.#drafts?.goOnFrom(this.spec.name, this.spec.versionOf(kept).version);
  }

  async #isInForce(kept: unknown): Promise<void> {
    this.#kept.set(kept);
    await this.#history.reload();
    this.context.tell(`${this.spec.title}: version ${this.spec.versionOf(kept).version} is in force.`);
  }

  /** What was typed stays; it is held against what is in force by now. */
  async #readAnew(): Promise<void> {
    await Promise.all([this.#kept.reload(), this.#history.reload()]);
    if (this.#kept.value === undefined || this.#kept.problem !== undefined) return;
    this.#goOnFrom(this.#kept.value);
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    return this.#kept.draw((kept) => html`${this.#form(kept)}${this.#versions(kept)}`);
  }

  #form(kept: unknown): TemplateResult {
    const { spec } = this;
    const mayChange = this.context.may('settings-change');
    const standing = spec.versionOf(kept);
    const draft = this.#draft;
    const isChanged = draft !== undefined;
    const value = draft === undefined ? standing.value : draft.value;
    const tidy = spec.tidy?.(value) ?? value;
    const body = () => spec.bodyOf?.(tidy) ?? tidy;
    const { trial } = spec;
    return html`<form
      class="settings-form"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        // A dialog over the form has a form of its own.
        if (draft === undefined || event.target !== event.currentTarget) return;
        void this.#publish(draft, body());
      }}
    >
      <fieldset class="settings-fields" ?disabled=${!mayChange} aria-label=${spec.title}>
        ${spec.form({
          ...{ value, kept, mayChange, isChanged, context: this.context },
          faults: faultsOf(this.#publication.problem ?? this.#trial.problem),
          markets: this.#shop,
          onChange: (changed) => this.#edit(changed, standing.version),
          focusNext: (id) => void this.#focusNext(id),
        })}
      </fieldset>
      ${isChanged ? this.#changes(standing.value, tidy) : nothing}
      ${this.#publication.draw(() => void this.#readAnew(), draft !== undefined && draft.version !== standing.version)}
      ${
        mayChange
          ? html`<div class="actions sticky">
              <button class="button" type="button" ?disabled=${!isChanged} @click=${() => this.#discard()}>Discard changes</button>
              ${
                trial === undefined
                  ? nothing
                  : html`<button class="button" type="button" ?disabled=${!isChanged} @click=${() => void this.#trial.run(trial, body())}>
                      Try on what shoppers asked
                    </button>`
              }
              <button class="button main" ?disabled=${!isChanged || this.#publication.isUnderWay}>Publish</button>
            </div>`
          : html`<p class="hint">You may read this; leads and administrators change it.</p>`
      }
      ${this.#trial.draw()}
    </form>`;
  }

  #changes(before: unknown, after: unknown): TemplateResult {
    const [was, is] = [before, after].map((value) => this.spec.say(value, this.#shop));
    const changes = changesSaid(was ?? [], is ?? []);
    return html`<section class="pending" aria-labelledby="pending-heading">
      <h3 id="pending-heading">Not published yet</h3>
      ${this.#isFromBefore ? html`<p class="quiet">As you left it. Publish it, or discard it.</p>` : nothing}
      ${changes.length === 0 ? html`<p class="quiet">Nothing is another than it was.</p>` : changeList(changes)}
    </section>`;
  }

  #versions(kept: unknown): TemplateResult {
    const { spec } = this;
    const inForce = spec.versionOf(kept).version;
    return this.#history.draw(({ versions }) =>
      settingHistory({
        versions: saidVersions(spec, versions, this.#shop),
        inForce,
        mayChange: this.context.may('settings-change'),
        onPutBack: (version) => void this.#putBack(version, inForce),
      }),
    );
  }
}
customElements.define('desk-setting-editor', DeskSettingEditor);
