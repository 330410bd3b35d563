import type { TracedStep } from '../domain/trace.ts';

const MOST_IDS = 40;
const LONGEST_FACT = 200;
const DEEPEST = 6;

/** Keys whose strings name a thing and say nothing about anybody. */
const ID_KEY = /(?:Id|Ids|Number)$/;

/**
 * The kind of an act or a step of a plan, every id it holds, and the facts that stand at its top: numbers, choices, prices of its
 * products. What stands deeper may be an order or an address and is left out.
 *
 * @param kind Not repeated among the facts.
 */
export function tracedStep(kind: string, holder: object): TracedStep {
  const ids = new Set<string>();
  const facts: Record<string, string | number | boolean> = {};
  for (const [key, value] of Object.entries(holder)) {
    if (value === kind) continue;
    if (isFact(value)) facts[key] = typeof value === 'string' ? value.slice(0, LONGEST_FACT) : value;
    else if (Array.isArray(value)) facts[key] = value.length;
  }
  collect(holder, { ids, facts }, 0);
  return { kind, ids: [...ids].slice(0, MOST_IDS), facts };
}

const isFact = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

interface Found {
  readonly ids: Set<string>;
  readonly facts: Record<string, string | number | boolean>;
}

function collect(value: unknown, found: Found, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
  if ('productId' in value && 'price' in value) {
    collectProduct(value, found);
    return;
  }
  for (const [key, held] of Object.entries(value)) {
    if (key === 'need' || key === 'exclude') continue;
    if (ID_KEY.test(key)) for (const id of [held].flat()) if (typeof id === 'string') found.ids.add(id);
    collect(held, found, depth + 1);
  }
}

/** A product as it is shown: its price is what replies most often speak of. */
function collectProduct(view: { productId: unknown; price: unknown }, { ids, facts }: Found): void {
  if (typeof view.productId !== 'string' || ids.has(view.productId)) return;
  ids.add(view.productId);
  const { price } = view;
  if (
    typeof price === 'object' &&
    price !== null &&
    'formatted' in price &&
    typeof price.formatted === 'string'
  )
    facts[`price of ${view.productId}`] = price.formatted;
}
