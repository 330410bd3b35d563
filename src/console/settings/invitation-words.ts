import type { Market } from '../../domain/market.ts';
import type { Invitation, Invitations } from '../../domain/widget-settings.ts';
import { sayMoney } from '../insights/say-figure.ts';
import { languageName } from '../own-language.ts';
import { currenciesOf } from './amount.ts';
import { filled } from './rows.ts';
import type { Said } from './said.ts';

/** When somebody is invited, as a sentence: all of it must hold. */
export function sayWhen({ when }: Invitation, shop: readonly Market[]): string {
  const { afterSeconds, scrolledShare, isLeaving, basketMinor, pages, markets } = when;
  const said = [
    ...(afterSeconds === undefined ? [] : [`after ${afterSeconds} seconds on a page`]),
    ...(scrolledShare === undefined ? [] : [`${Math.round(scrolledShare * 100)} % of it scrolled through`]),
    ...(isLeaving === undefined ? [] : ['when the pointer leaves the window']),
    ...(basketMinor === undefined
      ? []
      : [`with a basket ${sayRange(basketMinor, currenciesOf(shop, markets))}`]),
    ...(pages === undefined ? [] : [`on ${pages.join(' or ')}`]),
    ...(markets === undefined ? [] : [`in ${markets.join(' or ')}`]),
  ];
  return said.length === 0 ? 'never: no condition is named' : said.join(', ');
}

const sayRange = (
  { min, max }: { readonly min?: number; readonly max?: number },
  currencies: readonly string[],
): string => {
  const say = (minor: number) =>
    Number.isFinite(minor) && currencies.length > 0
      ? currencies.map((currency) => sayMoney(minor, currency)).join(' or ')
      : '…';
  return [
    ...(min === undefined ? [] : [`of at least ${say(min)}`]),
    ...(max === undefined ? [] : [`of at most ${say(max)}`]),
  ].join(' and ');
};

export const sayInvitations = ({ minIntervalSeconds, rules }: Invitations, shop: readonly Market[]): Said => [
  ['Between two invitations', `${minIntervalSeconds} seconds`],
  ...(rules.length < 2 ? [] : [['Order', rules.map(({ id }) => id).join(', ')] as const]),
  ...rules.flatMap((rule) => [
    [`${rule.id} invites`, `${rule.isOff === true ? 'switched off; ' : ''}${sayWhen(rule, shop)}`] as const,
    [
      `${rule.id} at most`,
      `${rule.perVisit === 1 ? 'once' : `${rule.perVisit} times`} a visit, again after ${rule.restDays} days`,
    ] as const,
    ...Object.entries(rule.message).map(
      ([language, message]) => [`${rule.id} says, ${languageName(language)}`, message] as const,
    ),
  ]),
];

/** As it is sent. */
export const tidyInvitations = (value: Invitations): Invitations => ({
  ...value,
  rules: value.rules.map((rule) => {
    const { pages, ...others } = rule.when;
    const named = filled(pages ?? []);
    return { ...rule, when: named.length === 0 ? others : { ...others, pages: named } };
  }),
});
