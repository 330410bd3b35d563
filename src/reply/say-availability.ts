import type { ComposedReply, PlannedProduct } from '../domain/reply-plan.ts';
import { evidenceOf } from './product-facts.ts';
import type { Speaker } from './speaker.ts';

/** Whether it can be had now, without a number of pieces. */
export function sayAvailability(speaker: Speaker, product: PlannedProduct): ComposedReply {
  const text = speaker.words(`stock-${product.view.availability}`);
  return { text, claims: [{ text, evidence: evidenceOf(product, 'availability') }] };
}
