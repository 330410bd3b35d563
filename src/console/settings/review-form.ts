import { html, nothing, type TemplateResult } from 'lit';
import type { Channel } from '../../domain/channel.ts';
import type { ReviewRule, ReviewSettings } from '../../domain/desk/settings.ts';
import { choiceField } from '../components/field.ts';
import { faultAt } from './faults.ts';
import { numberField, optionalNumber } from './number-field.ts';
import { replaceAt, withoutAt } from './rows.ts';
import type { Said } from './said.ts';
import type { SettingForm } from './setting-spec.ts';

const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  web: 'the web',
  messenger: 'messengers',
  sms: 'text messages',
};
const ALL = '';
const AFTERWARDS: Readonly<Record<ReviewSettings['afterwards'], string>> = {
  keep: 'tell the shopper that it takes longer',
  send: 'send it as it is, and say so',
};

/** Which replies wait until somebody lets them go, and for how long. */
export function reviewForm({
  value,
  faults,
  markets,
  onChange,
  focusNext,
}: SettingForm<ReviewSettings>): TemplateResult {
  const { rules } = value;
  const write = (changed: readonly ReviewRule[]) => onChange({ ...value, rules: changed });
  const error = faults.find(({ pointer }) => pointer === '/rules');
  return html`
    <fieldset>
      <legend>Rules</legend>
      ${rules.length === 0 ? html`<p class="quiet">Every reply goes out at once.</p>` : nothing}
      ${rules.map((rule, at) => {
        const { market, channel, belowConfidence, ...rest } = rule;
        const countries = new Set([
          ...markets.map(({ country }) => country),
          ...(market === undefined ? [] : [market]),
        ]);
        return html`<div class="row" role="group" aria-label=${`Rule ${at + 1}`}>
          ${choiceField<string>({
            ...{ id: `market-${at}`, label: 'Market', value: market ?? ALL },
            options: [
              { value: ALL, label: 'all' },
              ...[...countries].map((code) => ({ value: code, label: code })),
            ],
            error: faultAt(faults, `/rules/${at}/market`),
            onChange: (chosen) => {
              const { market: _, ...others } = rule;
              write(replaceAt(rules, at, chosen === ALL ? others : { ...others, market: chosen }));
            },
          })}
          ${choiceField<Channel | typeof ALL>({
            ...{ id: `channel-${at}`, label: 'Channel', value: channel ?? ALL },
            options: [
              { value: ALL, label: 'all' },
              ...(Object.keys(CHANNEL_WORDS) as Channel[]).map((each) => ({
                ...{ value: each, label: CHANNEL_WORDS[each] },
              })),
            ],
            onChange: (chosen) => {
              const { channel: _, ...others } = rule;
              write(replaceAt(rules, at, chosen === ALL ? others : { ...others, channel: chosen }));
            },
          })}
          ${choiceField({
            ...{ id: `mode-${at}`, label: 'Replies', value: rule.mode },
            options: [
              { value: 'watch', label: 'go out at once' },
              { value: 'review', label: 'wait for approval' },
            ],
            onChange: (mode) => {
              const place = {
                ...(market !== undefined && { market }),
                ...(channel !== undefined && { channel }),
              };
              write(replaceAt(rules, at, { ...rest, ...place, mode }));
            },
          })}
          ${
            rule.mode === 'watch'
              ? nothing
              : optionalNumber({
                  ...{
                    id: `confidence-${at}`,
                    label: 'Surer than, in %',
                    hint: 'Goes out at once; empty: none does',
                  },
                  value: belowConfidence === undefined ? undefined : Math.round(belowConfidence * 100),
                  error: faultAt(faults, `/rules/${at}/belowConfidence`),
                  onChange: (percent) => {
                    const { belowConfidence: _, ...others } = rule;
                    const changed =
                      percent === undefined ? others : { ...others, belowConfidence: percent / 100 };
                    write(replaceAt(rules, at, changed));
                  },
                })
          }
          <button class="button small" type="button" @click=${() => {
            write(withoutAt(rules, at));
            focusNext('add-review-rule');
          }}>
            Remove rule ${at + 1}
          </button>
        </div>`;
      })}
      ${error === undefined ? nothing : html`<p class="field-error" role="alert">${error.message}</p>`}
      <div class="actions">
        <button
          id="add-review-rule"
          class="button"
          type="button"
          @click=${() => {
            write([...rules, { mode: 'review' }]);
            focusNext(`market-${rules.length}`);
          }}
        >Add a rule</button>
      </div>
    </fieldset>
    ${numberField({
      ...{
        id: 'hold-seconds',
        label: 'Seconds that a reply is held',
        value: value.holdSeconds,
        hint: '30 to 3600',
      },
      error: faultAt(faults, '/holdSeconds'),
      onChange: (holdSeconds) => onChange({ ...value, holdSeconds }),
    })}
    ${choiceField({
      ...{ id: 'afterwards', label: 'Then', value: value.afterwards },
      options: [
        { value: 'keep', label: AFTERWARDS.keep },
        { value: 'send', label: AFTERWARDS.send },
      ],
      onChange: (afterwards) => onChange({ ...value, afterwards }),
    })}`;
}

export const sayReview = ({ rules, holdSeconds, afterwards }: ReviewSettings): Said => [
  ...rules.map((rule) => [sayPlace(rule), sayMode(rule)] as const),
  ['A reply is held', `${holdSeconds} seconds`],
  ['Then', AFTERWARDS[afterwards]],
];

const sayPlace = ({ market, channel }: ReviewRule): string =>
  `Replies in ${market ?? 'all markets'}${channel === undefined ? '' : `, ${CHANNEL_WORDS[channel]}`}`;

const sayMode = ({ mode, belowConfidence }: ReviewRule): string =>
  mode === 'watch'
    ? 'go out at once'
    : belowConfidence === undefined
      ? 'wait for approval'
      : `wait for approval when less sure than ${Math.round(belowConfidence * 100)} %`;
