import type { Command, ProductReference } from '../domain/command.ts';
import type { Constraint } from '../domain/need.ts';
import { isQuestion } from './is-question.ts';
import { wordsOf } from './make-message.ts';
import type { Message } from './message.ts';
import {
  has,
  hasProductInView,
  isEmpty,
  namesThing,
  pullOf,
  referencesOf,
  shiftsOf,
} from './message-content.ts';
import { readValue } from './read-value.ts';

const LONGEST_QUESTION = 400;

export function readComparison(message: Message): Command[] | undefined {
  const references = referencesOf(message);
  if (!has(message, 'compare') && !weighsTwo(message, references)) return undefined;
  const all = references.length >= 2 ? references : pairWith(references[0], message);
  return all.length < 2 ? undefined : [{ type: 'compare', references: all.slice(0, 4) }];
}

/** "Is the second as warm as the first?" */
const weighsTwo = (message: Message, references: readonly ProductReference[]): boolean =>
  references.length === 2 && isQuestion(message) && has(message, 'ask');

/** "compare them", "what is the difference": what is on the screen, or one product with the one talked about. */
function pairWith(one: ProductReference | undefined, { context }: Message): ProductReference[] {
  const { shown, focus } = context.state;
  if (one !== undefined && one.kind !== 'focus') return focus === undefined ? [] : [{ kind: 'focus' }, one];
  return shown.slice(0, 2).length < 2
    ? []
    : shown.slice(0, Math.min(shown.length, 2)).map((_, index) => ({ kind: 'ordinal', position: index + 1 }));
}

export function readWhy(message: Message): Command[] | undefined {
  const reference = referencesOf(message)[0];
  if (!has(message, 'why') || pointsNowhere(message)) return undefined;
  return [{ type: 'why', reference: reference ?? { kind: 'focus' } }];
}

/** "Something to go with it under 100": what stands before a product in view; in "a bag to go with jeans" it is part of the wish. */
export function readGoesWith(message: Message): Command[] | undefined {
  const [reference] = referencesOf(message);
  if (!has(message, 'goes-with') || !hasProductInView(message) || namesThing(message.wish)) return undefined;
  const constraints = message.wish.constraints.filter(({ attribute }) => attribute === 'price');
  return [{ type: 'goes-with', reference: reference ?? { kind: 'focus' }, constraints }];
}

export function readSimilar(message: Message): Command[] | undefined {
  const [reference, another] = referencesOf(message);
  const { wish } = message;
  if (pointsNowhere(message)) return undefined;
  const isOne = reference !== undefined && another === undefined;
  const varies = isOne && changesSomething(message) && !isQuestion(message);
  const asks = has(message, 'ask') && isQuestion(message);
  if (asks || !(has(message, 'similar') || (varies && !has(message, 'choose')))) return undefined;
  if (reference === undefined && (namesThing(wish) || !hasProductInView(message))) return undefined;
  return [
    {
      type: 'similar',
      reference: reference ?? { kind: 'focus' },
      constraints: [...wish.constraints],
      ...pullOf(message),
      ...shiftsOf(message),
    },
  ];
}

/** "the second in blue", "that one but cheaper". */
const changesSomething = (message: Message): boolean =>
  message.wish.constraints.some(isValue) ||
  pullOf(message).pull !== undefined ||
  shiftsOf(message).shifts !== undefined;

/** Words like "the first" in a wish, with no product to point at, are part of the wish. */
const pointsNowhere = (message: Message): boolean => !hasProductInView(message) && !isEmpty(message.wish);

export function readProductQuestion(message: Message): Command[] | undefined {
  const { wish } = message;
  const [reference] = referencesOf(message);
  if (pointsNowhere(message)) return undefined;
  const asked = message.questions[0]?.meaning.attribute;
  const asks =
    has(message, 'ask') ||
    has(message, 'choose') ||
    (asked !== undefined && (isQuestion(message) || asksOfOne(message)));
  const points = reference !== undefined && (asks || isQuestion(message) || isEmpty(wish));
  const implied = asks && hasProductInView(message) && !namesThing(wish) && isQuestion(message);
  if (!points && !implied && !doubtsQuality(message)) return undefined;
  const value = wish.constraints.find(isValue)?.attribute;
  const attribute =
    (asked === 'availability' ? value : undefined) ??
    asked ??
    value ??
    askedValue(message) ??
    comparedBy(reference);
  return [
    {
      type: 'ask-product',
      reference: reference ?? { kind: 'focus' },
      ...(attribute === undefined ? {} : { attribute }),
      question:
        asked === undefined && !has(message, 'ask') && !isQuestion(message)
          ? ''
          : wordsOf(message).slice(0, LONGEST_QUESTION),
    },
  ];
}

/** "Show me the reviews of the first": said, and a question all the same. */
const asksOfOne = ({ spans }: Message): boolean =>
  spans.some(
    ({ meaning }) =>
      meaning.kind === 'question' && meaning.fillings.some((filling) => filling.kind === 'references'),
  );

/** "Waterproof?", while one product is talked about. */
function doubtsQuality({ wish, atoms, context }: Message): boolean {
  const describes = wish.query !== '' && wish.describesOnly && wish.constraints.length === 0;
  return describes && context.state.focus !== undefined && atoms.at(-1)?.normal === '?';
}

/** "Which is the cheapest?" asks for a price. */
const comparedBy = (reference: ProductReference | undefined): string | undefined =>
  reference?.kind === 'extreme' ? (reference.attribute ?? 'price') : undefined;

/** The attribute of a value within a question: "does it come in blue?" */
function askedValue({ spans, vocabulary }: Message): string | undefined {
  for (const { meaning } of spans) {
    if (meaning.kind !== 'cue' || meaning.cue !== 'ask') continue;
    const found = meaning.fillings
      .map((filling) => readValue(filling, vocabulary))
      .find((value) => value !== undefined);
    if (found !== undefined) return found.attribute;
  }
  return undefined;
}

export const isValue = ({ attribute }: Constraint): boolean => attribute !== 'type' && attribute !== 'price';
