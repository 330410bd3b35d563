import type { Command } from '../domain/command.ts';
import type { Message } from './message.ts';
import { has, hasProductInView, isEmpty, referencesOf } from './message-content.ts';
import { reasonOf } from './read-service.ts';

/** "Not those", "I don't like the second one"; no products named means all on the screen. */
export function readRejection(message: Message): Command[] | undefined {
  if (!has(message, 'reject') || !hasProductInView(message)) return undefined;
  const references = referencesOf(message);
  const { shown, focus } = message.context.state;
  const isList = focus === undefined && shown.length > 1 && references.every(({ kind }) => kind === 'focus');
  const isAll = isList || (references.length > 1 && references.length >= Math.min(4, shown.length));
  return [{ type: 'reject', references: isAll ? [] : references.slice(0, 4), ...reasonOf(message) }];
}

/** "No, go back", once something was wanted; who points at a product of the list before wants to hear of that. */
export function readUndo(message: Message): Command[] | undefined {
  const points = referencesOf(message).some(({ kind }) => kind !== 'focus');
  return has(message, 'undo') && isEmpty(message.wish) && !points ? [{ type: 'undo' }] : undefined;
}
