import * as z from 'zod';
import type { LineReplacement } from '../../../src/domain/commerce.ts';
import { type MutationOutcome, mutate } from './admin-mutation.ts';
import type { GraphqlClient } from './graphql-client.ts';
import { money } from './money-shape.ts';
import { ADD_EDIT_VARIANT, BEGIN_EDIT, COMMIT_EDIT, SET_EDIT_QUANTITY } from './order-documents.ts';
import { numberOf } from './shop-ids.ts';
import type { ShopifyOrder } from './to-order.ts';

const shape = z.object({
  calculatedOrder: z.object({
    id: z.string(),
    totalOutstandingSet: z.object({ presentmentMoney: money }),
    lineItems: z.object({ nodes: z.array(z.object({ id: z.string(), quantity: z.number().int() })) }),
  }),
});

type Calculated = z.output<typeof shape>['calculatedOrder'];

const committed = z.object({ order: z.object({ id: z.string() }) });

/**
 * Puts other variants in the place of lines. The edit is drafted at Shopify and takes effect as a whole with its last step; until then
 * nothing has happened.
 *
 * @param variantGid Of a variant of the catalogue.
 * @returns "refused" also when the order would cost another amount: nobody here can settle it.
 */
export async function editOrder(
  { gid, order }: ShopifyOrder,
  replacements: readonly LineReplacement[],
  {
    admin,
    variantGid,
    staffNote,
    signal,
  }: {
    readonly admin: GraphqlClient;
    readonly variantGid: (variantId: string) => string;
    readonly staffNote: string;
    readonly signal: AbortSignal;
  },
): Promise<MutationOutcome<object>> {
  const step = (field: string, document: string, variables: Readonly<Record<string, unknown>>) =>
    mutate(admin, { field, document, variables, shape, signal });
  const begun = await step('orderEditBegin', BEGIN_EDIT, { id: gid });
  if (begun.kind === 'refused') return begun;
  let draft: Calculated = begun.answer.calculatedOrder;
  const { id, totalOutstandingSet: before } = draft;
  for (const { lineId, variantId } of replacements) {
    const line = order.lines.find((known) => known.lineId === lineId);
    const drafted = draft.lineItems.nodes.find((node) => numberOf(node.id) === lineId);
    if (line === undefined || drafted?.quantity !== line.quantity) return { kind: 'refused' };
    const { quantity } = line;
    const out = await step('orderEditSetQuantity', SET_EDIT_QUANTITY, {
      id,
      lineItemId: drafted.id,
      quantity: 0,
    });
    if (out.kind === 'refused') return out;
    const into = await step('orderEditAddVariant', ADD_EDIT_VARIANT, {
      id,
      variantId: variantGid(variantId),
      quantity,
    });
    if (into.kind === 'refused') return into;
    draft = into.answer.calculatedOrder;
  }
  const { presentmentMoney: owed } = draft.totalOutstandingSet;
  if (owed.amountMinor !== before.presentmentMoney.amountMinor) return { kind: 'refused' };
  return await mutate(admin, {
    field: 'orderEditCommit',
    document: COMMIT_EDIT,
    variables: { id, staffNote },
    shape: committed,
    signal,
  });
}
