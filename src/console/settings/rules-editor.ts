import { html, nothing, type TemplateResult } from 'lit';
import type { KeptRule, RuleChange, RuleNotice } from '../../domain/merchandising.ts';
import { DeskElement } from '../desk-element.ts';
import { Fetched } from '../fetched.ts';
import type { DeskContext } from '../page.ts';
import { serverNow } from '../server-clock.ts';
import { faultsOf } from './faults.ts';
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

/** What is to be seen more, less, at a place, or not at all. */
class DeskRulesEditor extends DeskElement {
  static override properties = { context: { attribute: false } };
  declare context: DeskContext;
  /** In the form; undefined while it is closed. */
  #fields: RuleFields | undefined;
  /** That the form was opened on; undefined of a new one. */
  #kept: KeptRule | undefined;
  #history: { readonly ruleId: string; readonly changes: readonly RuleChange[] } | undefined;
  readonly #rules = new Fetched<Rules>(this, () => this.context.desk.get<Rules>(ROOT));
  readonly #publication = new Publication(this, () => this.context);
  readonly #shelf = new ProductShelf(this, () => this.context);
  readonly #trial = new Trial(this, () => this.context);

  async #open(fields: RuleFields | undefined, kept?: KeptRule): Promise<void> {
    this.#fields = fields;
    this.#kept = kept;
    this.#publication.clear();
    this.#trial.clear();
    await this.updateComplete;
    this.querySelector<HTMLElement>(kept === undefined ? '#rule-id' : '#rule-kind')?.focus();
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

  #publish(fields: RuleFields): void {
    const ruleId = fields.id.trim();
    void this.#publication.publish<Written>({
      ...{ method: 'PUT', path: addressOf(ruleId), body: bodyOf(fields, this.#kept) },
      version: this.#kept?.version ?? 0,
      onDone: ({ rule }) => {
        if (this.#fields === fields) void this.#open(undefined);
        // What was written on meanwhile is a change of it.
        else if (this.#fields?.id.trim() === ruleId) this.#kept = rule;
        return this.#done(ruleId, `${ruleId} is in force.`);
      },
    });
  }

  #remove({ id, version }: KeptRule): void {
    void this.#open(undefined);
    void this.#publication.publish({
      ...{ method: 'DELETE', path: addressOf(id), version },
      onDone: () => this.#done(id, `${id} is removed. Its history below puts it back.`),
    });
  }

  #putBack(ruleId: string, version: number): void {
    void this.#open(undefined);
    void this.#publication.publish({
      ...{ method: 'POST', path: `${addressOf(ruleId)}/rollback`, body: { version } },
      onDone: () => this.#done(ruleId, `${ruleId} is as it was in version ${version}.`),
    });
  }

  /** The form stays; what it is held against is what is in force by now. */
  async #readAnew(): Promise<void> {
    await this.#rules.reload();
    const id = this.#fields?.id.trim();
    this.#kept = this.#rules.value?.rules.find((rule) => rule.id === id);
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
        onOpen: (rule) => void this.#open(fieldsOf(rule), rule),
        onHistory: (ruleId) => void this.#readHistory(ruleId),
        onRemove: (rule) => this.#remove(rule),
      }),
    )}
    ${
      this.#fields === undefined
        ? html`<div class="actions">
              <button
                class="button"
                type="button"
                ?disabled=${!mayChange}
                @click=${() => void this.#open(newRule(this.context.me.agent.firstName, serverNow()))}
              >
                Write a rule
              </button>
            </div>
            ${this.#publication.draw(() => void this.#readAnew())}`
        : this.#form(this.#fields)
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

  #form(fields: RuleFields): TemplateResult {
    const problem = this.#publication.problem ?? this.#trial.problem;
    return html`<form
      class="settings-form rule-form card"
      novalidate
      aria-labelledby="rule-heading"
      @submit=${(event: Event) => {
        event.preventDefault();
        if (event.target === event.currentTarget) this.#publish(fields);
      }}
    >
      <h3 id="rule-heading">${this.#kept === undefined ? 'A new rule' : this.#kept.id}</h3>
      ${ruleForm({
        ...{ fields, isKept: this.#kept !== undefined, faults: faultsOf(problem) },
        ...{ desk: this.context.desk, shelf: this.#shelf },
        onChange: (changed) => {
          this.#fields = changed;
          this.#trial.clear();
        },
      })}
      ${this.#publication.draw(() => void this.#readAnew())}
      <div class="actions">
        <button class="button" type="button" @click=${() => void this.#open(undefined)}>Close</button>
        <button
          class="button"
          type="button"
          ?disabled=${fields.id.trim() === ''}
          @click=${() =>
            void this.#trial.run('rule', { id: fields.id.trim(), rule: bodyOf(fields, this.#kept) })}
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
