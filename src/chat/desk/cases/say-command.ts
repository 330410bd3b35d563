import type { Command, ProductReference } from '../../../domain/command.ts';
import type { Constraint, Need } from '../../../domain/need.ts';

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
 * parts, every slot of the command; eval/README.md tells how each is written. Words that are only kept as they were said (a
 * question, a reason) are not repeated: of a reason only that there is one.
 */
export function commandParts(command: Command): string[] {
  return [command.type, ...slotParts(command)];
}

function slotParts(command: Command): string[] {
  switch (command.type) {
    case 'find':
    case 'gift':
      return sayWish(command);
    case 'refine':
      return [
        ...sayWish(command),
        ...command.drop.map((attribute) => `-${attribute}`),
        ...sayChange(command),
        ...said('^', command.sort),
      ];
    case 'plan-set':
      return [...sayWish(command), ...command.parts.map((part) => `part:${joined(part)}`)];
    case 'reorder':
      return sayQuery(command.query);
    case 'similar':
      return [
        sayReference(command.reference),
        ...command.constraints.map(sayConstraint),
        ...sayChange(command),
      ];
    case 'goes-with':
      return [sayReference(command.reference), ...command.constraints.map(sayConstraint)];
    case 'compare':
      return command.references.map(sayReference);
    case 'reject':
      return [...command.references.map(sayReference), ...sayReason(command.reason)];
    case 'why':
      return [sayReference(command.reference)];
    case 'ask-catalogue':
      return [command.question, `of:${command.about}`, ...said('?', command.attribute), ...sayWish(command)];
    case 'ask-product':
      return [sayReference(command.reference), ...said('?', command.attribute)];
    case 'size-fit':
      return [sayReference(command.reference), ...command.mine.map((size) => `mine:${joined(size)}`)];
    case 'availability':
      return [command.aspect, ...sayOptional(command.reference), ...said('by:', command.deadline)];
    case 'price':
      return [command.aspect, ...sayOptional(command.reference)];
    case 'ask-policy':
      return [command.topic];
    case 'basket':
      return [
        command.action,
        ...command.references.map(sayReference),
        ...(command.quantity === undefined ? [] : [`x${command.quantity}`]),
        ...command.constraints.map(sayConstraint),
      ];
    case 'provide':
      return [...command.values];
    case 'order-status':
    case 'cancel-order':
      return said('#', command.orderNumber);
    case 'change-address':
      return [...(command.what === undefined ? [] : [command.what]), ...said('#', command.orderNumber)];
    case 'return':
      return [...said('#', command.orderNumber), ...sayReason(command.reason)];
    case 'exchange':
      return [...said('#', command.orderNumber), ...command.constraints.map(sayConstraint)];
    case 'preference':
      return [
        command.action,
        ...command.constraints.map(sayConstraint),
        ...command.attributes.map((attribute) => `-${attribute}`),
      ];
    case 'history':
    case 'personal-data':
      return [command.wish];
    case 'complaint':
    case 'small-talk':
      return [command.about];
    case 'handoff':
      return [command.reason];
    case 'no-preference':
      return said('-', command.attribute);
    case 'unsafe':
      return [command.kind];
    case 'more':
    case 'undo':
    case 'without-reasons':
    case 'show-asked':
    case 'checkout':
    case 'affirm':
    case 'deny':
    case 'reset':
    case 'greet':
    case 'thank':
    case 'goodbye':
    case 'out-of-scope':
      return [];
  }
}

/** What is wanted, written as the parts of a command are. */
export const needParts = (need: Wish & Pick<Need, 'sort'>): string[] => [
  ...sayWish(need),
  ...said('^', need.sort),
];

/** Parts of a written command, parted by spaces outside quotes. */
export function readParts(written: string): string[] {
  return [...written.matchAll(/"[^"]*"|[^\s"]+/g)].map(([part]) => part);
}

/** What a part of a command is about, for scores by slot. */
export function isConstraint(part: string): boolean {
  return /^[^"@:#?^+-][^":]*(?:!=|<=|>=|=|<|>)/.test(part);
}

export const isReference = (part: string): boolean => part.startsWith('@');

interface Wish {
  readonly query: string;
  readonly constraints: readonly Constraint[];
  readonly recipient?: string | undefined;
  readonly occasion?: string | undefined;
}

const joined = (words: string): string => words.trim().toLowerCase().replace(/\s+/g, '-');

const said = (sign: string, words: string | undefined): string[] =>
  words === undefined ? [] : [`${sign}${joined(words)}`];

const sayQuery = (query: string): string[] => (query === '' ? [] : [`"${query}"`]);

const sayReason = (reason: string | undefined): string[] => (reason === undefined ? [] : ['because']);

const sayWish = ({ query, constraints, recipient, occasion }: Wish): string[] => [
  ...constraints.map(sayConstraint),
  ...said('for:', recipient),
  ...said('when:', occasion),
  ...sayQuery(query),
];

function sayConstraint({ attribute, operator, value, strength, known }: Constraint): string {
  const amount = attribute === 'price' ? Number(value) / 100 : String(value).replaceAll(' ', '-');
  return `${attribute}${OPERATORS[operator]}${amount}${strength === 'soft' ? '~' : ''}${known ? '' : '?'}`;
}

interface Change {
  readonly pull?: string | undefined;
  readonly shifts?: readonly { readonly attribute: string; readonly direction: string }[] | undefined;
}

const sayChange = ({ pull, shifts = [] }: Change): string[] => [
  ...said('+', pull),
  ...shifts.map(({ attribute, direction }) => `+${direction}:${joined(attribute)}`),
];

const sayOptional = (reference: ProductReference | undefined): string[] =>
  reference === undefined ? [] : [sayReference(reference)];

function sayReference(reference: ProductReference): string {
  switch (reference.kind) {
    case 'ordinal':
      return `@${reference.position === -1 ? 'last' : reference.position}${'<'.repeat(reference.list ?? 0)}`;
    case 'attribute':
      return `@${[reference, ...(reference.also ?? [])]
        .map(({ attribute, value }) => `${attribute}=${value}`)
        .join('+')}`;
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
