import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { QueueFilter, QueuePage, QueueTab } from '../../domain/desk/queue.ts';
import { icon } from '../components/icon.ts';
import { readerLocale } from '../reader-locale.ts';
import { REASON_WORDS, TAB_WORDS } from './say-line.ts';

/** In the order of the queue's tabs; the domain is types only here. */
export const TABS: readonly QueueTab[] = ['waiting', 'mine', 'assistant', 'others', 'closed'];

export interface QueueFiltersView {
  readonly filter: QueueFilter;
  readonly counts: QueuePage['counts'] | undefined;
  readonly markets: readonly string[];
  readonly languages: readonly string[];
  readonly isOpen: boolean;
  onToggle(): void;
  onFilter(filter: QueueFilter): void;
}

/** Tabs with their counts. Arrows go from one to the other. */
export function queueTabs({ filter, counts, onFilter }: QueueFiltersView): TemplateResult {
  const move = (event: KeyboardEvent, by: number) => {
    const tab = TABS[(TABS.indexOf(filter.tab) + by + TABS.length) % TABS.length];
    if (tab === undefined) return;
    event.preventDefault();
    onFilter({ ...filter, tab });
    const list = event.currentTarget;
    if (list instanceof HTMLElement) list.querySelector<HTMLElement>(`[data-tab="${tab}"]`)?.focus();
  };
  return html`<div
    class="queue-tabs"
    role="tablist"
    aria-label="Part of the queue"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'ArrowRight') move(event, 1);
      if (event.key === 'ArrowLeft') move(event, -1);
    }}
  >
    ${TABS.map((tab) => {
      const isHere = tab === filter.tab;
      return html`<button
        type="button"
        role="tab"
        data-tab=${tab}
        aria-selected=${isHere ? 'true' : 'false'}
        tabindex=${isHere ? 0 : -1}
        aria-controls="queue-panel"
        @click=${() => onFilter({ ...filter, tab })}
      >
        ${TAB_WORDS[tab]} <span class="count">${counts === undefined ? '' : counts[tab].toLocaleString(readerLocale())}</span>
      </button>`;
    })}
  </div>`;
}

/** Search, and further conditions when they are wanted. */
export function queueFilters(view: QueueFiltersView): TemplateResult {
  const { filter, onFilter } = view;
  const { search: _search, tab: _tab, ...conditions } = filter;
  const given = Object.keys(conditions).length;
  return html`<div class="queue-find">
    <input
      id="queue-search"
      class="input"
      type="search"
      placeholder="Search ( / )"
      aria-label="Search what was said"
      .value=${live(filter.search ?? '')}
      @input=${({ target }: Event) =>
        target instanceof HTMLInputElement && onFilter(withSearch(filter, target.value))}
    />
    <button
      class="button"
      type="button"
      aria-expanded=${view.isOpen ? 'true' : 'false'}
      aria-controls="queue-conditions"
      @click=${() => view.onToggle()}
    >
      ${icon('settings')}Filter${given === 0 ? nothing : html` <span class="tag cool">${given}</span>`}
    </button>
    <div id="queue-conditions" ?hidden=${!view.isOpen}>${view.isOpen ? conditionFields(view) : nothing}</div>
  </div>`;
}

function conditionFields(view: QueueFiltersView): TemplateResult {
  const { filter, onFilter } = view;
  return html`
    ${choice('Reason', filter.reason, Object.entries(REASON_WORDS), (reason) => onFilter(changed(filter, { reason })))}
    ${choice('Market', filter.market, asIs(view.markets), (market) => onFilter(changed(filter, { market })))}
    ${choice('Language', filter.language, asIs(view.languages), (language) => onFilter(changed(filter, { language })))}
    ${choice('Channel', filter.channel, asIs(['web', 'messenger', 'sms']), (channel) =>
      onFilter(changed(filter, { channel: channel as QueueFilter['channel'] })),
    )}
    <label class="check">
      <input
        type="checkbox"
        .checked=${live(filter.isUnread === true)}
        @change=${({ target }: Event) =>
          onFilter(
            changed(filter, {
              isUnread: target instanceof HTMLInputElement && target.checked ? true : undefined,
            }),
          )}
      />
      Unread only
    </label>
    <button class="button plain small" type="button" @click=${() => onFilter({ tab: filter.tab })}>Clear all</button>
  `;
}

const asIs = (values: readonly string[]): [string, string][] => values.map((value) => [value, value]);

const choice = (
  label: string,
  value: string | undefined,
  options: readonly (readonly [string, string])[],
  onChange: (value: string | undefined) => void,
): TemplateResult =>
  html`<label class="field"
    ><span>${label}</span>
    <select
      class="input"
      @change=${({ target }: Event) =>
        target instanceof HTMLSelectElement && onChange(target.value === '' ? undefined : target.value)}
    >
      <option value="" .selected=${live(value === undefined)}>All</option>
      ${options.map(
        ([key, words]) => html`<option value=${key} .selected=${live(value === key)}>${words}</option>`,
      )}
    </select></label
  >`;

type Conditions = { readonly [Name in keyof QueueFilter]?: QueueFilter[Name] | undefined };

/** Without the conditions that are undefined. */
export const changed = (filter: QueueFilter, change: Conditions): QueueFilter =>
  Object.fromEntries(
    Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined),
  ) as unknown as QueueFilter;

const withSearch = (filter: QueueFilter, written: string): QueueFilter =>
  changed(filter, { search: written.trim() === '' ? undefined : written });
