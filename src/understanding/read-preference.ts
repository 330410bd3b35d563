import type { Command } from '../domain/command.ts';
import type { Constraint } from '../domain/need.ts';
import { everyConceptAt } from '../text/lexicon/index.ts';
import { isFunctionWord } from './is-function-word.ts';
import type { Message } from './message.ts';
import { cueSpans, has, namesThing } from './message-content.ts';
import { bareSizes } from './read-bare-size.ts';
import { readValue } from './read-value.ts';
import type { Span } from './span.ts';

/** What is always so of the shopper: "I'm vegan", "I always wear a 42", "forget my size". */
export function readPreference(message: Message): Command | undefined {
  if (has(message, 'preference-tell'))
    return { type: 'preference', action: 'tell', constraints: [], attributes: [] };
  if (has(message, 'preference-forget')) return forget(message);
  const sets = has(message, 'preference-set') || has(message, 'preference-avoid');
  if (!sets || namesThing(message.wish)) return undefined;
  const said = message.wish.constraints.filter(({ attribute }) => attribute !== 'price').map(always);
  const own =
    said.length === 0 ? [...qualitiesOf(message), ...bareSizes(message), ...unknownRefusals(message)] : said;
  return own.length === 0
    ? undefined
    : { type: 'preference', action: 'set', constraints: own, attributes: [] };
}

/** What holds for everything is a limit, not a leaning. */
const always = (constraint: Constraint): Constraint => ({ ...constraint, strength: 'hard' });

/** What the shopper is, in the phrase that says so: "vegan" of "I'm vegan", as the shop's value for it where it has one. */
function qualitiesOf(message: Message): Constraint[] {
  const { atoms, grammar, vocabulary } = message;
  return cueSpans(message, ['preference-set']).flatMap(({ from, to }) => {
    const positions = Array.from({ length: to - from }, (_, index) => from + index);
    return positions.flatMap((at) =>
      everyConceptAt(atoms, at, grammar.language).flatMap((named): Constraint[] => {
        const concepts = named.concepts.filter(({ kind }) => kind === QUALITY);
        const [quality] = concepts;
        if (quality === undefined || (at !== from && named.to !== to)) return [];
        const found = readValue({ kind: 'concepts', concepts }, vocabulary);
        const value = found ?? { attribute: QUALITY, value: quality.id, known: false };
        return [{ ...limit(message, { from: at, to: named.to }), ...value, operator: 'eq' }];
      }),
    );
  });
}

const QUALITY = 'quality';

/** What neither the shop nor the language has a value for, "nickel" of "allergic to nickel": kept to be told. */
function unknownRefusals(message: Message): Constraint[] {
  const { atoms, spans, grammar } = message;
  return cueSpans(message, ['preference-avoid']).flatMap(({ to }): Constraint[] => {
    const rest = atoms.findIndex(
      (atom, at) =>
        at >= to && (atom.kind !== 'word' || spans.some((span) => span.from <= at && at < span.to)),
    );
    const end = rest === -1 ? atoms.length : rest;
    const begin = atoms.findIndex((atom, at) => at >= to && !isFunctionWord(atom, grammar));
    if (begin === -1 || end <= begin || end - begin > MOST_WORDS) return [];
    const refused = limit(message, { from: begin, to: end });
    return [{ ...refused, attribute: INGREDIENT, operator: 'ne', value: refused.words, known: false }];
  });
}

/** What something is made of, or has in it. */
const INGREDIENT = 'material';
const MOST_WORDS = 3;
const LONGEST_WORDS = 200;

function limit({ text, atoms, context }: Message, { from, to }: Pick<Span, 'from' | 'to'>) {
  const words = text.slice(atoms[from]?.start, atoms[to - 1]?.end).slice(0, LONGEST_WORDS);
  return { strength: 'hard', words, confidence: 0.9, sourceTurn: context.turn } as const;
}

function forget(message: Message): Command {
  const named = message.spans.flatMap(({ meaning }) =>
    (meaning.kind === 'cue' && meaning.cue === 'preference-forget' ? meaning.fillings : [meaning]).flatMap(
      (filling) => (filling.kind === 'attribute' ? [filling.attribute] : []),
    ),
  );
  return {
    type: 'preference',
    action: 'forget',
    constraints: message.wish.constraints.filter(
      ({ attribute }) => attribute !== 'type' && attribute !== 'price',
    ),
    attributes: [...new Set(named)],
  };
}
