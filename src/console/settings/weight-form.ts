import { html, type TemplateResult } from 'lit';
import { choiceField } from '../components/field.ts';
import { DeskElement } from '../desk-element.ts';
import type { Said } from './said.ts';
import type { SettingForm } from './setting-spec.ts';
import {
  type Changes,
  INTENT_WORDS,
  signalName,
  type Weights,
  weightTable,
  withChange,
} from './weight-table.ts';

/** As `GET /v1/weights` answers, and its history without what is shipped. */
export interface KeptWeights {
  readonly version: number;
  readonly updatedAtMs?: number;
  readonly author?: string;
  readonly changes: Changes;
  readonly shipped: Readonly<Record<string, Weights>>;
}

const INTENTS = Object.entries(INTENT_WORDS).map(([value, label]) => ({ value, label }));

/** How much each signal counts, by what a list is for. */
class DeskWeightForm extends DeskElement {
  static override properties = { form: { attribute: false } };
  declare form: SettingForm<Changes, KeptWeights>;
  #intent = 'every';

  protected override render(): TemplateResult {
    const { value: changes, kept, mayChange, onChange } = this.form;
    return html`${choiceField({
      ...{ id: 'weight-intent', label: 'For', value: this.#intent },
      options: INTENTS.map(({ value, label }) => ({ value, label: `${label}${sayCount(changes[value])}` })),
      hint: 'A change for one kind of list counts before that for all',
      onChange: (intent) => {
        this.#intent = intent;
        this.requestUpdate();
      },
    })}
    ${weightTable({
      ...{ intent: this.#intent, shipped: kept.shipped, changes, mayChange },
      onChange: (signal, written) => onChange(withChange(changes, this.#intent, signal, written)),
    })}`;
  }
}
customElements.define('desk-weight-form', DeskWeightForm);

export const weightForm = (form: SettingForm<Changes, KeptWeights>): TemplateResult =>
  html`<desk-weight-form .form=${form}></desk-weight-form>`;

export const sayWeights = (changes: Changes): Said =>
  Object.entries(changes).flatMap(([intent, weights]) =>
    Object.entries(weights).map(
      ([signal, weight]) =>
        [`${signalName(signal)} (${INTENT_WORDS[intent] ?? intent})`, String(weight)] as const,
    ),
  );

const sayCount = (changed: Weights | undefined): string => {
  const count = Object.keys(changed ?? {}).length;
  return count === 0 ? '' : ` (${count} changed)`;
};
