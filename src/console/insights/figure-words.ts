import type { ReportMetric } from '../../domain/desk/report.ts';
import type { FigureName } from './report-address.ts';
import { sayMilliseconds, sayValue } from './say-figure.ts';

const HEADINGS: Readonly<Record<ReportMetric, string>> = {
  conversations: 'All conversations',
  'without-person': 'Answered without a person',
  kind: 'Asked for',
  wish: 'Wanted',
  unknown: 'Not known to the shop',
  relaxed: 'Given up',
  nothing: 'Nothing fitted',
  'not-found': 'Not found',
  subject: 'About',
  degraded: 'Something failed',
  handoff: 'A person was asked for',
  joined: 'A person took over',
  unanswered: 'Nobody came',
  slow: 'Slow answers',
  satisfaction: 'Satisfaction',
  corrected: 'Corrected by an agent',
};

/** What a list of conversations is headed by. */
export function sayFigure(figure: FigureName): string {
  const heading = HEADINGS[figure.metric];
  if (figure.metric === 'slow') return `${heading}: ${sayMilliseconds(Number(figure.value))} and more`;
  if (figure.metric === 'satisfaction') return `${heading}: ${figure.value} of 5`;
  if (figure.metric === 'kind' || figure.metric === 'nothing')
    return `${heading}: ${figure.value ?? 'anything'}`;
  const said = [figure.attribute, figure.value === undefined ? undefined : sayValue(figure)];
  const what = said.filter((word) => word !== undefined).join(' ');
  return what === '' ? heading : `${heading}: ${what}`;
}

export const isMetric = (name: string): name is ReportMetric => Object.hasOwn(HEADINGS, name);
