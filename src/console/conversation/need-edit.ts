import type { Constraint } from '../../domain/need.ts';
import type { NeedView } from '../../domain/turn.ts';

/** What of a need an agent takes back, adds or changes, said to nobody. */
export interface NeedEdit {
  /** Constraints that hold no more, by what they say. */
  readonly remove?: readonly Pick<Constraint, 'attribute' | 'operator' | 'value'>[];
  readonly add?: readonly {
    readonly attribute: string;
    /** One of the catalogue, in any spelling. */
    readonly value: string;
    readonly strength: Constraint['strength'];
    readonly isRefused?: boolean;
  }[];
  /** In the place of what was said of prices; in minor units of the market's currency. */
  readonly budget?: { readonly minMinor?: number; readonly maxMinor?: number };
}

const OPERATOR_WORDS: Readonly<Record<Constraint['operator'], string>> = {
  eq: '',
  ne: 'not ',
  lt: 'under ',
  lte: 'up to ',
  gt: 'over ',
  gte: 'from ',
};

/** "color: red", "price: under 60", "not wool". */
export const sayConstraint = ({ attribute, operator, value, words }: Constraint): string =>
  `${attribute}: ${words === '' ? `${OPERATOR_WORDS[operator]}${value}` : words}`;

/** What is said once of a need. */
export const slotsOf = ({ recipient, occasion, similarTo, sort }: NeedView): [string, string][] =>
  Object.entries({ recipient, occasion, similarTo, sort }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
