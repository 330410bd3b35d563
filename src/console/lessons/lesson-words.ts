import type { LessonOverview, TaughtLesson, UndoEffect } from '../../domain/desk/lesson.ts';
import { readerLocale } from '../reader-locale.ts';

const names = new Intl.ListFormat(readerLocale(), { type: 'conjunction' });
const points = new Intl.NumberFormat(readerLocale(), {
  minimumFractionDigits: 3,
  maximumFractionDigits: 3,
  signDisplay: 'exceptZero',
});

/** "+0.081" */
export const signed = (value: number): string => points.format(value);

/** "3 corrections" */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** "lamps"; "whatever is looked for" */
export const sayScope = (scope: TaughtLesson['scope']): string =>
  scope.length === 0 ? 'whatever is looked for' : scope.map(({ title }) => title).join(', ');

/** What was learned of whom, and what becomes of it, in two sentences. */
export function sayLesson(lesson: TaughtLesson, bounds: LessonOverview['bounds']): string {
  const wanted = lesson.sureness < 0 ? 'lower' : 'higher';
  const who = sayTeachers(lesson);
  const shown = counted(lesson.corrections, 'corrected list');
  return `${who} wanted it ${wanted} in what they did to ${shown}. ${OUTCOMES[lesson.state](lesson, bounds)}`;
}

const OUTCOMES: Readonly<
  Record<TaughtLesson['state'], (lesson: TaughtLesson, bounds: LessonOverview['bounds']) => string>
> = {
  adopted: ({ added }, { byAll }) =>
    `That is more than habit or chance does: its score is moved by ${signed(added)} for everybody (at most ${byAll}).`,
  waiting: () =>
    'That could still be habit or chance: no list changes. More corrections of the same kind would tell.',
  rejected: ({ clicks }) =>
    `Shoppers vetoed it: in ${counted(clicks.lists, 'list')} that no agent touched they chose worse with it. No list changes.`,
};

function sayTeachers({ taughtBy, agents }: TaughtLesson): string {
  const unnamed = agents - taughtBy.length;
  if (taughtBy.length === 0) return counted(agents, 'agent');
  return names.format(unnamed > 0 ? [...taughtBy, counted(unnamed, 'other')] : taughtBy);
}

/** What shoppers' choices say. */
export function sayClicks({ clicks: { lists, difference } }: TaughtLesson): string {
  if (difference === undefined)
    return lists === 0 ? 'no list with a choice yet' : `${counted(lists, 'list')}: too few to say`;
  const { mean, low, high } = difference;
  const verdict = high < 0 ? 'worse' : low > 0 ? 'better' : 'no sure difference';
  return `${verdict} in ${counted(lists, 'list')}: ${signed(mean)} NDCG@10 (${signed(low)} to ${signed(high)})`;
}

/** One line of what taking a correction back does. */
export function sayChange({ added, addedThen }: UndoEffect['changes'][number]): string {
  if (addedThen === 0) return `is moved no more (now ${signed(added)})`;
  if (added === 0) return `is moved by ${signed(addedThen)} (now not at all)`;
  return `is moved by ${signed(addedThen)} (now ${signed(added)})`;
}
