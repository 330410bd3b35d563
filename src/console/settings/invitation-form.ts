import { html, type TemplateResult } from 'lit';
import type { Invitation, Invitations } from '../../domain/widget-settings.ts';
import { checkField, textField } from '../components/field.ts';
import { languageName, ownLanguage } from '../own-language.ts';
import { type Fault, faultAt } from './faults.ts';
import { conditionFields } from './invitation-conditions.ts';
import { sayWhen } from './invitation-words.ts';
import { languageTexts } from './language-texts.ts';
import { numberField } from './number-field.ts';
import { movedBy, replaceAt, withoutAt } from './rows.ts';
import { languagesOf, type SettingForm } from './setting-spec.ts';

const MOST_CHARACTERS = 200;

/** When the widget invites shoppers to talk, and how often at most. */
export function invitationForm(form: SettingForm<Invitations>): TemplateResult {
  const { value, faults, onChange, focusNext } = form;
  const { rules } = value;
  const write = (changed: readonly Invitation[]) => onChange({ ...value, rules: [...changed] });
  return html`
    <p class="quiet">
      The first one that holds is shown. Who sends one away is not invited again in that visit.
    </p>
    ${numberField({
      ...{ id: 'min-interval', label: 'Seconds between two invitations', value: value.minIntervalSeconds },
      error: faultAt(faults, '/minIntervalSeconds'),
      onChange: (minIntervalSeconds) => onChange({ ...value, minIntervalSeconds }),
    })}
    ${rules.map((rule, at) =>
      invitationCard(rule, {
        ...{ form, at, isLast: at === rules.length - 1, faults: faultsBelow(faults, `/rules/${at}`) },
        onChange: (changed) => write(replaceAt(rules, at, changed)),
        onMove: (by) => write(movedBy(rules, at, by)),
        onRemove: () => {
          write(withoutAt(rules, at));
          focusNext('add-invitation');
        },
      }),
    )}
    <div class="actions">
      <button
        id="add-invitation"
        class="button"
        type="button"
        @click=${() => {
          write([...rules, newInvitation(rules)]);
          focusNext(`invitation-${rules.length}-id`);
        }}
      >
        Add an invitation
      </button>
    </div>`;
}

function invitationCard(
  rule: Invitation,
  card: {
    readonly form: SettingForm<Invitations>;
    readonly at: number;
    readonly isLast: boolean;
    readonly faults: readonly Fault[];
    readonly onChange: (rule: Invitation) => void;
    readonly onMove: (by: -1 | 1) => void;
    readonly onRemove: () => void;
  },
): TemplateResult {
  const { form, at, faults, onChange } = card;
  const id = `invitation-${at}`;
  const name = rule.id === '' ? `invitation ${at + 1}` : rule.id;
  return html`<fieldset class="card" aria-label=${`Invitation ${name}`}>
    <div class="row">
      ${textField({
        ...{ id: `${id}-id`, label: `Name of invitation ${at + 1}`, value: rule.id, maxLength: 60 },
        hint: 'Letters, digits, “-” and “_”; shoppers do not see it',
        error: faultAt(faults, '/id'),
        onInput: (named) => onChange({ ...rule, id: named }),
      })}
      ${checkField({
        ...{ id: `${id}-on`, label: `${name} is on`, isChecked: rule.isOff !== true },
        onChange: (isOn) => {
          const { isOff: _, ...others } = rule;
          onChange(isOn ? others : { ...others, isOff: true });
        },
      })}
      <div class="actions">
        <button class="button small" type="button" aria-label=${`Up: ${name}`} ?disabled=${at === 0} @click=${() => card.onMove(-1)}>
          Up
        </button>
        <button class="button small" type="button" aria-label=${`Down: ${name}`} ?disabled=${card.isLast} @click=${() => card.onMove(1)}>
          Down
        </button>
        <button class="button small" type="button" aria-label=${`Remove ${name}`} @click=${card.onRemove}>
          Remove
        </button>
      </div>
    </div>
    <p class="said-when" dir="auto">Invites ${sayWhen(rule, form.markets)}.</p>
    ${conditionFields(rule.when, {
      ...{ id, faults: faultsBelow(faults, '/when'), markets: form.markets },
      onChange: (when) => onChange({ ...rule, when }),
    })}
    ${languageTexts<string>({
      ...{
        id,
        legend: `Words of ${name}`,
        texts: rule.message,
        empty: '',
        suggested: languagesOf(form.markets),
      },
      draw: (language, text, change) =>
        textField({
          ...{ id: `${id}-${language}`, label: `What ${name} says, ${languageName(language)}`, value: text },
          ...{ maxLength: MOST_CHARACTERS, onInput: change },
          error: faultAt(faults, `/message/${language}`),
        }),
      onChange: (message) => onChange({ ...rule, message }),
    })}
    <fieldset>
      <legend>At most</legend>
      <div class="row">
        ${numberField({
          ...{ id: `${id}-visit`, label: 'Times in a visit', value: rule.perVisit, hint: '1 to 10' },
          error: faultAt(faults, '/perVisit'),
          onChange: (perVisit) => onChange({ ...rule, perVisit }),
        })}
        ${numberField({
          ...{ id: `${id}-rest`, label: 'Days until the next visit it is shown in', value: rule.restDays },
          hint: 'Where the shopper let something be kept',
          error: faultAt(faults, '/restDays'),
          onChange: (restDays) => onChange({ ...rule, restDays }),
        })}
      </div>
    </fieldset>
  </fieldset>`;
}

/** Those of a part, seen from it; those of the part itself stay with the pointer "". */
const faultsBelow = (faults: readonly Fault[], pointer: string): readonly Fault[] =>
  faults.flatMap((fault) =>
    fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`)
      ? [{ ...fault, pointer: fault.pointer.slice(pointer.length) }]
      : [],
  );

function newInvitation(rules: readonly Invitation[]): Invitation {
  const taken = new Set(rules.map(({ id }) => id));
  const numbers = Array.from({ length: rules.length + 1 }, (_, at) => `invitation-${at + 1}`);
  const id = numbers.find((each) => !taken.has(each)) ?? '';
  return { id, when: { afterSeconds: 30 }, message: { [ownLanguage()]: '' }, perVisit: 1, restDays: 30 };
}
