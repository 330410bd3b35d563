import { html, nothing, type TemplateResult } from 'lit';
import type { SynonymNotice, SynonymRule, SynonymSet } from '../../domain/synonym.ts';
import { areaField, choiceField, textField } from '../components/field.ts';
import { emptyState } from '../components/states.ts';
import { DeskElement } from '../desk-element.ts';
import { faultAt } from './faults.ts';
import { replaceAt, withoutAt } from './rows.ts';
import type { SettingForm } from './setting-spec.ts';
import {
  NEW_SYNONYM,
  placeOfWord,
  type SynonymFields,
  sayScope,
  sayWords,
  synonymFieldsOf,
  synonymFor,
  synonymOf,
  synonymsOfLines,
} from './synonym-fields.ts';

/** As `GET /v1/synonyms` answers; its history is without notices. */
export interface KeptSynonyms extends SynonymSet {
  readonly notices?: readonly SynonymNotice[];
}

type Form = SettingForm<readonly SynonymRule[], KeptSynonyms>;

const MOST_SHOWN = 50;

/** What means the same, a row a rule: one of them is open at a time. */
class DeskSynonymForm extends DeskElement {
  static override properties = { form: { attribute: false } };
  declare form: Form;
  #filter = '';
  #pasted = '';
  /** In the fields, as it is typed, with its place among the rules. */
  #open: { readonly at: number; readonly fields: SynonymFields } | undefined;

  protected override willUpdate(): void {
    if (this.#open !== undefined && this.#open.at >= this.form.value.length) this.#open = undefined;
    if (!this.form.isChanged) this.#open = this.#openUnchanged();
  }

  /** Fields that show what was typed and is discarded show again what stands. */
  #openUnchanged() {
    const rule = this.form.value[this.#open?.at ?? -1];
    return this.#open === undefined || rule === undefined
      ? undefined
      : { at: this.#open.at, fields: synonymFieldsOf(rule) };
  }

  protected override firstUpdated(): void {
    const { place, go } = this.form.context;
    const word = place.query.get('word')?.trim() ?? '';
    if (word === '' || !this.form.mayChange) return;
    // Once: a reload finds what was typed, not one more rule.
    go(place.path, { replace: true });
    const at = placeOfWord(this.form.value, word);
    const rule = this.form.value[at];
    if (rule !== undefined) {
      this.#filter = word;
      void this.#show(at, synonymFieldsOf(rule));
    } else void this.#add(synonymFor(word, place.query.get('locale') ?? ''), '#synonym-to');
  }

  async #show(
    at: number | undefined,
    fields: SynonymFields = NEW_SYNONYM,
    focused = '#synonym-words',
  ): Promise<void> {
    this.#open = at === undefined ? undefined : { at, fields };
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>(at === undefined ? '#add-synonym' : focused)?.focus();
  }

  async #add(fields: SynonymFields, focused?: string): Promise<void> {
    this.form.onChange([synonymOf(fields), ...this.form.value]);
    await this.#show(0, fields, focused);
  }

