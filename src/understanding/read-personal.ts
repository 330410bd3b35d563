import type { Command, HistoryWish } from '../domain/command.ts';
import type { PersonalCue } from './grammar/index.ts';
import type { Message } from './message.ts';
import { has } from './message-content.ts';

/** The one that takes the most away goes before the others; consent takes a sentence of its own. */
const HISTORY_CUES: readonly (readonly [cue: PersonalCue, wish: HistoryWish])[] = [
  ['history-stop', 'stop'],
  ['history-forget', 'forget'],
  ['history-agree', 'agree'],
  ['history-resume', 'resume'],
  ['history-tell', 'tell'],
];

/** What is to become of what is known of the shopper. */
export function readHistory(message: Message): Command[] | undefined {
  const said = HISTORY_CUES.find(([cue]) => has(message, cue));
  return said === undefined ? undefined : [{ type: 'history', wish: said[1] }];
}

/** "What would you show without that?", once something is on screen. */
export function readWithoutReasons(message: Message): Command[] | undefined {
  const isAsked = has(message, 'without-reasons') && message.context.state.shown.length > 0;
  return isAsked ? [{ type: 'without-reasons' }] : undefined;
}
