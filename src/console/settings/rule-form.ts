import { html, nothing, type TemplateResult } from 'lit';
import type { RuleAction } from '../../domain/merchandising.ts';
import { areaField, choiceField, textField } from '../components/field.ts';
import type { DeskClient } from '../desk-client.ts';
import { type Fault, faultAt } from './faults.ts';
import './product-field.ts';
import type { ProductShelf } from './product-shelf.ts';
import type { RuleFields } from './rule-fields.ts';
import { ACTION_WORDS } from './rule-words.ts';

const ACTIONS = Object.entries(ACTION_WORDS).map(([value, label]) => ({
  value: value as RuleAction['kind'],
  label,
}));

/** What a rule does, to what, where, and how long. */
export function ruleForm(options: {
  readonly fields: RuleFields;
  /** Written already: its name stays. */
  readonly isKept: boolean;
  readonly faults: readonly Fault[];
  readonly desk: DeskClient;
  readonly shelf: ProductShelf;
  /** Where the shop sells. */
  readonly markets: readonly string[];
  readonly onChange: (fields: RuleFields) => void;
}): TemplateResult {
  const { fields, isKept, faults, onChange } = options;
  const of = <Name extends Exclude<keyof RuleFields, 'productIds'>>(
    name: Name,
    label: string,
    pointer: string,
    hint?: string,
  ) => ({
    ...{ id: `rule-${name}`, label, value: fields[name], error: faultAt(faults, pointer) },
    ...(hint !== undefined && { hint }),
    onInput: (value: string) => onChange({ ...fields, [name]: value }),
  });
  const { kind } = fields;
  return html`
    <div class="row">
      ${textField({
        ...of('id', 'Name of the rule', '/ruleId', 'Small letters, digits, “-”; it stands in the scores'),
        disabled: isKept,
      })}
      ${textField(of('owner', 'Who answers for it', '/owner'))}
    </div>
    <fieldset>
      <legend>What</legend>
      <div class="row">
        ${choiceField({
          ...{ id: 'rule-kind', label: 'Do', value: kind, options: ACTIONS },
          onChange: (chosen) => onChange({ ...fields, kind: chosen }),
        })}
        ${kind === 'pin' ? textField({ ...of('position', 'Place', '/action/position', '1 is the first; up to 10'), type: 'number' }) : nothing}
        ${kind === 'boost' || kind === 'bury' ? textField(of('strength', 'How much', '/action/strength', '0.01 to 2; 1 is what the best match is worth')) : nothing}
      </div>
      <desk-product-field
        .desk=${options.desk}
        .shelf=${options.shelf}
        .known=${options.shelf.size}
        .markets=${options.markets}
        .productIds=${fields.productIds}
        .isSingle=${kind === 'pin'}
        .error=${faultAt(faults, '/target/productIds')}
        .onChange=${(productIds: readonly string[]) => onChange({ ...fields, productIds })}
      ></desk-product-field>
      ${
        kind === 'pin'
          ? nothing
          : html`<div class="row">
                ${textField(of('category', 'Category', '/target/category', 'As Clothing > Scarves, with all below'))}
                ${textField(of('brand', 'Brand', '/target/brand'))}
              </div>
              ${areaField({ ...of('attributes', 'Attributes', '/target/attributes', 'As color: red, blue; one a line'), rows: 2 })}`
      }
      ${ownFault(faults, '/target')}
    </fieldset>
    <fieldset>
      <legend>Where</legend>
      <p class="quiet">Everything given holds at once. With nothing given it is for every list.</p>
      <div class="row">
        ${textField(of('words', 'Words that are asked for', '/when/query'))}
        ${choiceField({
          ...{ id: 'rule-match', label: 'They stand', value: fields.match },
          options: [
            { value: 'all-words', label: 'among others' },
            { value: 'exact', label: 'alone' },
          ],
          onChange: (match) => onChange({ ...fields, match }),
        })}
      </div>
      <div class="row">
        ${textField(of('whenCategory', 'Category that is asked for', '/when/category'))}
        ${textField(of('markets', 'Markets', '/when/markets', 'As DE, AT'))}
        ${textField(of('segments', 'Shoppers', '/when/segments', 'As visitor, customer'))}
      </div>
    </fieldset>
    <fieldset>
      <legend>How long</legend>
      <div class="row">
        ${textField({ ...of('from', 'From', '/from', 'At once when empty'), type: 'date' })}
        ${textField({ ...of('until', 'Until', '/until', 'Every rule ends'), type: 'date' })}
      </div>
    </fieldset>
    ${textField(of('note', 'Why', '/note'))}`;
}

/** Of the whole of something, where no field of it is at fault. */
const ownFault = (faults: readonly Fault[], pointer: string): TemplateResult | typeof nothing => {
  const found = faults.find((fault) => fault.pointer === pointer);
  return found === undefined ? nothing : html`<p class="field-error" role="alert">${found.message}</p>`;
};