  #write(at: number, fields: SynonymFields): void {
    this.#open = { at, fields };
    this.form.onChange(replaceAt(this.form.value, at, synonymOf(fields)));
  }

  #remove(at: number): void {
    this.#open = undefined;
    this.form.onChange(withoutAt(this.form.value, at));
    void this.#show(undefined);
  }

  protected override render(): TemplateResult {
    const { value: rules, faults } = this.form;
    const wanted = this.#filter.trim().toLocaleLowerCase();
    const found = rules
      .map((rule, at) => ({ rule, at, error: faultAt(faults, `/rules/${at}`) }))
      .filter(
        ({ rule, at, error }) =>
          error !== undefined || at === this.#open?.at || sayWords(rule).toLocaleLowerCase().includes(wanted),
      );
    return html`
      <div class="row">
        ${textField({
          ...{ id: 'synonym-filter', label: 'Find a rule', type: 'search', value: this.#filter },
          onInput: (filter) => {
            this.#filter = filter;
            this.requestUpdate();
          },
        })}
        <button
          id="add-synonym"
          class="button"
          type="button"
          @click=${() => void this.#add(NEW_SYNONYM)}
        >
          Add a rule
        </button>
      </div>
      ${
        found.length === 0
          ? emptyState(rules.length === 0 ? 'No synonyms yet' : 'No such rule')
          : html`<ul class="synonym-rules" aria-label="Rules">
              ${found.slice(0, MOST_SHOWN).map((each) => this.#row(each))}
            </ul>`
      }
      ${found.length > MOST_SHOWN ? html`<p class="quiet">${found.length - MOST_SHOWN} more: find them by a word.</p>` : nothing}
      ${this.#pasteField()}
    `;
  }

  #row({
    rule,
    at,
    error,
  }: {
    readonly rule: SynonymRule;
    readonly at: number;
    readonly error: string | undefined;
  }) {
    const notices = this.form.isChanged
      ? []
      : (this.form.kept.notices ?? []).filter((notice) => notice.rule === at);
    const words = sayWords(rule);
    return html`<li>
      ${
        this.#open?.at === at
          ? this.#fields(this.#open.fields, at, error)
          : html`<span class="synonym-words" dir="auto">${words}</span>
              <span class="tag">${sayScope(rule.locale)}</span>
              <button class="button small" type="button" aria-label=${`Change ${words}`} @click=${() => void this.#show(at, synonymFieldsOf(rule))}>
                Change
              </button>
              <button class="button small" type="button" aria-label=${`Remove ${words}`} @click=${() => this.#remove(at)}>Remove</button>
              ${error === undefined ? nothing : html`<p class="field-error" role="alert">${error}</p>`}`
      }
      ${notices.length === 0 ? nothing : html`<ul class="rule-notices">${notices.map(({ reason }) => html`<li>${reason}</li>`)}</ul>`}
    </li>`;
  }

  #fields(fields: SynonymFields, at: number, error: string | undefined): TemplateResult {
    const of = (name: 'words' | 'to' | 'locale', label: string) => ({
      ...{ id: `synonym-${name}`, label, value: fields[name] },
      onInput: (written: string) => this.#write(at, { ...fields, [name]: written }),
    });
    const isOneWay = fields.kind === 'one-way';
    return html`<div class="synonym-fields" role="group" aria-label="Rule">
      <div class="row">
        ${textField({ ...of('words', isOneWay ? 'Who says' : 'Words that mean the same'), hint: 'With commas between them; one with a comma in quotation marks: "1,5 l"', error })}
        ${choiceField({
          ...{ id: 'synonym-kind', label: 'Counts', value: fields.kind },
          options: [
            { value: 'two-way', label: 'both ways' },
            { value: 'one-way', label: 'one way' },
          ],
          onChange: (kind) => this.#write(at, { ...fields, kind }),
        })}
        ${isOneWay ? textField({ ...of('to', 'Also finds'), hint: 'With commas between them' }) : nothing}
        ${textField({ ...of('locale', 'Language'), hint: 'As de or en-GB; empty: all', maxLength: 35 })}
      </div>
      <div class="actions">
        <button class="button small" type="button" @click=${() => void this.#show(undefined)}>Done</button>
        <button class="button small" type="button" @click=${() => this.#remove(at)}>Remove this rule</button>
      </div>
    </div>`;
  }

  #pasteField(): TemplateResult {
    const pasted = synonymsOfLines(this.#pasted);
    return html`<details class="many">
      <summary>Add many at once</summary>
      ${areaField({
        ...{ id: 'synonym-lines', label: 'Rules, one a line', rows: 6, value: this.#pasted },
        hint: '“sofa, couch” both ways, “sneaker => trainers” one way; for all languages',
        onInput: (text) => {
          this.#pasted = text;
          this.requestUpdate();
        },
      })}
      <div class="actions">
        <button
          class="button small"
          type="button"
          ?disabled=${pasted.length === 0}
          @click=${() => {
            this.#pasted = '';
            this.#open = undefined;
            this.form.onChange([...pasted, ...this.form.value]);
          }}
        >
          ${pasted.length === 0 ? 'Add them' : pasted.length === 1 ? 'Add 1 rule' : `Add ${pasted.length} rules`}
        </button>
      </div>
    </details>`;
  }
}
customElements.define('desk-synonym-form', DeskSynonymForm);

export const synonymForm = (form: Form): TemplateResult =>
  html`<desk-synonym-form .form=${form}></desk-synonym-form>`;
