import type { Command } from '../domain/command.ts';
import type { Constraint } from '../domain/need.ts';
import type { Message } from './message.ts';
import { has, namesThing } from './message-content.ts';

/** What is always so of the shopper: "I'm vegan", "I always wear a 42", "forget my size". */
export function readPreference(message: Message): Command | undefined {
  if (has(message, 'preference-tell'))
    return { type: 'preference', action: 'tell', constraints: [], attributes: [] };
  if (has(message, 'preference-forget')) return forget(message);
  const sets = has(message, 'preference-set') || has(message, 'preference-avoid');
  if (!sets || namesThing(message.wish)) return undefined;
  const constraints = message.wish.constraints.filter(({ attribute }) => attribute !== 'price').map(always);
  return constraints.length === 0
    ? undefined
    : { type: 'preference', action: 'set', constraints, attributes: [] };
}

/** What holds for everything is a limit, not a leaning. */
const always = (constraint: Constraint): Constraint => ({ ...constraint, strength: 'hard' });

function forget(message: Message): Command {
  const named = message.spans.flatMap(({ meaning }) =>
    (meaning.kind === 'cue' && meaning.cue === 'preference-forget' ? meaning.fillings : [meaning]).flatMap(
      (filling) => (filling.kind === 'attribute' ? [filling.attribute] : []),
    ),
  );
  return {
    type: 'preference',
    action: 'forget',
    constraints: message.wish.constraints.filter(
      ({ attribute }) => attribute !== 'type' && attribute !== 'price',
    ),
    attributes: [...new Set(named)],
  };
}
