import type { Constraint } from '../domain/need.ts';

const wordsOf = (attribute: string, value: string | number): string => `${attribute} ${value}`;

/** A value as a limit that nobody said in words: chosen beside a list, or asked for by a chip. */
export const wantedValue = (
  attribute: string,
  value: string | number,
  { operator = 'eq', sourceTurn = 1 }: Partial<Pick<Constraint, 'operator' | 'sourceTurn'>> = {},
): Constraint => ({
  attribute,
  operator,
  value,
  strength: 'hard',
  words: wordsOf(attribute, value),
  confidence: 1,
  sourceTurn,
  known: true,
});

/** Whether a limit was said in words. */
export const isSaid = ({ attribute, value, words }: Constraint): boolean =>
  words !== '' && words !== wordsOf(attribute, value);
