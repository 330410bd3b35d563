import { html, type TemplateResult } from 'lit';
import type { HouseRules } from '../../domain/desk/setting-kinds.ts';
import type { Formality } from '../../domain/voice.ts';
import { areaField, choiceField, textField } from '../components/field.ts';
import { faultAt } from './faults.ts';
import { filled } from './rows.ts';
import type { Said } from './said.ts';
import type { SettingForm } from './setting-spec.ts';

const TONES: readonly { readonly value: HouseRules['tone']; readonly label: string }[] = [
  { value: 'friendly', label: 'friendly' },
  { value: 'neutral', label: 'neutral' },
  { value: 'brief', label: 'brief' },
];
const FORMALITIES: readonly { readonly value: Formality; readonly label: string }[] = [
  { value: 'formal', label: 'formal (Sie, vous, usted)' },
  { value: 'familiar', label: 'familiar (du, tu, tú)' },
];

/** How the assistant speaks. */
export function houseRulesForm({ value, faults, onChange }: SettingForm<HouseRules>): TemplateResult {
  const { default: usual, ...places } = value.formality;
  const write = (changed: Readonly<Record<string, Formality>>) =>
    onChange({ ...value, formality: { default: usual, ...changed } });
  return html`
    ${choiceField({
      ...{ id: 'tone', label: 'Tone', value: value.tone, options: TONES },
      error: faultAt(faults, '/tone'),
      onChange: (tone) => onChange({ ...value, tone }),
    })}
    <fieldset>
      <legend>Form of address</legend>
      ${choiceField({
        ...{ id: 'formality', label: 'Everywhere', value: usual, options: FORMALITIES },
        hint: 'Where no place below says otherwise',
        onChange: (chosen) => onChange({ ...value, formality: { ...places, default: chosen } }),
      })}
      ${Object.entries(places).map(
        ([place, chosen], at) => html`<div class="row">
          ${textField({
            ...{ id: `formality-place-${at}`, label: `Place ${at + 1}`, value: place, maxLength: 6 },
            ...(at === 0 && { hint: 'A country, language or both: “NL”, “de”, “fr-CH”' }),
            error: faultAt(faults, `/formality/${place}`),
            onInput: (named) => {
              const isTaken = named === 'default' || (named !== place && Object.hasOwn(places, named));
              if (isTaken) return;
              const renamed = Object.entries(places).map(([each, formality]) => [
                each === place ? named : each,
                formality,
              ]);
              write(Object.fromEntries(renamed));
            },
          })}
          ${choiceField({
            ...{
              id: `formality-${at}`,
              label: `Address in place ${at + 1}`,
              value: chosen,
              options: FORMALITIES,
            },
            onChange: (formality) => write({ ...places, [place]: formality }),
          })}
          <button
            class="button small"
            type="button"
            @click=${() => {
              const { [place]: _, ...others } = places;
              write(others);
            }}
          >
            Remove place ${at + 1}
          </button>
        </div>`,
      )}
      <div class="actions">
        <button
          class="button small"
          type="button"
          ?disabled=${Object.hasOwn(places, '')}
          @click=${() => write({ ...places, '': usual === 'formal' ? 'familiar' : 'formal' })}
        >
          Otherwise at a place
        </button>
      </div>
    </fieldset>
    ${areaField({
      ...{ id: 'sentences', label: 'What a language model keeps to', rows: 5 },
      hint: 'A rule a line, at most 12; it is about how things are said, never about facts',
      value: value.sentences.join('\n'),
      error: faultAt(faults, '/sentences'),
      onInput: (written) => onChange({ ...value, sentences: written === '' ? [] : written.split('\n') }),
    })}`;
}

export const sayHouseRules = ({ tone, formality, sentences }: HouseRules): Said => [
  ['Tone', tone],
  ...Object.entries(formality).map(
    ([place, chosen]) =>
      [place === 'default' ? 'Form of address' : `Form of address in ${place}`, chosen] as const,
  ),
  ...sentences.map((sentence) => [`A language model keeps to: ${sentence}`, ''] as const),
];

export const tidyHouseRules = (value: HouseRules): HouseRules => ({
  ...value,
  sentences: filled(value.sentences),
});
