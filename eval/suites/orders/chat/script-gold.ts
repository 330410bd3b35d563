import type { OrderWrite } from '../../../../src/domain/commerce.ts';
import type { FakeToolCall } from '../../../../test/support/fake-openai/server.ts';
import type { RawAction } from '../raw-shop.ts';
import { lineIdsOf } from '../tau-retail.ts';
import { commandFor, type Script } from './scripted-model.ts';

/** Calls of tools in one run are few: of what is only read, the last ones are read again. */
const MOST_READS = 4;

/**
 * A model that asks for exactly the gold action: it reads what the gold actions read before it, takes the ids of the lines from what the
 * order tells, and proposes the rest as it stands in the task.
 *
 * @param earlier Actions of the same task, before this one.
 */
export function scriptGold(action: RawAction, write: OrderWrite, earlier: readonly RawAction[]): Script {
  const reads = earlier.flatMap((read) => toRead(read) ?? []).slice(-MOST_READS);
  const order = 'orderNumber' in write ? [lookUp(write.orderNumber)] : [];
  const calls = [...reads, ...order].map((call) => () => call);
  return {
    command: commandFor(write),
    calls: [
      ...calls,
      (answers) => ({ name: 'propose_order_change', given: withToldLines(write, action, answers.at(-1)) }),
    ],
  };
}

const lookUp = (orderNumber: string): FakeToolCall => ({ name: 'look_up_order', given: { orderNumber } });

function toRead({ name, arguments: given }: RawAction): FakeToolCall | undefined {
  switch (name) {
    case 'get_order_details':
      return lookUp(String(given.order_id));
    case 'get_product_details':
      return { name: 'product_variants', given: { productId: String(given.product_id) } };
    case 'get_user_details':
      return { name: 'look_up_orders', given: {} };
    default:
      return undefined;
  }
}

interface ToldOrder {
  readonly order?: { readonly lines: readonly { readonly lineId: string; readonly variantId: string }[] };
}

/** The write with the ids of lines that the order told, for the items that the task names. */
function withToldLines(write: OrderWrite, { arguments: given }: RawAction, told: unknown): OrderWrite {
  const { order } = (told ?? {}) as ToldOrder;
  const items = Array.isArray(given.item_ids) ? given.item_ids.map(String) : [];
  const lineIds = lineIdsOf(order?.lines ?? [], items);
  switch (write.type) {
    case 'return-lines':
      return { ...write, lineIds };
    case 'exchange-lines':
    case 'replace-lines': {
      const { replacements = [] } = write;
      // Lists of different length go out as they are, to be refused.
      if (replacements.length !== lineIds.length) return write;
      const named = replacements.map(({ variantId }, index) => ({ lineId: lineIds[index] ?? '', variantId }));
      return { ...write, replacements: named };
    }
    default:
      return write;
  }
}
