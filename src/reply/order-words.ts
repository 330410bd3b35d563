import type {
  Order,
  OrderLine,
  OrderStatus,
  PostalAddress,
  VariantOptions,
  WriteEffect,
} from '../domain/commerce.ts';
import { formatMoney } from '../domain/money.ts';
import { SEPARATOR, type Speaker } from './speaker.ts';

/** How orders and what is done to them are called in one language. */
export interface OrderWords {
  status(status: OrderStatus): string;
  /** A label of an order: its number, its day and what is in it. */
  order(order: Order): string;
  line(line: Pick<OrderLine, 'title' | 'options' | 'quantity'>): string;
  /** @param orderNumber Named first where no effect does; without one they are of the account. */
  effects(effects: readonly WriteEffect[], orderNumber?: string): readonly string[];
  /** Messages that say yes and no. */
  yes(): string;
  no(): string;
}

/** More are not read at a glance. */
const MOST_TITLES = 3;

export function orderWords(speaker: Speaker): OrderWords {
  const status = (each: OrderStatus) => speaker.words(`order-status-${each}`);
  const line: OrderWords['line'] = ({ title, options, quantity }) => {
    const variant = optionWords(options);
    return variant === ''
      ? speaker.words('order-line', { quantity, title })
      : speaker.words('order-line-options', { quantity, title, options: variant });
  };
  return {
    status,
    line,
    order({ orderNumber: number, placedAtMs, lines }) {
      const titles = lines.slice(0, MOST_TITLES).map(({ title }) => title);
      const values = { number, titles: titles.join(SEPARATOR) };
      return placedAtMs === undefined
        ? speaker.words('order-label', values)
        : speaker.words('order-label-dated', { ...values, date: dayWords(placedAtMs, speaker.locale) });
    },
    effects(effects, number) {
      const isNamed = number === undefined || effects.some(({ kind }) => kind === 'status');
      const said = effects.map((effect) =>
        effect.kind === 'address' && number === undefined
          ? speaker.words('effect-account-address', { address: addressWords(effect.address) })
          : effectWords(effect, speaker, { status, line }),
      );
      return isNamed ? said : [speaker.words('effect-order', { number }), ...said];
    },
    yes: () => speaker.words('chip-order-yes'),
    no: () => speaker.words('chip-order-no'),
  };
}

export const optionWords = (options: VariantOptions): string => Object.values(options).join(', ');

/** One line, the parts in the order of an envelope. */
export const addressWords = (address: PostalAddress): string => addressLines(address).join(', ');

export function addressLines(address: PostalAddress): readonly string[] {
  const { name, line1, line2, city, region, postalCode, country } = address;
  const lines = [name, line1, line2, `${postalCode} ${city}`.trim(), region, country];
  return lines.filter((part): part is string => part !== undefined && part !== '');
}

/** The day in UTC: a shop's system says no more. */
export const dayWords = (atMs: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(atMs);

function effectWords(
  effect: WriteEffect,
  speaker: Speaker,
  words: Pick<OrderWords, 'status' | 'line'>,
): string {
  const { locale } = speaker;
  switch (effect.kind) {
    case 'status':
      return speaker.words('effect-status', {
        number: effect.orderNumber,
        status: words.status(effect.to),
      });
    case 'line-out':
    case 'line-in':
      return speaker.words(`effect-${effect.kind}`, {
        line: words.line(effect.line),
        price: formatMoney(effect.line.unitPrice, locale),
      });
    case 'refund':
      return refundWords(effect, speaker);
    case 'charge':
      return speaker.words('effect-charge', {
        amount: formatMoney(effect.amount, locale),
        method: effect.by.label,
      });
    case 'reason':
      return speaker.words('effect-reason', { reason: effect.reason });
    case 'address':
      return speaker.words('effect-address', { address: addressWords(effect.address) });
    case 'final':
      return speaker.words('effect-final');
  }
}

function refundWords(
  { amount, to, days }: Extract<WriteEffect, { kind: 'refund' }>,
  speaker: Speaker,
): string {
  const values = { amount: formatMoney(amount, speaker.locale), method: to.label };
  return days === undefined
    ? speaker.words('effect-refund', values)
    : speaker.words('effect-refund-days', { ...values, from: days.from, to: days.to });
}
