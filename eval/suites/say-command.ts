import type { Command, ProductReference } from '../../src/domain/command.ts';
import type { Constraint } from '../../src/domain/need.ts';

const OPERATORS: Readonly<Record<Constraint['operator'], string>> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
};

/**
 * A command as a case writes it: `find type=scarf price<60 color!=red for:mother "warm"`. The type comes first, then its
 * parts: constraints (`~` soft, `?` unknown to the shop; prices in whole units), `-attribute` dropped, `+cheaper`, `@`
 * references, `?attribute` asked, `^order`, `of:` what a question is about, `for:` and `when:`, the query in quotes.
 */
export function commandParts(command: Command): string[] {
  switch (command.type) {
    case 'find':
      return [command.type, ...sayWish(command)];
    case 'refine':
      return [
        command.type,
        ...sayWish(command),
        ...command.drop.map((attribute) => `-${attribute}`),
        ...sayPull(command),
        ...(command.sort === undefined ? [] : [`^${command.sort}`]),
      ];
    case 'ask-catalogue':
      return [
        command.type,
        command.question,
        `of:${command.about}`,
        ...(command.attribute === undefined ? [] : [`?${command.attribute}`]),
        ...sayWish(command),
      ];
    case 'similar':
      return [
        command.type,
        sayReference(command.reference),
        ...command.constraints.map(sayConstraint),
        ...sayPull(command),
      ];
    case 'compare':
      return [command.type, ...command.references.map(sayReference)];
    case 'why':
      return [command.type, sayReference(command.reference)];
    case 'ask-product':
      return [
        command.type,
        sayReference(command.reference),
        ...(command.attribute === undefined ? [] : [`?${command.attribute}`]),
      ];
    case 'handoff':
      return [command.type, command.reason];
    default:
      return [command.type];
  }
}

/** Parts of a written command, parted by spaces outside quotes. */
export function readParts(written: string): string[] {
  return [...written.matchAll(/"[^"]*"|[^\s"]+/g)].map(([part]) => part);
}

interface Wish {
  readonly query: string;
  readonly constraints: readonly Constraint[];
  readonly recipient?: string | undefined;
  readonly occasion?: string | undefined;
}

const sayWish = ({ query, constraints, recipient, occasion }: Wish): string[] => [
  ...constraints.map(sayConstraint),
  ...(recipient === undefined ? [] : [`for:${recipient}`]),
  ...(occasion === undefined ? [] : [`when:${occasion}`]),
  ...(query === '' ? [] : [`"${query}"`]),
];

function sayConstraint({ attribute, operator, value, strength, known }: Constraint): string {
  const amount = attribute === 'price' ? Number(value) / 100 : String(value).replaceAll(' ', '-');
  return `${attribute}${OPERATORS[operator]}${amount}${strength === 'soft' ? '~' : ''}${known ? '' : '?'}`;
}

const sayPull = ({ pull }: { readonly pull?: string | undefined }): string[] =>
  pull === undefined ? [] : [`+${pull}`];

function sayReference(reference: ProductReference): string {
  switch (reference.kind) {
    case 'ordinal':
      return `@${reference.position === -1 ? 'last' : reference.position}${'<'.repeat(reference.list ?? 0)}`;
    case 'attribute':
      return `@${reference.attribute}=${reference.value}`;
    case 'extreme':
      return `@${reference.of}${reference.attribute === undefined ? '' : `:${reference.attribute}`}`;
    case 'product':
      return `@${reference.productId}`;
    case 'focus':
      return '@it';
    case 'earlier':
    case 'other':
    case 'basket':
      return `@${reference.kind}`;
  }
}
