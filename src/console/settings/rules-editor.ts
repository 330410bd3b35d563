import { html, nothing, type TemplateResult } from 'lit';
import type { Market } from '../../domain/market.ts';
import type { KeptRule, RuleChange, RuleNotice } from '../../domain/merchandising.ts';
import { DeskElement } from '../desk-element.ts';
import { Fetched } from '../fetched.ts';
import type { DeskContext } from '../page.ts';
import { serverNow } from '../server-clock.ts';
import { draftList } from './draft-list.ts';
import { faultsOf } from './faults.ts';
import { draftsOf, type KeptDraft, type KeptDrafts } from './kept-drafts.ts';
import { ProductShelf } from './product-shelf.ts';
import { Publication } from './publication.ts';
import { bodyOf, fieldsOf, newRule, type RuleFields } from './rule-fields.ts';
import { ruleForm } from './rule-form.ts';
import { ruleHistory, ruleList } from './rule-list.ts';
import { Trial } from './trial.ts';

interface Rules {
  readonly rules: readonly KeptRule[];
  readonly notices: readonly RuleNotice[];
}

interface Written {
  readonly rule: KeptRule;
  readonly notices: readonly RuleNotice[];
}

const ROOT = '/v1/rules';
const addressOf = (ruleId: string): string => `${ROOT}/${encodeURIComponent(ruleId)}`;

/** The name of the draft of a rule that is not there yet. */
const NEW = '';

