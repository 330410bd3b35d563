import type { Reason } from '../domain/reason.ts';
import type { PlannedProduct } from '../domain/reply-plan.ts';
import type { ProductView } from '../domain/turn.ts';

/** The product with its reasons in words; without reasons it is as it was. */
export const withReasonTexts = (
  { view, reasons }: PlannedProduct,
  reasonText: (reason: Reason) => string,
): ProductView => (reasons.length === 0 ? view : { ...view, reasons: reasons.map(reasonText) });
