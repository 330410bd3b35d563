import { html, nothing, type TemplateResult } from 'lit';
import type { Market } from '../../domain/market.ts';
import { checkField } from '../components/field.ts';

/** Some of the shop's markets, or all of them where none is ticked. */
export function marketChoice(options: {
  readonly id: string;
  readonly markets: readonly Market[];
  readonly chosen: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (chosen: readonly string[]) => void;
}): TemplateResult {
  const { id, chosen, error } = options;
  const countries = [...new Set([...options.markets.map(({ country }) => country), ...chosen])];
  return html`<fieldset class="market-choice">
    <legend>In these markets</legend>
    <p class="hint">All of them when none is ticked.</p>
    <div class="checks">
      ${countries.map((country) =>
        checkField({
          ...{ id: `${id}-market-${country}`, label: country, isChecked: chosen.includes(country) },
          onChange: (isChosen) =>
            options.onChange(isChosen ? [...chosen, country] : chosen.filter((each) => each !== country)),
        }),
      )}
    </div>
    ${error === undefined ? nothing : html`<p class="field-error" role="alert">${error}</p>`}
  </fieldset>`;
}