/** What is to be seen more, less, at a place, or not at all. What is typed stays until it is published or discarded. */
class DeskRulesEditor extends DeskElement {
  static override properties = { context: { attribute: false } };
  declare context: DeskContext;
  /** In the form: the id of a rule or `NEW`, with what it began with; undefined while it is closed. */
  #open: { readonly name: string; readonly began: KeptDraft<RuleFields> } | undefined;
  #drafts: KeptDrafts<RuleFields> | undefined;
  #history: { readonly ruleId: string; readonly changes: readonly RuleChange[] } | undefined;
  readonly #rules = new Fetched<Rules>(this, () => this.context.desk.get<Rules>(ROOT));
  readonly #markets = new Fetched<{ readonly markets: readonly Market[] }>(this, () =>
    this.context.desk.get<{ readonly markets: readonly Market[] }>('/v1/markets'),
  );
  readonly #publication = new Publication(this, () => this.context);
  readonly #shelf = new ProductShelf(this, () => this.context);
  readonly #trial = new Trial(this, () => this.context);

  override connectedCallback(): void {
    this.#drafts = draftsOf<RuleFields>(this.context, 'rules');
    super.connectedCallback();
  }

  /** As it is in force; undefined of a new one, and of one that was removed. */
  #ruleOf(name: string): KeptRule | undefined {
    return this.#rules.value?.rules.find(({ id }) => id === name);
  }

  async #show(name: string | undefined): Promise<void> {
    const rule = this.#ruleOf(name ?? NEW);
    const value = rule === undefined ? newRule(this.context.me.agent.firstName, serverNow()) : fieldsOf(rule);
    this.#open = name === undefined ? undefined : { name, began: { value, version: rule?.version ?? 0 } };
    this.#publication.clear();
    this.#trial.clear();
    await this.updateComplete;
    this.querySelector<HTMLElement>(rule === undefined ? '#rule-id' : '#rule-kind')?.focus();
  }

  #change(name: string, fields: RuleFields, version: number): void {
    this.#drafts?.change(name, fields, version);
    this.#trial.clear();
  }

  #discard(name: string): void {
    this.#drafts?.drop(name);
    if (this.#open?.name === name) void this.#show(undefined);
    else this.requestUpdate();
  }

  async #readHistory(ruleId: string): Promise<void> {
    const answer = await this.context.desk.get<{ readonly changes: readonly RuleChange[] }>(
      `${addressOf(ruleId)}/history`,
    );
    if (answer.kind === 'ok') this.#history = { ruleId, changes: answer.value.changes };
    else this.context.tell(answer.problem.detail, 'failed');
    this.requestUpdate();
  }

  async #done(ruleId: string, told: string): Promise<void> {
    await Promise.all([this.#rules.reload(), this.#readHistory(ruleId)]);
    this.context.tell(told);
  }

  #publish(name: string, { value, version }: KeptDraft<RuleFields>): void {
    const ruleId = value.id.trim();
    void this.#publication.publish<Written>({
      ...{ method: 'PUT', path: addressOf(ruleId), body: bodyOf(value, this.#ruleOf(name)), version },
      onDone: ({ rule }) => {
        const later = this.#drafts?.get(name);
        if (later === undefined || later.value === value) this.#discard(name);
        else this.#goOn(name, rule);
        return this.#done(ruleId, `${ruleId} is in force.`);
      },
    });
  }

  /** What stands in the form is a change of a rule that is in force by now. */
  #goOn(name: string, { id, version }: Pick<KeptRule, 'id' | 'version'>): void {
    const draft = this.#drafts?.get(name) ?? this.#open?.began;
    if (draft === undefined) return;
    for (const each of [name, id]) this.#drafts?.drop(each);
    this.#drafts?.change(id, draft.value, version);
    this.#open = { name: id, began: { ...draft, version } };
  }

  #remove({ id, version }: KeptRule): void {
    void this.#show(undefined);
    void this.#publication.publish({
      ...{ method: 'DELETE', path: addressOf(id), version },
      onDone: () => this.#done(id, `${id} is removed. Its history below puts it back.`),
    });
  }

  #putBack(ruleId: string, version: number): void {
    void this.#show(undefined);
    void this.#publication.publish({
      ...{ method: 'POST', path: `${addressOf(ruleId)}/rollback`, body: { version } },
      onDone: () => this.#done(ruleId, `${ruleId} is as it was in version ${version}.`),
    });
  }

  /** The form stays; what it is held against is what is in force by now. */
  async #readAnew(): Promise<void> {
    await this.#rules.reload();
    if (this.#open === undefined) return;
    const { name, began } = this.#open;
    const id = (this.#drafts?.get(name) ?? began).value.id.trim();
    this.#goOn(name, this.#ruleOf(id) ?? { id: name, version: 0 });
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    const rules = this.#rules.value?.rules ?? [];
    void this.#shelf.look(rules.flatMap(({ target }) => target.productIds ?? []));
  }

  protected override render(): TemplateResult {
    const mayChange = this.context.may('settings-change');
    return html`${this.#rules.draw(({ rules, notices }) =>
      ruleList({
        ...{ rules, notices, mayChange },
        nameOf: (productId) => this.#shelf.nameOf(productId),
        onOpen: (rule) => void this.#show(rule.id),
        onHistory: (ruleId) => void this.#readHistory(ruleId),
        onRemove: (rule) => this.#remove(rule),
      }),
    )}
    ${
      this.#open === undefined
        ? html`${this.#waiting()}
            ${
              mayChange
                ? html`<div class="actions">
                    <button class="button" type="button" @click=${() => void this.#show(NEW)}>Write a rule</button>
                  </div>`
                : nothing
            }
            ${this.#publication.draw(() => void this.#readAnew())}`
        : this.#form(this.#open.name, this.#drafts?.get(this.#open.name) ?? this.#open.began)
    }
    ${
      this.#history === undefined
        ? nothing
        : ruleHistory({
            ...this.#history,
            mayChange,
            nameOf: (productId) => this.#shelf.nameOf(productId),
            onPutBack: (version) => this.#putBack(this.#history?.ruleId ?? '', version),
          })
    }`;
  }

  #waiting() {
    const drafts = this.context.may('settings-change') ? (this.#drafts?.names() ?? []) : [];
    return draftList({
      drafts: drafts.map((name) => ({ name, title: name === NEW ? 'A new rule' : name })),
      onOpen: (name) => void this.#show(name),
      onDiscard: (name) => this.#discard(name),
    });
  }

  #form(name: string, shown: KeptDraft<RuleFields>): TemplateResult {
    const fields = shown.value;
    const rule = this.#ruleOf(name);
    const isTyped = this.#drafts?.get(name) !== undefined;
    const problem = this.#publication.problem ?? this.#trial.problem;
    return html`<form
      class="settings-form rule-form card"
      novalidate
      aria-labelledby="rule-heading"
      @submit=${(event: Event) => {
        event.preventDefault();
        if (event.target === event.currentTarget) this.#publish(name, shown);
      }}
    >
      <h3 id="rule-heading">
        ${name === NEW ? 'A new rule' : name}
        ${isTyped ? html`<span class="tag cool">not published yet</span>` : nothing}
      </h3>
      ${ruleForm({
        ...{ fields, isKept: rule !== undefined, faults: faultsOf(problem) },
        ...{ desk: this.context.desk, shelf: this.#shelf },
        markets: (this.#markets.value?.markets ?? []).map(({ country }) => country),
        onChange: (changed) => this.#change(name, changed, shown.version),
      })}
      ${this.#publication.draw(() => void this.#readAnew(), shown.version !== (rule?.version ?? 0))}
      <div class="actions">
        <button class="button" type="button" @click=${() => void this.#show(undefined)}>Close</button>
        <button class="button" type="button" ?disabled=${!isTyped} @click=${() => this.#discard(name)}>
          Discard changes
        </button>
        <button
          class="button"
          type="button"
          ?disabled=${fields.id.trim() === ''}
          @click=${() => void this.#trial.run('rule', { id: fields.id.trim(), rule: bodyOf(fields, rule) })}
        >
          Try on what shoppers asked
        </button>
        <button class="button main" ?disabled=${fields.id.trim() === '' || this.#publication.isUnderWay}>Publish</button>
      </div>
      ${this.#trial.draw()}
    </form>`;
  }
}
customElements.define('desk-rules-editor', DeskRulesEditor);
