import type { TemplateResult } from 'lit';
import { type TextField, textField } from '../components/field.ts';

type NumberField = Omit<TextField, 'value' | 'onInput' | 'type'>;

/** A number that must be there: an empty field is not a number, and the server says so. */
export const numberField = (
  field: NumberField & { readonly value: number; readonly onChange: (value: number) => void },
): TemplateResult => optionalNumber({ ...field, onChange: (value) => field.onChange(value ?? Number.NaN) });

/** A number, or nothing where the field is empty. */
export function optionalNumber(
  field: NumberField & {
    readonly value: number | undefined;
    readonly onChange: (value: number | undefined) => void;
  },
): TemplateResult {
  const { value, onChange, ...rest } = field;
  return textField({
    ...rest,
    type: 'number',
    // What was kept of no number is null.
    value: Number.isFinite(value) ? String(value) : '',
    onInput: (written) => onChange(written.trim() === '' ? undefined : Number(written)),
  });
}
