import { html, nothing, type TemplateResult } from 'lit';
import type { OfficeHours } from '../../domain/desk/settings.ts';
import { choiceField } from '../components/field.ts';
import { readerLocale } from '../reader-locale.ts';
import { serverNow } from '../server-clock.ts';
import { daysOfSpan, spansOfDays } from './closed-days.ts';
import { faultAt } from './faults.ts';
import type { Said } from './said.ts';
import type { SettingForm } from './setting-spec.ts';
import { DAYS, weekGrid } from './week-grid.ts';
import { type OpenNow, whenOpen } from './when-open.ts';

const LONGEST_OFF_DAYS = 6;

/** When somebody is there: the clocks that count, the hours of a week, and the days on which nobody comes. */
export function officeHoursForm(form: SettingForm<OfficeHours>): TemplateResult {
  const { value, faults, onChange, focusNext } = form;
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return html`
    ${nowLine(value)}
    <div class="row">
      ${choiceField({
        ...{ id: 'time-zone', label: 'Time zone', value: value.timeZone },
        options: timeZones(value.timeZone).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
        error: faultAt(faults, '/timeZone'),
        onChange: (timeZone) => onChange({ ...value, timeZone }),
      })}
      ${
        own === value.timeZone
          ? nothing
          : html`<button class="button" type="button" @click=${() => onChange({ ...value, timeZone: own })}>
              Use ${own.replaceAll('_', ' ')}
            </button>`
      }
    </div>
    ${weekGrid({ week: value.week, faults, focusNext, onChange: (week) => onChange({ ...value, week }) })}
    ${closedDays(form)}
  `;
}

function closedDays({ value, faults, onChange }: SettingForm<OfficeHours>): TemplateResult {
  const error = faultAt(faults, '/closedOn');
  const spans = spansOfDays(value.closedOn);
  const add = (row: Element | null) => {
    const [from, until] = row?.querySelectorAll('input') ?? [];
    if (from === undefined || until === undefined || from.value === '') return from?.focus();
    const days = daysOfSpan({ from: from.value, until: until.value === '' ? from.value : until.value });
    until.setCustomValidity(days.length === 0 ? 'It ends before it begins' : '');
    if (!until.reportValidity()) return;
    onChange({ ...value, closedOn: [...new Set([...value.closedOn, ...days])].toSorted() });
    [from.value, until.value] = ['', ''];
    from.focus();
  };
  return html`<fieldset class="closed-days">
    <legend>Closed on</legend>
    ${
      spans.length === 0
        ? html`<p class="quiet">No days beside the week: add holidays of the shop.</p>`
        : html`<ul class="chips">
            ${spans.map(
              (span) => html`<li class="chip">
                ${sayDays(span)}
                <button
                  class="button square plain"
                  type="button"
                  aria-label=${`Remove ${sayDays(span)}`}
                  @click=${() => {
                    const gone = new Set(daysOfSpan(span));
                    onChange({ ...value, closedOn: value.closedOn.filter((day) => !gone.has(day)) });
                  }}
                >
                  ×
                </button>
              </li>`,
            )}
          </ul>`
    }
    <div
      class="add-row"
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        add(event.target.closest('.add-row'));
      }}
    >
      <label>First day <input class="input" id="closed-from" type="date" /></label>
      <label>Last day <input class="input" id="closed-until" type="date" /></label>
      <button
        class="button small"
        type="button"
        @click=${({ currentTarget }: Event) => add(currentTarget instanceof Element ? currentTarget.parentElement : null)}
      >
        Add days
      </button>
    </div>
    ${error === undefined ? nothing : html`<p class="field-error" role="alert">${error}</p>`}
  </fieldset>`;
}

function nowLine(hours: OfficeHours): TemplateResult {
  const { isOpen, now, until } = whenOpen(hours, serverNow());
  return html`<p class="open-now">
    <span class="tag ${isOpen ? 'good' : 'warm'}">${isOpen ? 'open now' : 'closed now'}</span>
    It is ${DAYS[now.day]} ${now.time} there; ${sayUntil(isOpen, until)}
  </p>`;
}

function sayUntil(isOpen: boolean, until: OpenNow['until']): string {
  if (until === undefined)
    return isOpen
      ? 'somebody is always there: shoppers are told of no hours.'
      : 'nobody comes within a year.';
  const day =
    until.daysOff === 0
      ? 'today'
      : until.daysOff > LONGEST_OFF_DAYS
        ? `${DAYS[until.day]}, in ${until.daysOff} days,`
        : DAYS[until.day];
  return `${isOpen ? 'open until' : 'somebody comes'} ${day} ${isOpen ? '' : 'at '}${until.time}.`;
}

/** All that the browser knows, with the one that is set. */
const timeZones = (set: string): readonly string[] => [
  ...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), set]),
];

const sayDay = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(readerLocale(), {
    ...{ timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  });

const sayDays = ({ from, until }: { readonly from: string; readonly until: string }): string =>
  from === until ? sayDay(from) : `${sayDay(from)} to ${sayDay(until)}`;

export const sayOfficeHours = ({ timeZone, week, closedOn }: OfficeHours): Said => [
  ['Time zone', timeZone],
  ...week.map(
    (spans, day) =>
      [
        DAYS[day] ?? '',
        spans.length === 0 ? 'closed' : spans.map(({ from, to }) => `${from} to ${to}`).join(', '),
      ] as const,
  ),
  ...spansOfDays(closedOn).map((span) => [`Closed on ${sayDays(span)}`, ''] as const),
];
