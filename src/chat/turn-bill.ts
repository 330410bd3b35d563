import type { TracedCall } from '../domain/trace.ts';
import type { Usage } from '../domain/turn.ts';
import { estimateUsage, type ModelRates, sumUsage } from '../usage/estimate-usage.ts';

/** What all calls for one turn cost, whatever they were for: repairs, tools and failed ones too. */
export interface TurnBill {
  readonly add: (call: TracedCall) => void;
  /** As far as it was heard of. */
  total(): Usage;
}

export function openTurnBill(rates: (model: string) => ModelRates): TurnBill {
  const usages: Usage[] = [];
  return {
    add: (call) => void usages.push(estimateUsage(call, rates(call.model))),
    total: () => sumUsage(usages),
  };
}
