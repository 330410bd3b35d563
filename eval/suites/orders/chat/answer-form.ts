import type { Order, OrderLine, OrderWrite, PaymentMethod } from '../../../../src/domain/commerce.ts';
import type { Turn } from '../../../../src/domain/turn.ts';
import { sayAddress } from './say-wish.ts';

/** What a shopper has in mind, and what they know of it. */
export interface Intention {
  readonly write: OrderWrite;
  /** As it stands. */
  readonly order?: Order;
  /** The ways to pay that are theirs. */
  readonly methods: readonly PaymentMethod[];
  /** What sets a variant apart, as the shop writes it. */
  readonly optionsOf: (variantId: string) => readonly string[];
}

/**
 * What the shopper says to a question about their wish: labels of what was offered, read by what they have in mind, or an address.
 * undefined when nothing that is offered is meant.
 *
 * @param earlier What was answered about the same wish.
 */
export function answerForm(
  { chips, text }: Pick<Turn, 'chips' | 'text'>,
  { write, order, methods, optionsOf }: Intention,
  earlier: readonly string[] = [],
): string | undefined {
  const labels = chips.map(({ message }) => message);
  // An address is asked for without choices; what offers some says that it cannot be done.
  if ('address' in write)
    return write.address === undefined || labels.length > 0 ? undefined : sayAddress(write.address);
  if (write.type === 'cancel-order') return labels.find((label) => label === write.reason);
  const lines = linesOf(write).flatMap((lineId) => order?.lines.find((line) => line.lineId === lineId) ?? []);
  const titles = order?.lines.map(({ title }) => title) ?? [];
  if (labels.length > 0 && labels.every((label) => titles.some((title) => label.startsWith(title)))) {
    const named = pickLabels(
      labels,
      lines.map(({ title, options }) => [title, ...Object.values(options)]),
    );
    return named.length === lines.length ? named.join(', ') : undefined;
  }
  if ('replacements' in write) {
    const asked = (write.replacements ?? []).filter(({ lineId }) =>
      text.includes(lines.find((line) => line.lineId === lineId)?.title ?? text),
    );
    const meant = asked.flatMap(({ variantId }) => pickLabels(labels, [optionsOf(variantId)]));
    // Of two alike that become different things, what was told of the first is not told again.
    const [label = meant.at(-1)] = without(meant, earlier);
    if (label !== undefined) return label;
  }
  const method = methods.find(({ methodId }) => 'methodId' in write && methodId === write.methodId);
  return labels.find((label) => label === method?.label);
}

function linesOf(write: OrderWrite): readonly OrderLine['lineId'][] {
  if (write.type === 'return-lines') return write.lineIds ?? [];
  return 'replacements' in write ? (write.replacements ?? []).map(({ lineId }) => lineId) : [];
}

/** Each of `others` takes one that is the same out. */
function without(labels: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...labels];
  for (const other of others) {
    const at = left.indexOf(other);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

/** For each thing the label that holds all of its words and the fewest others; none twice. */
function pickLabels(labels: readonly string[], things: readonly (readonly string[])[]): string[] {
  const left = labels.toSorted((one, other) => one.length - other.length);
  return things.flatMap((words) => {
    const at = left.findIndex((label) => words.every((word) => label.includes(word)));
    return at < 0 ? [] : left.splice(at, 1);
  });
}
