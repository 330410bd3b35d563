import type { RuleAction, RuleConditions, RuleTarget } from '../../domain/merchandising.ts';

/** What each action is called where one is chosen. */
export const ACTION_WORDS: Readonly<Record<RuleAction['kind'], string>> = {
  boost: 'Show more',
  bury: 'Show less',
  pin: 'Put at a place',
  exclude: 'Keep out of all lists',
};

export function sayAction(action: RuleAction): string {
  const words = ACTION_WORDS[action.kind];
  switch (action.kind) {
    case 'pin':
      return `${words}: ${action.position}`;
    case 'exclude':
      return words;
    default:
      return `${words}, by ${action.strength}`;
  }
}

export const sayTarget = (
  { productIds, category, brand, attributes }: RuleTarget,
  nameOf: (productId: string) => string,
): string =>
  [
    ...(productIds === undefined ? [] : [productIds.map(nameOf).join(', ')]),
    ...(category === undefined ? [] : [`all in ${category}`]),
    ...(brand === undefined ? [] : [`of ${brand}`]),
    ...Object.entries(attributes ?? {}).map(([name, values]) => `${name} ${values.join(' or ')}`),
  ].join('; ');

export function sayWhere({ query, category, markets, segments }: RuleConditions): string {
  const said = [
    ...(query === undefined ? [] : [`“${query.words}”${query.match === 'exact' ? ' exactly' : ''}`]),
    ...(category === undefined ? [] : [`in ${category}`]),
    ...(markets === undefined ? [] : [markets.join(', ')]),
    ...(segments === undefined ? [] : [`for ${segments.join(', ')}`]),
  ];
  return said.length === 0 ? 'in every list' : said.join('; ');
}
