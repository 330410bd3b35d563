import type { CatalogueFault } from '../../domain/desk/catalogue-health.ts';
import { sayFault } from './fault-words.ts';

/** A fault with those that are called the same and are of other places. */
export interface FaultRow {
  readonly fault: CatalogueFault;
  /** How many further ones it stands for while they are not shown, and of how many products; on the first of them alone. */
  readonly others?: { readonly faults: number; readonly products: number };
  /** Whether what it is called was said above. */
  readonly isRepeated: boolean;
}

/** As many as are seen at a glance stand there as they are. */
const MOST_AT_ONCE = 3;

/**
 * Rows in the order of the faults, those that are called the same below each other; of many only the first, unless they are opened.
 *
 * @param opened What such faults are called.
 */
export function groupFaults(
  faults: readonly CatalogueFault[],
  opened: ReadonlySet<string>,
): readonly FaultRow[] {
  return [...Map.groupBy(faults, sayFault)].flatMap(([name, [first, ...rest]]): FaultRow[] => {
    if (first === undefined) return [];
    const products = rest.reduce((sum, fault) => sum + fault.products, 0);
    const isLong = rest.length >= MOST_AT_ONCE;
    const others = { faults: rest.length, products };
    const head: FaultRow = { fault: first, isRepeated: false, ...(isLong ? { others } : {}) };
    const shown = isLong && !opened.has(name) ? [] : rest;
    return [head, ...shown.map((fault) => ({ fault, isRepeated: true }))];
  });
}
