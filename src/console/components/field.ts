import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';

interface FieldFrame {
  /** Of the page, once: the label and the hint name it. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with what stands in it. */
  readonly error?: string | undefined;
}

export interface TextField extends FieldFrame {
  readonly value: string;
  readonly onInput?: (value: string) => void;
  readonly name?: string;
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'number' | 'date' | 'time';
  readonly autocomplete?: string;
  /** Of the keyboard on a phone, where the type does not say. */
  readonly inputMode?: 'decimal' | 'numeric';
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

export const textField = (field: TextField): TemplateResult =>
  frame(
    field,
    html`<input
      id=${field.id}
      class="input"
      name=${field.name ?? field.id}
      type=${field.type ?? 'text'}
      inputmode=${ifDefined(field.inputMode)}
      autocomplete=${ifDefined(field.autocomplete as 'off' | undefined)}
      maxlength=${ifDefined(field.maxLength)}
      placeholder=${ifDefined(field.placeholder)}
      aria-describedby=${describedBy(field)}
      aria-invalid=${field.error === undefined ? nothing : 'true'}
      ?required=${field.required === true}
      ?disabled=${field.disabled === true}
      .value=${live(field.value)}
      @input=${(event: Event) => field.onInput?.(written(event))}
    />`,
  );

export interface AreaField extends FieldFrame {
  readonly value: string;
  readonly onInput?: (value: string) => void;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly disabled?: boolean;
}

export const areaField = (field: AreaField): TemplateResult =>
  frame(
    field,
    html`<textarea
      id=${field.id}
      class="input"
      name=${field.id}
      rows=${field.rows ?? 3}
      maxlength=${ifDefined(field.maxLength)}
      aria-describedby=${describedBy(field)}
      aria-invalid=${field.error === undefined ? nothing : 'true'}
      ?disabled=${field.disabled === true}
      .value=${live(field.value)}
      @input=${(event: Event) => field.onInput?.(written(event))}
    ></textarea>`,
  );

export interface ChoiceField<Value extends string> extends FieldFrame {
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange?: (value: Value) => void;
  readonly disabled?: boolean;
}

export const choiceField = <Value extends string>(field: ChoiceField<Value>): TemplateResult =>
  frame(
    field,
    html`<select
      id=${field.id}
      class="input"
      name=${field.id}
      aria-describedby=${describedBy(field)}
      ?disabled=${field.disabled === true}
      @change=${(event: Event) => {
        const chosen = field.options.find(({ value }) => value === written(event));
        if (chosen !== undefined) field.onChange?.(chosen.value);
      }}
    >
      ${field.options.map(
        ({ value, label }) =>
          html`<option value=${value} .selected=${live(value === field.value)}>${label}</option>`,
      )}
    </select>`,
  );

export interface CheckField {
  readonly id: string;
  readonly label: string;
  readonly isChecked: boolean;
  readonly onChange?: (isChecked: boolean) => void;
  readonly disabled?: boolean;
}

export const checkField = (field: CheckField): TemplateResult =>
  html`<label class="check">
    <input
      id=${field.id}
      type="checkbox"
      .checked=${live(field.isChecked)}
      ?disabled=${field.disabled === true}
      @change=${({ target }: Event) => field.onChange?.(target instanceof HTMLInputElement && target.checked)}
    />
    ${field.label}
  </label>`;

const frame = (field: FieldFrame, control: TemplateResult): TemplateResult =>
  html`<div class="field">
    <label for=${field.id}>${field.label}</label>
    ${control}
    ${field.hint === undefined ? nothing : html`<p class="hint" id=${`${field.id}-hint`}>${field.hint}</p>`}
    ${field.error === undefined ? nothing : html`<p class="field-error" id=${`${field.id}-error`} role="alert">${field.error}</p>`}
  </div>`;

const describedBy = ({ id, hint, error }: FieldFrame) => {
  const ids = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(error === undefined ? [] : [`${id}-error`]),
  ];
  return ids.length === 0 ? nothing : ids.join(' ');
};

const written = ({ target }: Event): string =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement
    ? target.value
    : '';
