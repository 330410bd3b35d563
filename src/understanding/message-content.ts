import type { Need } from '../domain/need.ts';
import type { Cue } from './grammar/index.ts';
import type { Message } from './message.ts';
import type { Wish } from './wish.ts';

export const has = ({ spans }: Message, cue: Cue): boolean =>
  spans.some(({ meaning }) => meaning.kind === 'cue' && meaning.cue === cue);

export const namesThing = ({ constraints }: Wish): boolean =>
  constraints.some(({ attribute, operator }) => attribute === 'type' && operator === 'eq');

export const isEmpty = ({ query, constraints, recipient, occasion }: Wish): boolean =>
  query === '' && constraints.length === 0 && recipient === undefined && occasion === undefined;

export const wantsNothing = ({ query, constraints, similarTo }: Need): boolean =>
  query === '' && constraints.length === 0 && similarTo === undefined;
