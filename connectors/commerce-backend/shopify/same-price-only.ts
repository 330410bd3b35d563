import { type Decision, refused } from '../embedded/decision.ts';

/**
 * A replacement before sending, as far as it costs the same: Shopify leaves a difference open on the order, and nothing here takes or gives
 * money.
 */
export function samePriceOnly(decision: Decision): Decision {
  if (decision.kind === 'allowed')
    return decision.effects.some(({ kind }) => kind === 'charge' || kind === 'refund')
      ? refused('not-offered')
      : decision;
  if (decision.kind !== 'incomplete' || decision.missing.field !== 'replacement') return decision;
  const { line, options } = decision.missing;
  const same = options.filter(({ unitPrice }) => unitPrice.amountMinor === line.unitPrice.amountMinor);
  if (same.length === 0) return refused('not-offered');
  return { ...decision, missing: { ...decision.missing, options: same } };
}
