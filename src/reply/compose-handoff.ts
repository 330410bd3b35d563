import type { ComposedReply, PersonsBack, ReplyStep } from '../domain/reply-plan.ts';
import type { Speaker } from './speaker.ts';

type HandoffStep = Extract<ReplyStep, { act: 'handoff' }>;

/** Who is in danger is not told of office hours. */
export function composeHandoff(speaker: Speaker, { reason, backAt }: HandoffStep): readonly ComposedReply[] {
  const said = speaker.say(`handoff-${reason}`);
  return backAt === undefined || reason === 'safety'
    ? [said]
    : [said, speaker.say('handoff-hours', { when: momentWords(backAt, speaker.locale) })];
}

/** By the clocks of the shop, which are named. */
const momentWords = ({ atMs, timeZone }: PersonsBack, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' },
    ...{ timeZone, timeZoneName: 'short' },
  }).format(atMs);
