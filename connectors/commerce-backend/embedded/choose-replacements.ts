import type { LineReplacement, OrderLine } from '../../../src/domain/commerce.ts';
import type { WriteRule } from '../../../src/domain/shop-rules.ts';
import { type KeptOrder, refused, type Undecided } from './decision.ts';
import type { FreeVariant } from './free-pieces.ts';
import type { OrderCase } from './order-case.ts';
import { currencyOf } from './payment.ts';

/** A line as it is and as it would be. */
export interface Replaced {
  readonly before: OrderLine;
  readonly after: OrderLine;
}

/**
 * What each line would become. A line whose variant is not chosen yet (`variantId` empty) is asked about; an order of one line needs none
 * named.
 */
export async function chooseReplacements(
  told: readonly LineReplacement[],
  rule: WriteRule,
  facts: OrderCase,
): Promise<readonly Replaced[] | Undecided> {
  const { lines } = facts.order;
  const [only] = lines;
  const replacements =
    told.length === 0 && lines.length === 1 && only !== undefined
      ? [{ lineId: only.lineId, variantId: '' }]
      : told;
  if (replacements.length === 0) return { kind: 'incomplete', missing: { field: 'lines', options: lines } };
  if (new Set(replacements.map(({ lineId }) => lineId)).size < replacements.length)
    return refused('no-such-line');
  const replaced: Replaced[] = [];
  for (const { lineId, variantId } of replacements) {
    const line = lines.find((known) => known.lineId === lineId);
    if (line === undefined) return refused('no-such-line');
    const next = await replaceLine(line, { variantId, before: replaced }, rule, facts);
    if (!('after' in next)) return next;
    replaced.push(next);
  }
  return replaced;
}

async function replaceLine(
  line: OrderLine,
  { variantId, before }: { readonly variantId: string; readonly before: readonly Replaced[] },
  rule: WriteRule,
  facts: OrderCase,
): Promise<Replaced | Undecided> {
  const variants = payable(await facts.variantsOf(line.productId), facts.order);
  /** Pieces that earlier lines of the same write take are not free any more. */
  const free = ({ variantId: id, free }: FreeVariant) =>
    free - before.reduce((sum, { after }) => (after.variantId === id ? sum + after.quantity : sum), 0);
  const isAtHand = (variant: FreeVariant) =>
    variant.availability === 'in-stock' && free(variant) >= line.quantity;
  const mayBe = (id: string) => rule.sameVariant === true || id !== line.variantId;
  if (variantId === '') {
    const options = variants.filter((variant) => mayBe(variant.variantId) && isAtHand(variant));
    if (options.length === 0) return refused('out-of-stock', { left: 0 });
    return {
      kind: 'incomplete',
      missing: {
        field: 'replacement',
        line,
        options: options.map(({ variantId: id, options: values, unitPrice }) => ({
          variantId: id,
          options: values,
          unitPrice,
        })),
      },
    };
  }
  const chosen = variants.find((variant) => variant.variantId === variantId);
  if (chosen === undefined) {
    const product = await facts.productOf?.(variantId);
    return refused(
      product === undefined || product === line.productId ? 'no-such-variant' : 'another-product',
    );
  }
  if (!mayBe(variantId)) return refused('same-variant');
  if (!isAtHand(chosen)) return refused('out-of-stock', { left: leftOf(chosen, free(chosen)) });
  const { title, options, unitPrice } = chosen;
  return { before: line, after: { ...line, variantId, title, options, unitPrice } };
}

/** A variant that is not to be had just now has none left, whatever its figures say. */
const leftOf = ({ availability }: FreeVariant, free: number): number =>
  availability === 'in-stock' && Number.isFinite(free) ? Math.max(0, free) : 0;

/** Those with a price in the currency the order was paid in. */
function payable(variants: readonly FreeVariant[], order: KeptOrder): readonly FreeVariant[] {
  const currency = currencyOf(order);
  return variants.filter(({ unitPrice }) => unitPrice.currency === currency);
}
