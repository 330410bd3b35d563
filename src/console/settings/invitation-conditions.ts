import { html, nothing, type TemplateResult } from 'lit';
import type { Market } from '../../domain/market.ts';
import type { Invitation } from '../../domain/widget-settings.ts';
import { areaField, checkField } from '../components/field.ts';
import { sayMoney } from '../insights/say-figure.ts';
import { currenciesOf } from './amount.ts';
import { amountField } from './amount-field.ts';
import { type Fault, faultAt } from './faults.ts';
import { marketChoice } from './market-choice.ts';
import { optionalNumber } from './number-field.ts';

type When = Invitation['when'];

/** What must hold before somebody is invited: a field for each condition, empty where it does not count. */
export function conditionFields(
  when: When,
  options: {
    readonly id: string;
    /** Of the conditions. */
    readonly faults: readonly Fault[];
    readonly markets: readonly Market[];
    readonly onChange: (when: When) => void;
  },
): TemplateResult {
  const { id, faults, markets } = options;
  const write = <Name extends keyof When>(name: Name, value: When[Name] | undefined) => {
    const { [name]: _, ...others } = when;
    options.onChange(value === undefined ? others : { ...others, [name]: value });
  };
  const basket = (side: 'min' | 'max', value: number | undefined) => {
    const { [side]: _, ...other } = when.basketMinor ?? {};
    const changed = value === undefined ? other : { ...other, [side]: value };
    write('basketMinor', Object.keys(changed).length === 0 ? undefined : changed);
  };
  const [currency, ...others] = currenciesOf(markets, when.markets);
  const basketField = (side: 'min' | 'max', label: string, error: string | undefined) => {
    const value = when.basketMinor?.[side];
    const field = { id: `${id}-basket-${side}`, label, error };
    if (currency !== undefined)
      return amountField({
        ...{ ...field, currency, value, ...(others.length > 0 && { hint: sayElsewhere(value, others) }) },
        onChange: (minor) => basket(side, minor),
      });
    return optionalNumber({ ...field, value, hint: SMALLEST_UNIT, onChange: (minor) => basket(side, minor) });
  };
  const whole = faults.find(({ pointer }) => pointer === '');
  return html`<fieldset>
    <legend>When</legend>
    <p class="hint">All that is given must hold; what is empty does not count.</p>
    <div class="row">
      ${optionalNumber({
        ...{ id: `${id}-after`, label: 'After seconds on the page', value: when.afterSeconds },
        error: faultAt(faults, '/afterSeconds'),
        onChange: (seconds) => write('afterSeconds', seconds),
      })}
      ${optionalNumber({
        ...{ id: `${id}-scrolled`, label: 'Scrolled through, in %' },
        value: when.scrolledShare === undefined ? undefined : Math.round(when.scrolledShare * 100),
        error: faultAt(faults, '/scrolledShare'),
        onChange: (percent) => write('scrolledShare', percent === undefined ? undefined : percent / 100),
      })}
      ${checkField({
        ...{
          id: `${id}-leaving`,
          label: 'When the pointer leaves the window',
          isChecked: when.isLeaving === true,
        },
        onChange: (isLeaving) => write('isLeaving', isLeaving ? true : undefined),
      })}
    </div>
    <div class="row">
      ${basketField('min', 'Basket of at least', faultAt(faults, '/basketMinor'))}
      ${basketField('max', 'Basket of at most', undefined)}
    </div>
    <div class="row">
      ${areaField({
        ...{ id: `${id}-pages`, label: 'On these pages', rows: 2, value: (when.pages ?? []).join('\n') },
        hint: 'A path a line, as /products/*; “*” stands for anything',
        error: faultAt(faults, '/pages'),
        onInput: (written) => write('pages', written === '' ? undefined : written.split('\n')),
      })}
    </div>
    ${marketChoice({ id, error: faultAt(faults, '/markets'), markets, chosen: when.markets ?? [], onChange: (chosen) => write('markets', chosen.length === 0 ? undefined : [...chosen]) })}
    ${whole === undefined ? nothing : html`<p class="field-error" role="alert">${whole.message}</p>`}
  </fieldset>`;
}

/** Where the shop has no market there is no currency either. */
const SMALLEST_UNIT = 'In the smallest unit of the currency: cents, where it has them';

/** What an amount comes to where another currency is paid in: the same count of its smallest units. */
function sayElsewhere(minor: number | undefined, currencies: readonly string[]): string {
  const amounts = currencies.map((currency) =>
    minor === undefined || !Number.isFinite(minor) ? currency : sayMoney(minor, currency),
  );
  const told = [...new Set(amounts)].join(', ');
  return minor === undefined
    ? `Also counts in ${told}: an invitation of its own by market has amounts of its own`
    : `Elsewhere ${told}; an invitation of its own by market has amounts of its own`;
}
