import type { KeptRule, MerchandisingRule } from '../../src/domain/merchandising.ts';
import { NOW_MS } from './small-shop.ts';

const DAY_MS = 86_400_000;

/** An instant some days from now. */
export const inDays = (days: number): string => new Date(NOW_MS + days * DAY_MS).toISOString();

/** A rule that holds now for every list, whatever a test says differently. */
export function rule(
  id: string,
  { action, target, ...others }: Pick<MerchandisingRule, 'action' | 'target'> & Partial<MerchandisingRule>,
): KeptRule {
  return {
    id,
    action,
    target,
    when: {},
    until: inDays(30),
    owner: 'ann',
    note: '',
    version: 1,
    createdAt: inDays(-1),
    updatedAt: inDays(-1),
    ...others,
  };
}

export const pin = (productId: string, position: number, others: Partial<MerchandisingRule> = {}): KeptRule =>
  rule(`pin-${productId}`, {
    action: { kind: 'pin', position },
    target: { productIds: [productId] },
    ...others,
  });

export const exclude = (
  target: MerchandisingRule['target'],
  others: Partial<MerchandisingRule> = {},
): KeptRule => rule(others.id ?? 'exclude', { action: { kind: 'exclude' }, target, ...others });

export const boost = (
  target: MerchandisingRule['target'],
  others: Partial<MerchandisingRule> = {},
): KeptRule => rule(others.id ?? 'boost', { action: { kind: 'boost', strength: 1 }, target, ...others });

export const bury = (
  target: MerchandisingRule['target'],
  others: Partial<MerchandisingRule> = {},
): KeptRule => rule(others.id ?? 'bury', { action: { kind: 'bury', strength: 1 }, target, ...others });
