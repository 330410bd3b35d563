import { html, nothing, type TemplateResult } from 'lit';
import type { DeskReport, Interval } from '../../domain/desk/report.ts';
import { sayDuration } from '../say-time.ts';
import { choiceOf, type FigureName, figureAddress } from './report-address.ts';
import { sayChange, sayCount, sayMilliseconds, sayNumber, sayRange, sayShare } from './say-figure.ts';

interface KeyFigure {
  readonly label: string;
  readonly value: string;
  /** What lies behind it. */
  readonly figure?: FigureName;
  readonly note?: string;
  /** The same of the days before. */
  readonly before?: string | undefined;
}

/** The numbers that matter first, each beside what it was before. */
export function keyFigures(report: DeskReport): TemplateResult {
  const choice = choiceOf(report);
  return html`<dl class="key-figures">
    ${[...trafficOf(report), ...serviceOf(report)].map(
      ({ label, value, figure, note, before }) =>
        html`<div class="key-figure">
          <dt>${label}</dt>
          <dd class="key-value">
            ${figure === undefined ? value : html`<a href=${figureAddress(choice, figure)}>${value}</a>`}
          </dd>
          ${note === undefined ? nothing : html`<dd class="hint">${note}</dd>`}
          ${before === undefined ? nothing : html`<dd class="hint key-before">before: ${before}</dd>`}
        </div>`,
    )}
  </dl>`;
}

function trafficOf(report: DeskReport): KeyFigure[] {
  const { conversations, withoutPerson, withoutPersonShare: share, notFound, shoppers, before } = report;
  return [
    {
      ...{ label: 'Conversations', value: sayCount(conversations.conversations), figure: conversations },
      note: `${sayCount(report.messages)} messages`,
      before: before && sayChange(before.conversations, conversations.conversations),
    },
    {
      ...{ label: 'Answered without a person', figure: withoutPerson },
      value: share === undefined ? '–' : sayShare(share.value),
      note: `${sayCount(withoutPerson.conversations)} conversations${share === undefined ? '' : `; ${sayRange(share, sayShare)}`}`,
      before:
        before?.withoutPersonShare &&
        `${sayShare(before.withoutPersonShare.value)}${sayCertainty(before.withoutPersonDifference)}`,
    },
    {
      ...{ label: 'Not found', value: sayCount(notFound.all.conversations), figure: notFound.all },
      note: 'nothing fitted, or there is no such thing',
      before: before && sayChange(before.notFound, notFound.all.conversations),
    },
    {
      label: 'Bought, of those who chatted',
      value: shoppers.kind === 'compared' ? sayShare(shoppers.chatting.conversion.value) : '–',
      note:
        shoppers.kind === 'compared'
          ? `others ${sayShare(shoppers.others.conversion.value)}; no proof of an effect, see below`
          : `too few people: ${shoppers.leastPeople} in each group are needed`,
    },
  ];
}

function serviceOf({ speed, persons, satisfaction, complaints, before }: DeskReport): KeyFigure[] {
  const { mean, satisfiedShare: satisfied } = satisfaction;
  return [
    {
      label: 'Half of the answers within',
      value: speed.p50Ms === undefined ? '–' : sayMilliseconds(speed.p50Ms),
      ...(speed.p95Ms === undefined ? {} : { note: `95 % within ${sayMilliseconds(speed.p95Ms)}` }),
      before: before?.p50Ms === undefined ? undefined : sayMilliseconds(before.p50Ms),
    },
    {
      label: 'Waited for a person',
      value: persons.waitMs === undefined ? '–' : sayDuration(persons.waitMs.median),
      note: `half of them at most; ${sayCount(persons.joined.conversations)} taken over, in ${sayCount(persons.unanswered.conversations)} nobody came`,
      before: before?.waitMedianMs === undefined ? undefined : sayDuration(before.waitMedianMs),
    },
    {
      label: 'Satisfaction',
      value: mean === undefined ? '–' : `${sayNumber(mean)} of 5`,
      note: `${sayCount(satisfaction.answered)} of ${sayCount(satisfaction.asked)} answered${
        satisfied === undefined
          ? ''
          : `; ${sayShare(satisfied.value)} (${sayRange(satisfied, sayShare)}) gave 4 or 5`
      }`,
      before:
        before?.satisfactionMean === undefined ? undefined : `${sayNumber(before.satisfactionMean)} of 5`,
    },
    {
      ...{ label: 'Complaints', value: sayCount(complaints.conversations), figure: complaints },
      before: before && sayChange(before.complaints, complaints.conversations),
    },
  ];
}

/** Whether a difference is more than chance. */
const sayCertainty = (difference: Interval | undefined): string => {
  if (difference === undefined) return '';
  if (difference.low > 0) return ', surely more now';
  return difference.high < 0 ? ', surely less now' : ', which may be chance';
};
