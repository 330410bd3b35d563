import type { Command } from '../domain/command.ts';
import type { Constraint } from '../domain/need.ts';
import type { Message } from './message.ts';
import { cueSpans, has } from './message-content.ts';
import { priceLimits } from './price-limits.ts';
import { wishFields } from './read-change.ts';

const MOST_PARTS = 12;
const LONGEST_PART = 120;
const SURE = 0.9;

/** Several things for one purpose: "everything for a weekend of camping under 300", "a desk, a chair and a lamp, 500 in all". */
export function readPlan(message: Message): Command[] | undefined {
  const types = message.wish.constraints.filter(
    ({ attribute, operator }) => attribute === 'type' && operator === 'eq',
  );
  const isPlanned = has(message, 'plan-set') || (has(message, 'plan-total') && types.length > 1);
  if (!isPlanned) return undefined;
  const isSplit = types.length > 1;
  const fields = wishFields(message.wish);
  const limits = isSplit ? fields.constraints.filter((limit) => !types.includes(limit)) : fields.constraints;
  const parts = isSplit ? types.map(({ words }) => words.slice(0, LONGEST_PART)).slice(0, MOST_PARTS) : [];
  return [{ type: 'plan-set', ...fields, constraints: [...limits, ...budgetOf(message)], parts }];
}

/** "500 in all". */
function budgetOf(message: Message): Constraint[] {
  const { text, atoms, context } = message;
  return cueSpans(message, ['plan-total']).flatMap(({ from, to, meaning }) => {
    const amounts = meaning.fillings.flatMap((filling) =>
      filling.kind === 'amount' ? [filling.amount] : [],
    );
    const words = text.slice(atoms[from]?.start, atoms[to - 1]?.end);
    return priceLimits('lte', amounts, context.market.currency).map((limit) => ({
      ...limit,
      confidence: SURE,
      words,
      sourceTurn: context.turn,
    }));
  });
}
