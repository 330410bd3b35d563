import * as z from 'zod';
import { identifier } from './text.ts';

export const customerPath = z.object({ customerId: identifier() });

export const forgottenSchema = z
  .object({ conversations: z.int(), interactions: z.int(), impressions: z.int() })
  .meta({ id: 'ForgottenCustomer', description: 'Rows that were deleted' });
