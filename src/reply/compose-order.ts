import type { OrderStep } from '../domain/order-steps.ts';
import type { OrderView } from '../domain/order-view.ts';
import type { ComposedReply } from '../domain/reply-plan.ts';
import type { Claim } from '../domain/turn.ts';
import { dayWords, orderWords } from './order-words.ts';
import type { MessageKey } from './phrasebook.ts';
import { SEPARATOR, type Speaker } from './speaker.ts';

type StepOf<Act extends OrderStep['act']> = Extract<OrderStep, { act: Act }>;

/** What there is to say of orders: always in the words of templates, so that no model reads or retells them. */
export function composeOrder(speaker: Speaker, step: OrderStep): readonly ComposedReply[] {
  switch (step.act) {
    case 'order-status':
      return composeStatus(speaker, step);
    case 'order-sign-in':
    case 'order-withdrawn':
    case 'order-lapsed':
    case 'order-unchanged':
    case 'order-uncertain':
      return [speaker.say(step.act)];
    case 'order-unknown':
      return [
        step.orderNumber === undefined
          ? speaker.say('order-none')
          : speaker.say('order-unknown', { number: step.orderNumber }),
      ];
    case 'order-ask':
      return composeAsk(speaker, step);
    case 'order-proposal':
      return [sayEffects(speaker, step.changed ? 'order-proposal-changed' : 'order-proposal', step)];
    case 'order-done':
      return [sayEffects(speaker, 'order-done', step)];
    case 'order-refused':
      return composeRefusal(speaker, step);
    case 'reorder':
      return composeReorder(speaker, step);
    case 'personal-data':
      return [speaker.say(`personal-data-${step.wish}${step.signedIn ? '-known' : ''}`)];
  }
}

function composeStatus(
  speaker: Speaker,
  { order, others }: StepOf<'order-status'>,
): readonly ComposedReply[] {
  const { orderNumber: number, statusLabel: status, lines, shipments, address } = order;
  const claim = (field: string, text: string): Claim => ({ text, evidence: `order:${number}#${field}` });
  const named = lines.map(({ title, options, quantity }) =>
    options === ''
      ? speaker.words('order-line', { quantity, title })
      : speaker.words('order-line-options', { quantity, title, options }),
  );
  const tracking = shipments.flatMap(({ trackingIds, carrier }) =>
    trackingIds.map((id) => (carrier === undefined ? id : `${carrier} ${id}`)),
  );
  const dates = [
    ['order-placed', 'placedAt', order.placedAt],
    ['order-delivered', 'deliveredAt', order.deliveredAt],
  ] as const;
  return [
    speaker.say('order-status', { number, status }, [claim('status', status), claim('number', number)]),
    ...dates.flatMap(([key, field, at]) => {
      if (at === undefined) return [];
      const date = dayWords(Date.parse(at), speaker.locale);
      return [speaker.say(key, { date }, [claim(field, date)])];
    }),
    speaker.say(
      'order-lines',
      { lines: named.join(SEPARATOR) },
      named.map((text) => claim('lines', text)),
    ),
    ...(tracking.length === 0
      ? []
      : [
          speaker.say(
            'order-tracking',
            { tracking: tracking.join(SEPARATOR) },
            tracking.map((text) => claim('shipments', text)),
          ),
        ]),
    ...composePayments(speaker, order, claim),
    ...(address.length === 0
      ? []
      : [
          speaker.say('order-address', { address: address.join(', ') }, [
            claim('address', address.join(', ')),
          ]),
        ]),
    ...(others === 0 ? [] : [speaker.say('order-others', { count: others })]),
  ];
}

function composePayments(
  speaker: Speaker,
  { payments }: OrderView,
  claim: (field: string, text: string) => Claim,
): readonly ComposedReply[] {
  const said = (['payment', 'refund'] as const).map((kind) => ({
    kind,
    amounts: payments.filter((each) => each.kind === kind).map(({ amount }) => amount.formatted),
  }));
  return said.flatMap(({ kind, amounts }) => {
    if (amounts.length === 0) return [];
    const key = kind === 'payment' ? 'order-paid' : 'order-refunded';
    const amount = speaker.joinAnd(amounts);
    return [
      speaker.say(
        key,
        { amount },
        amounts.map((text) => claim('payments', text)),
      ),
    ];
  });
}

function composeAsk(speaker: Speaker, step: StepOf<'order-ask'>): readonly ComposedReply[] {
  const { field, part, options, title, again } = step;
  const asked =
    field === 'address-part'
      ? speaker.say(`order-ask-${part ?? 'line1'}`)
      : field === 'address'
        ? speaker.say('order-ask-address')
        : speaker.say(`order-ask-${field}`, {
            options: speaker.joinOr(options),
            ...(field === 'replacement' ? { title: title ?? '' } : {}),
          });
  return again ? [speaker.say('order-again'), asked] : [asked];
}

function sayEffects(
  speaker: Speaker,
  key: Extract<MessageKey, 'order-proposal' | 'order-proposal-changed' | 'order-done'>,
  { effects, orderNumber }: Pick<StepOf<'order-proposal'>, 'effects' | 'orderNumber'>,
): ComposedReply {
  const said = orderWords(speaker).effects(effects, orderNumber);
  const evidence = orderNumber === undefined ? 'account' : `order:${orderNumber}`;
  const claims = said.map((text): Claim => ({ text, evidence: `${evidence}#effects` }));
  return speaker.say(key, { effects: said.join('; ') }, claims);
}

/** Refusals that speak of nothing but themselves. */
const PLAIN = [
  'already-changed',
  'too-late',
  'reason-not-accepted',
  'method-not-accepted',
  'balance-too-low',
  'another-product',
  'same-variant',
  'out-of-stock',
] as const;

function composeRefusal(
  speaker: Speaker,
  { refusal, facts }: StepOf<'order-refused'>,
): readonly ComposedReply[] {
  const plain = PLAIN.find((each) => each === refusal);
  const status = facts.status;
  const why =
    refusal !== 'wrong-status'
      ? speaker.say(plain === undefined ? 'refused-other' : `refused-${plain}`)
      : typeof status === 'string'
        ? speaker.say('refused-wrong-status', { status })
        : speaker.say('refused-wrong-status-unnamed');
  return [why, speaker.say('refused-person')];
}

function composeReorder(
  speaker: Speaker,
  { orderNumber, products, gone }: StepOf<'reorder'>,
): readonly ComposedReply[] {
  const missing = gone.length === 0 ? [] : [speaker.say('reorder-gone', { titles: speaker.joinAnd(gone) })];
  if (orderNumber === undefined) return [speaker.say('order-none')];
  if (products.length === 0) return missing;
  return [...missing, speaker.say('reorder', { number: orderNumber, count: products.length })];
}
