import * as z from 'zod';
import { isCurrency, toMinorUnits } from '../../../src/domain/money.ts';

/** An amount as Shopify writes it: a decimal in a string, and the code of its currency. */
export const money = z
  .object({
    amount: z.string().regex(/^-?\d{1,15}(\.\d{1,12})?$/),
    currencyCode: z.string().refine(isCurrency),
  })
  .transform(({ amount, currencyCode }) => ({
    amountMinor: toMinorUnits(Number(amount), currencyCode),
    currency: currencyCode,
  }));
