import type { LineReplacement, MissingChoice, OrderWrite } from '../domain/commerce.ts';

/** What is chosen by place needs no words: everything but an address. */
export type PlacedChoice = Exclude<MissingChoice, { field: 'address' }>;

/**
 * The write with the choices at these places; the same write when the choice is none of it, so that what is asked next is asked by the
 * shop's rules.
 *
 * @param places 0-based in the options; of everything but lines the first counts.
 */
export function withChoice(write: OrderWrite, missing: PlacedChoice, places: readonly number[]): OrderWrite {
  const [first = -1] = places;
  switch (missing.field) {
    case 'reason': {
      const reason = missing.options[first];
      return write.type === 'cancel-order' && reason !== undefined ? { ...write, reason } : write;
    }
    case 'method': {
      const methodId = missing.options[first]?.methodId;
      return methodId === undefined || !takesMethod(write) ? write : { ...write, methodId };
    }
    case 'lines': {
      const lineIds = places.flatMap((place) => missing.options[place]?.lineId ?? []);
      if (lineIds.length === 0) return write;
      if (write.type === 'return-lines') return { ...write, lineIds };
      return takesReplacements(write)
        ? { ...write, replacements: lineIds.map((lineId) => ({ lineId, variantId: '' })) }
        : write;
    }
    case 'replacement': {
      const variantId = missing.options[first]?.variantId;
      if (variantId === undefined || !takesReplacements(write)) return write;
      return { ...write, replacements: replaced(write.replacements ?? [], missing.line.lineId, variantId) };
    }
  }
}

type MethodWrite = Extract<
  OrderWrite,
  { type: 'return-lines' | 'exchange-lines' | 'replace-lines' | 'change-payment' }
>;
type ReplacementWrite = Extract<OrderWrite, { type: 'exchange-lines' | 'replace-lines' }>;

const WITHOUT_METHOD: ReadonlySet<OrderWrite['type']> = new Set([
  'cancel-order',
  'change-order-address',
  'change-account-address',
]);

const takesMethod = (write: OrderWrite): write is MethodWrite => !WITHOUT_METHOD.has(write.type);
const takesReplacements = (write: OrderWrite): write is ReplacementWrite =>
  write.type === 'exchange-lines' || write.type === 'replace-lines';

function replaced(
  replacements: readonly LineReplacement[],
  lineId: string,
  variantId: string,
): readonly LineReplacement[] {
  const isNamed = replacements.some((each) => each.lineId === lineId);
  const all = isNamed ? replacements : [...replacements, { lineId, variantId }];
  return all.map((each) => (each.lineId === lineId ? { lineId, variantId } : each));
}
