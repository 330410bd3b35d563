import { html, nothing, type TemplateResult } from 'lit';
import type { DeskReport } from '../../domain/desk/report.ts';
import { sayDate } from '../say-time.ts';
import { sayDay } from './say-figure.ts';

/** Of which time the numbers are, what of it is not over, and what they are laid beside. */
export const timeNote = ({ timeZone, countedAt, unfinishedFrom, before, to }: DeskReport): TemplateResult =>
  html`<p class="hint report-time">
    Days begin at midnight in ${timeZone}; counted ${sayDate(countedAt)}.
    ${
      unfinishedFrom === undefined
        ? nothing
        : html`<strong>${sayDay(unfinishedFrom)} is not over${unfinishedFrom === to ? '' : ', and what follows has not begun'}.</strong>`
    }
    ${
      before === undefined
        ? 'There is nothing to lay beside it: nothing was counted yet when as many days before began.'
        : `“Before” is ${sayDay(before.from)} to ${sayDay(before.to)}${unfinishedFrom === undefined ? '' : ', up to the same time of the last day'}.`
    }
  </p>`;

/** What each number counts, for whoever doubts it. */
export const definitions = (): TemplateResult =>
  html`<details class="report-definitions">
    <summary>How these numbers are counted</summary>
    <dl>
      ${DEFINITIONS.map(
        ([name, meaning]) => html`<div>
          <dt>${name}</dt>
          <dd>${meaning}</dd>
        </div>`,
      )}
    </dl>
  </details>`;

const DEFINITIONS: readonly (readonly [string, string])[] = [
  [
    'Conversations',
    'Those whose first message fell into these days. Those that were forgotten since are in no number.',
  ],
  [
    'Kinds, wishes, subjects, words',
    'Conversations that said so for the first time in these days, once each, however often it was said.',
  ],
  [
    'Answered without a person',
    'Of the conversations, those in which nobody asked for a person, and none took over, wrote, approved or corrected anything until now.',
  ],
  [
    'Not found',
    'Conversations in which no product fulfilled what was asked, or in which a kind of thing was named that the shop does not have; each once.',
  ],
  [
    'People',
    'Whoever agreed to be known again is one over all visits, anybody else one for each visit. Words are told when three people said them.',
  ],
  [
    'Budgets',
    'Upper prices that were named in those conversations. Amounts of different currencies are never added up.',
  ],
  [
    'Answers within',
    'From when a message came until the assistant’s answer was whole; what persons wrote is not timed.',
  ],
  [
    'Satisfaction',
    'By when it was asked. Only who answered is counted, and those may be the very happy and the very cross.',
  ],
  ['Ranges', 'Of a share as it would be over many such days: it lies there 95 times of 100.'],
];
