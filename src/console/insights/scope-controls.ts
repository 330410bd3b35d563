import { html, type TemplateResult } from 'lit';
import { choiceField, textField } from '../components/field.ts';
import { DEFAULT_DAYS, dayBefore, type ReportChoice } from './report-address.ts';

export interface ShopMarket {
  readonly country: string;
  readonly languages: readonly string[];
}

const SPANS = [7, DEFAULT_DAYS, 90];
const CHANNELS = ['web', 'messenger', 'sms'];

/** Which days, and which conversations. */
export function scopeControls(options: {
  readonly choice: ReportChoice;
  readonly markets: readonly ShopMarket[];
  readonly nowMs: number;
  readonly onChange: (choice: ReportChoice) => void;
}): TemplateResult {
  const { choice, markets, nowMs, onChange } = options;
  const languages = [...new Set(markets.flatMap(({ languages: spoken }) => spoken))].sort();
  const place = (name: 'market' | 'language' | 'channel', label: string, values: readonly string[]) =>
    choiceField({
      ...{ id: `scope-${name}`, label, value: choice[name] ?? '' },
      options: [{ value: '', label: 'All' }, ...values.map((value) => ({ value, label: value }))],
      onChange: (value) => {
        const { [name]: _, ...others } = choice;
        onChange(value === '' ? others : { ...others, [name]: value });
      },
    });
  const day = (name: 'from' | 'to', label: string) =>
    textField({
      ...{ id: `scope-${name}`, label, type: 'date', value: choice[name] },
      onInput: (value) => {
        if (value !== '') onChange({ ...choice, [name]: value });
      },
    });
  return html`<div class="scope" role="group" aria-label="Which conversations">
    <div class="scope-spans actions">
      ${SPANS.map((days) => {
        const span = { from: dayBefore(nowMs, days - 1), to: dayBefore(nowMs, 0) };
        const isChosen = span.from === choice.from && span.to === choice.to;
        return html`<button
          class="button small"
          type="button"
          aria-pressed=${isChosen ? 'true' : 'false'}
          @click=${() => onChange({ ...choice, ...span })}
        >
          ${days} days
        </button>`;
      })}
    </div>
    ${day('from', 'From')} ${day('to', 'To')}
    ${place(
      'market',
      'Market',
      markets.map(({ country }) => country),
    )}
    ${place('language', 'Language', languages)} ${place('channel', 'Channel', CHANNELS)}
  </div>`;
}
