import { html, nothing, type TemplateResult } from 'lit';
import type { KeptRule, RuleChange, RuleNotice } from '../../domain/merchandising.ts';
import { dataTable } from '../components/data-table.ts';
import { readerLocale } from '../reader-locale.ts';
import { sayDate } from '../say-time.ts';
import { putBackColumn } from './put-back-column.ts';
import { sayAction, sayTarget, sayWhere } from './rule-words.ts';

/** All rules, and where they get into each other's way. */
export const ruleList = (options: {
  readonly rules: readonly KeptRule[];
  readonly notices: readonly RuleNotice[];
  readonly mayChange: boolean;
  readonly nameOf: (productId: string) => string;
  readonly onOpen: (rule: KeptRule) => void;
  readonly onHistory: (ruleId: string) => void;
  readonly onRemove: (rule: KeptRule) => void;
}): TemplateResult =>
  dataTable<KeptRule>({
    caption: 'Rules in force',
    isCaptionUnseen: true,
    rows: options.rules,
    key: ({ id }) => id,
    empty: 'No rule yet',
    columns: [
      {
        heading: 'Rule',
        cell: ({ id }) => html`${id}${noticesOf(options.notices.filter(({ rule }) => rule === id))}`,
      },
      {
        heading: 'What',
        cell: ({ action, target }) =>
          html`${sayAction(action)}<br /><span class="quiet" dir="auto">${sayTarget(target, options.nameOf)}</span>`,
      },
      { heading: 'Where', cell: ({ when }) => html`<span dir="auto">${sayWhere(when)}</span>` },
      {
        heading: 'Until',
        cell: ({ until }) => html`<time datetime=${until} title=${sayDate(until)}>${sayDay(until)}</time>`,
      },
      { heading: 'Owner', cell: ({ owner }) => owner },
      {
        heading: 'Do',
        cell: (rule) => html`<div class="actions">
          ${options.mayChange ? rowButton(`Change`, rule.id, () => options.onOpen(rule)) : nothing}
          ${rowButton('History', rule.id, () => options.onHistory(rule.id))}
          ${options.mayChange ? rowButton('Remove', rule.id, () => options.onRemove(rule)) : nothing}
        </div>`,
      },
    ],
  });

const rowButton = (label: string, ruleId: string, press: () => void): TemplateResult =>
  html`<button class="button small" type="button" aria-label=${`${label} ${ruleId}`} @click=${press}>${label}</button>`;

const noticesOf = (notices: readonly RuleNotice[]): TemplateResult | typeof nothing =>
  notices.length === 0
    ? nothing
    : html`<ul class="rule-notices">${notices.map(({ reason }) => html`<li>${reason}</li>`)}</ul>`;

/** What a rule has been, and the way back. */
export const ruleHistory = (options: {
  readonly ruleId: string;
  readonly changes: readonly RuleChange[];
  readonly mayChange: boolean;
  readonly nameOf: (productId: string) => string;
  readonly onPutBack: (version: number) => void;
}): TemplateResult =>
  dataTable<RuleChange>({
    caption: `What ${options.ruleId} was`,
    rows: options.changes,
    key: ({ version }) => String(version),
    columns: [
      { heading: 'Version', cell: ({ version }) => html`${version}` },
      { heading: 'When', cell: ({ at }) => sayDate(at) },
      { heading: 'Who', cell: ({ author }) => author ?? '' },
      {
        heading: 'It was',
        cell: ({ rule }) =>
          rule === undefined
            ? html`<span class="quiet">removed</span>`
            : html`<span dir="auto">${sayAction(rule.action)}: ${sayTarget(rule.target, options.nameOf)}, ${sayWhere(rule.when)}</span>`,
      },
      putBackColumn({ ...options, standing: options.changes[0]?.version, standingWords: 'as it is' }),
    ],
  });

const sayDay = (iso: string): string =>
  new Date(iso).toLocaleDateString(readerLocale(), { dateStyle: 'medium' });
