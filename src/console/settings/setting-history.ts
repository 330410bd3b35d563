import { html, nothing, type TemplateResult } from 'lit';
import type { Market } from '../../domain/market.ts';
import { dataTable } from '../components/data-table.ts';
import { sayDate } from '../say-time.ts';
import { putBackColumn } from './put-back-column.ts';
import { changesSaid, type SaidChange } from './said.ts';
import type { SettingSpec, Version } from './setting-spec.ts';

/** A version with what it changed. */
export interface SaidVersion extends Version {
  readonly changes: readonly SaidChange[];
}

const MOST_LINES = 6;

/** @param kept As the history has them, newest first. Each is held against the one before it; the oldest that is known against nothing. */
export function saidVersions(
  spec: SettingSpec,
  kept: readonly unknown[],
  markets: readonly Market[],
): readonly SaidVersion[] {
  const known = kept.map((each) => spec.versionOf(each));
  // Of a history that is cut the first version is not known.
  const isWhole = spec.shipped !== undefined && (known.at(-1)?.version ?? 1) === 1;
  const versions = isWhole ? [...known, spec.versionOf(spec.shipped)] : known;
  return versions.map((version, at) => {
    const before = versions[at + 1];
    const say = ({ value }: Version) => spec.say(value, markets);
    const changes = before === undefined ? [] : changesSaid(say(before), say(version));
    return { ...version, changes };
  });
}

/** What was changed, in words; the first of many, the others on request. */
export function changeList(changes: readonly SaidChange[]): TemplateResult | typeof nothing {
  if (changes.length === 0) return nothing;
  const [first, further] = [changes.slice(0, MOST_LINES), changes.slice(MOST_LINES)];
  return html`<ul class="said-changes">${first.map(changeItem)}</ul>
    ${
      further.length === 0
        ? nothing
        : html`<details>
            <summary>${further.length} more</summary>
            <ul class="said-changes">${further.map(changeItem)}</ul>
          </details>`
    }`;
}

const changeItem = ({ what, was, is }: SaidChange): TemplateResult =>
  html`<li dir="auto">
    ${is === undefined ? html`<span class="unseen">Gone: </span><del>${what}</del>` : what}${is === '' || (is === undefined && (was ?? '') === '') ? nothing : ':'}${was === undefined && is === '' ? html` <span class="tag good">new</span>` : nothing}
    ${was === undefined || was === '' ? nothing : html`<span class="unseen">, was </span><del>${was}</del>`}
    ${is === undefined || is === '' ? nothing : html`<span class="unseen">, is now </span><ins>${is}</ins>`}
  </li>`;

/** Every version of one setting: who, when, what changed, and the way back. */
export const settingHistory = (options: {
  readonly versions: readonly SaidVersion[];
  readonly inForce: number;
  readonly mayChange: boolean;
  readonly onPutBack: (version: number) => void;
}): TemplateResult =>
  dataTable<SaidVersion>({
    caption: 'What it was',
    rows: options.versions,
    key: ({ version }) => String(version),
    empty: 'Nothing was set yet',
    columns: [
      { heading: 'Version', cell: ({ version }) => html`${version}` },
      { heading: 'When', cell: ({ at }) => (at === undefined ? 'as shipped' : sayDate(at)) },
      { heading: 'Who', cell: ({ by }) => by ?? '' },
      { heading: 'What changed', cell: ({ changes }) => changeList(changes) },
      putBackColumn({ ...options, standing: options.inForce, standingWords: 'in force' }),
    ],
  });
