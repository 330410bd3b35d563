import type { CommandOf } from '../domain/command.ts';
import type { PolicyQuestion } from '../domain/policy-step.ts';
import { type Draft, withAct, withOffer } from './draft.ts';

type ShopQuestion = CommandOf<PolicyQuestion['about']>;
type OfferQuestion = CommandOf<'availability' | 'price'>;

/** What the shop's texts are asked about, where an offer is not told by the catalogue. */
const TOPIC: Readonly<Record<OfferQuestion['aspect'], PolicyQuestion['topic']>> = {
  stock: 'other',
  restock: 'other',
  'delivery-time': 'shipping',
  'delivery-cost': 'shipping',
  'delivery-place': 'shipping',
  pickup: 'stores',
  price: 'other',
  discount: 'vouchers',
  code: 'vouchers',
  instalments: 'payment',
  'price-match': 'other',
};

/** Looks into the shop's documents; where they do not state it, a yes is enough for a person to take over. */
export function askPolicy(draft: Draft, command: ShopQuestion): Draft {
  const { type: about, question } = command;
  const topic = command.type === 'ask-policy' ? command.topic : TOPIC[command.aspect];
  return withOffer(withAct(draft, { type: 'policy', about, topic, question }), {
    accepted: [{ type: 'handoff', reason: 'requested' }],
  });
}
