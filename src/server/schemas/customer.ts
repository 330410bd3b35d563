import * as z from 'zod';
import { identifier } from './text.ts';

export const customerPath = z.object({ customerId: identifier() });

export const forgottenSchema = z
  .object({ conversations: z.int(), interactions: z.int(), impressions: z.int() })
  .meta({ id: 'ForgottenCustomer', description: 'Rows that were deleted' });

const rows = (description: string) => z.array(z.looseObject({})).meta({ description });

export const exportSchema = z
  .object({
    customerId: z.string(),
    exportedAt: z.iso.datetime(),
    account: rows('Name, address and means of payment, as the embedded order system has them'),
    baskets: rows('Lines of baskets'),
    basketWrites: rows('Changes that took effect, while a repeat of them is still known'),
    orders: rows('Orders of the embedded order system'),
    events: rows('What was done with products'),
    shown: rows('Products that were shown, and what ranked them'),
    choices: rows('Lists for which one of several rankings was drawn'),
    conversations: rows('Conversations with the consent given in each, and what is remembered in it'),
    messages: rows('What was said, and the answers; conversation by conversation'),
    entries: rows('What persons said beside the assistant'),
    translations: rows('What was said, in the languages of those who read it'),
    satisfaction: rows('How the customer said it was'),
    notes: rows('What colleagues noted; only for the shop').optional(),
    drafts: rows('Replies that were held, and what became of them; only for the shop').optional(),
    corrections: rows('What colleagues changed of lists; only for the shop').optional(),
    subjects: rows('What reports count of the conversations: what was asked for, what was not found'),
    answerCosts: rows('What answers took and cost, message by message'),
    traces: rows('How answers came about'),
    modelSpending: rows('What language models cost for the conversations of the customer'),
  })
  .meta({ id: 'CustomerExport', description: 'Everything that is kept of a customer' });
