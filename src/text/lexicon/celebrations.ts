import type { Concept } from './concept.ts';

/** Days that presents are given for: they say nothing about the thing itself. Other occasions are what a thing is used for, and when. */
const CELEBRATIONS: ReadonlySet<string> = new Set([
  'birthday',
  'christmas',
  'wedding',
  'anniversary',
  "valentine's day",
  "mother's day",
  "father's day",
  'easter',
  'halloween',
  'new year',
  'graduation',
  'baptism',
  'baby shower',
  'communion',
  'housewarming',
  'retirement',
  'engagement',
  'hen party',
  'stag party',
  'advent',
  'thanksgiving',
  'name day',
  'farewell',
  'get well',
  'new job',
  'first day of school',
]);

export const isCelebration = ({ kind, id }: Concept): boolean => kind === 'occasion' && CELEBRATIONS.has(id);
