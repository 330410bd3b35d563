import { html, type TemplateResult } from 'lit';
import type { SettingValues } from '../../domain/desk/setting-kinds.ts';
import { checkField } from '../components/field.ts';
import { faultAt } from './faults.ts';
import { numberField } from './number-field.ts';
import type { Said } from './said.ts';
import type { SettingForm } from './setting-spec.ts';

type Satisfaction = SettingValues['satisfaction'];
type Assignment = SettingValues['assignment'];

/** Whether shoppers are asked, once, how it was. */
export const satisfactionForm = ({
  value,
  faults,
  onChange,
}: SettingForm<Satisfaction>): TemplateResult => html`
  ${checkField({
    ...{ id: 'is-asked', label: 'Ask shoppers how it was', isChecked: value.isAsked },
    onChange: (isAsked) => onChange({ ...value, isAsked }),
  })}
  ${numberField({
    ...{
      id: 'after-messages',
      label: 'Not before so many messages',
      value: value.afterMessages,
      hint: '1 to 50',
    },
    error: faultAt(faults, '/afterMessages'),
    onChange: (afterMessages) => onChange({ ...value, afterMessages }),
  })}`;

export const saySatisfaction = ({ isAsked, afterMessages }: Satisfaction): Said => [
  ['Shoppers are asked how it was', isAsked ? `after ${afterMessages} messages` : 'never'],
];

/** Whether conversations that wait are given to who is there. */
export const assignmentForm = ({ value, faults, onChange }: SettingForm<Assignment>): TemplateResult => html`
  ${checkField({
    id: 'is-assigned',
    label: 'Give conversations that wait to who is there, one after the other',
    isChecked: value.mode === 'round-robin',
    onChange: (isOn) => onChange({ ...value, mode: isOn ? 'round-robin' : 'off' }),
  })}
  ${numberField({
    ...{
      id: 'most-at-once',
      label: 'Conversations of one agent at a time',
      value: value.mostAtOnce,
      hint: '1 to 50',
    },
    error: faultAt(faults, '/mostAtOnce'),
    onChange: (mostAtOnce) => onChange({ ...value, mostAtOnce }),
  })}`;

export const sayAssignment = ({ mode, mostAtOnce }: Assignment): Said => [
  ['Conversations that wait', mode === 'off' ? 'are taken by hand' : 'are given to who is there'],
  ['Conversations of one agent at a time', String(mostAtOnce)],
];
