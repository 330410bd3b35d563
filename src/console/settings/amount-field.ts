import { html, type TemplateResult } from 'lit';
import { textField } from '../components/field.ts';
import { DeskElement } from '../desk-element.ts';
import { fractionDigits, readAmount, writeAmount } from './amount.ts';

interface Field {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error: string | undefined;
  readonly currency: string;
  /** In minor units; NaN while what is written is no amount: it cannot be published. */
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}

/** An amount of money, written in its currency, or nothing where the field is empty. */
class DeskAmountField extends DeskElement {
  static override properties = { field: { attribute: false } };
  declare field: Field;
  /** As it is written, with what it was read as: what comes from elsewhere is written anew. */
  #written:
    | { readonly text: string; readonly currency: string; readonly value: number | undefined }
    | undefined;

  protected override willUpdate(): void {
    const { value, currency } = this.field;
    const isOwn =
      this.#written !== undefined &&
      this.#written.currency === currency &&
      Object.is(this.#written.value, value ?? undefined);
    if (!isOwn) this.#written = { text: toText(value, currency), currency, value };
  }

  #write(text: string): void {
    const { currency, onChange } = this.field;
    const value = text.trim() === '' ? undefined : (readAmount(text, currency) ?? Number.NaN);
    this.#written = { text, currency, value };
    onChange(value);
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { id, label, hint, error, currency, value } = this.field;
    const isAmount = value === undefined || Number.isFinite(value);
    return textField({
      ...(hint !== undefined && { hint }),
      ...{ id, label: `${label}, ${currency}`, value: this.#written?.text ?? '', inputMode: 'decimal' },
      error: isAmount ? error : notAnAmount(currency),
      onInput: (text) => this.#write(text),
    });
  }
}
customElements.define('desk-amount-field', DeskAmountField);

export const amountField = (field: Field): TemplateResult =>
  html`<desk-amount-field class="field" .field=${field}></desk-amount-field>`;

const toText = (value: number | undefined, currency: string): string =>
  Number.isFinite(value) ? writeAmount(value ?? 0, currency) : '';

function notAnAmount(currency: string): string {
  const digits = fractionDigits(currency);
  const example = writeAmount(50 * 10 ** digits - (digits === 0 ? 0 : 1), currency);
  return `This is no amount of ${currency}: write it as ${example}`;
}
