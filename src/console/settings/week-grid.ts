import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { OfficeHours } from '../../domain/desk/settings.ts';
import { type Fault, faultAt } from './faults.ts';
import { replaceAt, withoutAt } from './rows.ts';

type Week = OfficeHours['week'];
type Day = Week[number];

/** Monday first, as the settings have them. */
export const DAYS: readonly string[] = Array.from({ length: 7 }, (_, day) =>
  new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + day)),
);
const WORKING_DAYS = [0, 1, 2, 3, 4];
const MOST_SPANS = 6;
const MIDNIGHT = '24:00';

/** The hours of a week, a row a day with as many spans as it has. */
export function weekGrid(options: {
  readonly week: Week;
  readonly faults: readonly Fault[];
  readonly onChange: (week: Week) => void;
  readonly focusNext: (id: string) => void;
}): TemplateResult {
  const { week, faults, onChange, focusNext } = options;
  const [monday = []] = week;
  return html`<fieldset class="week">
    <legend>Hours</legend>
    <p class="hint">An end at 00:00 is midnight. A break is made of two spans.</p>
    ${DAYS.map((name, at) =>
      dayRow({
        ...{ name, at, spans: week[at] ?? [], error: faultAt(faults, `/week/${at}`) },
        onChange: (spans) => onChange(replaceAt(week, at, spans)),
        focusNext,
      }),
    )}
    <div class="actions">
      <button
        class="button small"
        type="button"
        @click=${() => onChange(week.map((spans, day) => (WORKING_DAYS.includes(day) ? monday : spans)))}
      >
        Monday’s hours to Friday
      </button>
      <button class="button small" type="button" @click=${() => onChange(week.map(() => monday))}>
        Monday’s hours every day
      </button>
    </div>
  </fieldset>`;
}

function dayRow(row: {
  readonly name: string;
  readonly at: number;
  readonly spans: Day;
  readonly error: string | undefined;
  readonly onChange: (spans: Day) => void;
  readonly focusNext: (id: string) => void;
}): TemplateResult {
  const { name, at, spans, error, onChange, focusNext } = row;
  const errorId = `week-${at}-error`;
  const time = (side: 'from' | 'to', span: Day[number], place: number) => html`<input
    id=${`week-${at}-${place}-${side}`}
    class="input"
    type="time"
    aria-label=${`${name} ${side === 'from' ? 'from' : 'until'}${spans.length === 1 ? '' : `, span ${place + 1}`}`}
    aria-invalid=${error === undefined ? nothing : 'true'}
    aria-describedby=${error === undefined ? nothing : errorId}
    .value=${live(span[side] === MIDNIGHT ? '00:00' : span[side])}
    @input=${({ target }: Event) => {
      if (!(target instanceof HTMLInputElement)) return;
      const written = side === 'to' && target.value === '00:00' ? MIDNIGHT : target.value;
      onChange(replaceAt(spans, place, { ...span, [side]: written }));
    }}
  />`;
  return html`<div class="day" role="group" aria-label=${name}>
    <span class="day-name">${name}</span>
    <div class="day-spans">
      ${spans.length === 0 ? html`<span class="tag">closed</span>` : nothing}
      ${spans.map(
        (span, place) => html`<span class="day-span">
          ${time('from', span, place)}<span aria-hidden="true">–</span>${time('to', span, place)}
          <button
            class="button square plain"
            type="button"
            aria-label=${`Remove ${name} ${span.from} to ${span.to}`}
            @click=${() => {
              onChange(withoutAt(spans, place));
              focusNext(`week-${at}-add`);
            }}
          >
            ×
          </button>
        </span>`,
      )}
      ${
        spans.length < MOST_SPANS
          ? html`<button
              id=${`week-${at}-add`}
              class="button small"
              type="button"
              aria-label=${`Add hours on ${name}`}
              @click=${() => {
                onChange([...spans, nextSpan(spans)]);
                focusNext(`week-${at}-${spans.length}-from`);
              }}
            >
              Add hours
            </button>`
          : nothing
      }
    </div>
    ${error === undefined ? nothing : html`<p class="field-error" id=${errorId} role="alert">${error}</p>`}
  </div>`;
}

/** An hour after the last span, so that a break lies between; a working day where there is none. */
function nextSpan(spans: Day): Day[number] {
  const end = Number(spans.at(-1)?.to.slice(0, 2) ?? Number.NaN);
  if (Number.isNaN(end)) return { from: '09:00', to: '17:00' };
  const hour = (value: number) => `${String(Math.min(24, value)).padStart(2, '0')}:00`;
  return { from: hour(end + 1), to: hour(end + 5) };
}
