import { html, nothing, type TemplateResult } from 'lit';
import { choiceField, textField } from '../components/field.ts';
import { saySignal } from '../components/score-parts.ts';
import type { TestFields } from './test-request.ts';

/** What is to be searched, where, and by which weights. */
export function searchTestForm(options: {
  readonly fields: TestFields;
  readonly markets: readonly string[];
  /** In force, by signal; empty where they are not known. */
  readonly weights: Readonly<Record<string, number>>;
  readonly isLoading: boolean;
  readonly onChange: (fields: TestFields) => void;
  readonly onSubmit: () => void;
}): TemplateResult {
  const { fields, markets, weights, onChange } = options;
  const text = (
    name: 'query' | 'locale' | 'filters',
    label: string,
    more: { hint?: string; placeholder?: string },
  ) =>
    textField({
      ...{ id: `test-${name}`, label, value: fields[name], autocomplete: 'off', ...more },
      type: name === 'query' ? 'search' : 'text',
      onInput: (value) => onChange({ ...fields, [name]: value }),
    });
  const signals = Object.entries(weights);
  return html`<form
    class="test-form"
    role="search"
    @submit=${(event: Event) => {
      event.preventDefault();
      options.onSubmit();
    }}
  >
    <div class="scope">
      <div class="test-query">${text('query', 'Search for', {})}</div>
      ${choiceField({
        ...{ id: 'test-market', label: 'Market', value: fields.market },
        options: [{ value: '', label: 'First market' }, ...markets.map((value) => ({ value, label: value }))],
        onChange: (market) => onChange({ ...fields, market }),
      })}
      ${text('locale', 'Language', { placeholder: 'as the market' })}
      <div class="test-filters">${text('filters', 'Filters', { placeholder: 'color=blue, size=M' })}</div>
      <button class="button main" ?disabled=${options.isLoading}>Search</button>
    </div>
    ${
      signals.length === 0
        ? nothing
        : html`<details class="test-weights">
            <summary>Try other weights beside those in force</summary>
            <p class="hint">Nothing is changed: both lists are laid side by side. Empty fields stay as they are.</p>
            <div class="test-signals">
              ${signals.map(([signal, weight]) =>
                textField({
                  ...{
                    id: `weight-${signal}`,
                    label: saySignal(signal),
                    type: 'number',
                    autocomplete: 'off',
                  },
                  ...{ value: fields.weights[signal] ?? '', placeholder: String(Number(weight.toFixed(4))) },
                  onInput: (value) =>
                    onChange({ ...fields, weights: { ...fields.weights, [signal]: value } }),
                }),
              )}
            </div>
          </details>`
    }
  </form>`;
}
