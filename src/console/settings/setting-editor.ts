import { html, nothing, type TemplateResult } from 'lit';
import type { Market } from '../../domain/market.ts';
import { DeskElement } from '../desk-element.ts';
import { Fetched } from '../fetched.ts';
import type { DeskContext } from '../page.ts';
import { faultsOf } from './faults.ts';
import { Publication } from './publication.ts';
import { changesSaid } from './said.ts';
import { changeList, saidVersions, settingHistory } from './setting-history.ts';
import type { SettingSpec } from './setting-spec.ts';
import { Trial } from './trial.ts';

/** Edits one thing that is set: in its form, tried and published, with what it was before and the way back. */
class DeskSettingEditor extends DeskElement {
  static override properties = { context: { attribute: false }, spec: { attribute: false } };
  declare context: DeskContext;
  /** The same as long as the element lives. */
  declare spec: SettingSpec;
  /** Undefined while nothing was changed. */
  #edited: { readonly value: unknown } | undefined;
  readonly #kept = new Fetched<unknown>(this, () => this.context.desk.get<unknown>(this.spec.path));
  readonly #history = new Fetched<{ readonly versions: readonly unknown[] }>(this, () =>
    this.context.desk.get<{ readonly versions: readonly unknown[] }>(`${this.spec.path}/history`),
  );
  readonly #markets = new Fetched<{ readonly markets: readonly Market[] }>(this, () =>
    this.context.desk.get<{ readonly markets: readonly Market[] }>('/v1/markets'),
  );
  readonly #publication = new Publication(this, () => this.context);
  readonly #trial = new Trial(this, () => this.context);

  #edit(value: unknown): void {
    this.#edited = { value };
    this.#publication.clear();
    this.#trial.clear();
  }

  async #focusNext(id: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus();
  }

  #discard(): void {
    this.#edit(undefined);
    this.#edited = undefined;
  }

  /** What is written on while it is under way stays, as a change of what is in force then. */
  async #publish(
    method: 'PUT' | 'POST',
    change: { readonly path: string; readonly body: unknown; readonly version: number },
  ): Promise<void> {
    const { spec } = this;
    const edited = this.#edited;
    await this.#publication.publish<unknown>({
      ...{ method, ...change },
      onDone: async (kept) => {
        if (this.#edited === edited) this.#discard();
        this.#kept.set(kept);
        await this.#history.reload();
        this.context.tell(`${spec.title}: version ${spec.versionOf(kept).version} is in force.`);
      },
    });
    await this.updateComplete;
    this.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }

  protected override render(): TemplateResult {
    return this.#kept.draw((kept) => html`${this.#form(kept)}${this.#versions(kept)}`);
  }

  #form(kept: unknown): TemplateResult {
    const { spec } = this;
    const mayChange = this.context.may('settings-change');
    const standing = spec.versionOf(kept);
    const isChanged = this.#edited !== undefined;
    const value = this.#edited === undefined ? standing.value : this.#edited.value;
    const tidy = spec.tidy?.(value) ?? value;
    const body = () => spec.bodyOf?.(tidy) ?? tidy;
    const { trial } = spec;
    return html`<form
      class="settings-form"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        // A dialog over the form has a form of its own.
        if (!isChanged || event.target !== event.currentTarget) return;
        const { version } = standing;
        void this.#publish('PUT', { path: spec.path, body: body(), version });
      }}
    >
      <fieldset class="settings-fields" ?disabled=${!mayChange} aria-label=${spec.title}>
        ${spec.form({
          ...{ value, kept, mayChange, isChanged, context: this.context },
          faults: faultsOf(this.#publication.problem ?? this.#trial.problem),
          markets: this.#markets.value?.markets ?? [],
          onChange: (changed) => this.#edit(changed),
          focusNext: (id) => void this.#focusNext(id),
        })}
      </fieldset>
      ${isChanged ? this.#changes(standing.value, tidy) : nothing}
      ${this.#publication.draw(() => void this.#kept.reload())}
      <div class="actions sticky">
        <button class="button" type="button" ?disabled=${!isChanged} @click=${() => this.#discard()}>
          Discard changes
        </button>
        ${
          trial === undefined
            ? nothing
            : html`<button
                class="button"
                type="button"
                ?disabled=${!isChanged || !mayChange}
                @click=${() => void this.#trial.run(trial, body())}
              >
                Try on what shoppers asked
              </button>`
        }
        <button class="button main" ?disabled=${!isChanged || !mayChange || this.#publication.isUnderWay}>Publish</button>
      </div>
      ${this.#trial.draw()}
    </form>`;
  }

  #changes(before: unknown, after: unknown): TemplateResult {
    const changes = changesSaid(this.spec.say(before), this.spec.say(after));
    return html`<section class="pending" aria-labelledby="pending-heading">
      <h3 id="pending-heading">Not published yet</h3>
      ${changes.length === 0 ? html`<p class="quiet">Nothing is another than it was.</p>` : changeList(changes)}
    </section>`;
  }

  #versions(kept: unknown): TemplateResult {
    const { spec } = this;
    const inForce = spec.versionOf(kept).version;
    return this.#history.draw(({ versions }) =>
      settingHistory({
        versions: saidVersions(spec, versions),
        inForce,
        mayChange: this.context.may('settings-change'),
        onPutBack: (version) => {
          const path = `${spec.path}/${spec.wayBack}`;
          void this.#publish('POST', { path, body: { version }, version: inForce });
        },
      }),
    );
  }
}
customElements.define('desk-setting-editor', DeskSettingEditor);
