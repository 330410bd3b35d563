import * as z from 'zod';
import type { OrderWrite, PostalAddress, WriteEffect, WritePreview } from '../../domain/commerce.ts';
import type { OrderDesk } from '../order-desk.ts';
import type { CapableTool } from './allow-tools.ts';
import { defineTool } from './define-tool.ts';
import { amountOf, orderNumberSchema } from './look-up-orders.ts';

const words = z.string().max(200);
const id = z.string().min(1).max(200);
const MOST_LINES = 50;

const addressSchema = z.object({
  name: words.nullish(),
  line1: words.min(1),
  line2: words.nullish(),
  city: words.min(1),
  region: words.nullish(),
  postalCode: words.min(1),
  country: words.min(1),
});

/** One flat object: not every endpoint takes alternatives at the top of a tool's parameters. */
const changeSchema = z.object({
  type: z.enum([
    'cancel-order',
    'return-lines',
    'exchange-lines',
    'replace-lines',
    'change-order-address',
    'change-payment',
    'change-account-address',
  ]),
  orderNumber: orderNumberSchema.nullish(),
  reason: words.nullish(),
  lineIds: z.array(id).max(MOST_LINES).nullish(),
  replacements: z
    .array(z.object({ lineId: id, variantId: id }))
    .max(MOST_LINES)
    .nullish(),
  methodId: id.nullish(),
  address: addressSchema.nullish(),
});

/** A change that was looked into. */
export interface ProposedChange {
  readonly write: OrderWrite;
  readonly preview: WritePreview;
}

const DESCRIPTION = `Asks what a change would do. It changes nothing: the customer is shown the effects and agrees to them later.
cancel-order: reason. return-lines: lineIds, methodId. exchange-lines (delivered) and replace-lines (not sent yet): replacements, methodId.
change-order-address, change-account-address: address. change-payment: methodId. What is left out is asked for in the answer.`;

/** Looks into a change of the customer's own order by the shop's rules of now; it is only ever previewed. */
export const proposeOrderChange = (
  { commerce, buyer }: OrderDesk,
  onProposed: (proposed: ProposedChange) => void,
): CapableTool =>
  defineTool({
    name: 'propose_order_change',
    description: DESCRIPTION,
    capabilities: ['private', 'acting'],
    parameters: changeSchema,
    async answer(given, signal) {
      const write = toWrite(given);
      if (write === undefined) return { error: 'order-number-missing' };
      if (!commerce.abilities.has(write.type)) return { answer: 'refused', refusal: 'not-offered' };
      const preview = await commerce.preview(write, buyer, signal);
      onProposed({ write, preview });
      return toldPreview(preview);
    },
  });

/** The write that is meant, with its own fields alone. */
function toWrite(given: z.infer<typeof changeSchema>): OrderWrite | undefined {
  const { type, orderNumber } = given;
  const address = given.address == null ? {} : { address: toAddress(given.address) };
  if (type === 'change-account-address') return { type, ...address };
  if (orderNumber == null) return undefined;
  const method = given.methodId == null ? {} : { methodId: given.methodId };
  switch (type) {
    case 'cancel-order':
      return { type, orderNumber, ...(given.reason == null ? {} : { reason: given.reason }) };
    case 'return-lines':
      return { type, orderNumber, ...(given.lineIds == null ? {} : { lineIds: given.lineIds }), ...method };
    case 'exchange-lines':
    case 'replace-lines': {
      const replacements = given.replacements == null ? {} : { replacements: given.replacements };
      return { type, orderNumber, ...replacements, ...method };
    }
    case 'change-order-address':
      return { type, orderNumber, ...address };
    case 'change-payment':
      return { type, orderNumber, ...method };
  }
}

const toAddress = ({ name, line2, region, ...rest }: z.infer<typeof addressSchema>): PostalAddress => ({
  ...(name == null ? {} : { name }),
  ...rest,
  ...(line2 == null ? {} : { line2 }),
  ...(region == null ? {} : { region }),
});

function toldPreview(preview: WritePreview): object {
  switch (preview.kind) {
    case 'allowed':
      return { answer: 'allowed', effects: preview.effects.map(toldEffect) };
    case 'incomplete':
      return { answer: 'incomplete', missing: preview.missing };
    case 'refused':
      return { answer: 'refused', refusal: preview.refusal, facts: preview.facts ?? {} };
  }
}

const toldEffect = (effect: WriteEffect): object =>
  effect.kind === 'refund' || effect.kind === 'charge'
    ? { ...effect, amount: amountOf(effect.amount) }
    : effect;
