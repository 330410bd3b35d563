import type { Command } from '../domain/command.ts';
import type { OpenQuestion } from '../domain/dialogue-state.ts';
import type { Constraint } from '../domain/need.ts';
import { normalise } from '../text/analyze.ts';
import { wordsOf } from './make-message.ts';
import type { Message } from './message.ts';
import { droppedBy, has, isEmpty, referencesOf } from './message-content.ts';
import { isFiller } from './span.ts';

/** Cues that a bare answer may hold beside its own. */
const BESIDE: ReadonlySet<string> = new Set(['affirm', 'deny', 'no-preference', 'reason', 'find']);

/** A bare answer to what the assistant asked or offered: "yes", "I don't mind", an offered label, "the second". */
export function readAnswer(message: Message): Command[] | undefined {
  const { question } = message.context.state;
  const chosen =
    question === undefined ? undefined : (readOption(message, question) ?? readOwnValue(message, question));
  if (chosen !== undefined) return [chosen];
  const dropped = question === undefined ? undefined : readIndifference(message, question);
  if (dropped !== undefined) return [dropped];
  const isBare =
    isEmpty(message.wish) &&
    message.spans.every(
      (span) => span.meaning.kind !== 'cue' || BESIDE.has(span.meaning.cue) || isFiller(span),
    );
  if (
    !isBare ||
    message.spans.some(({ meaning }) => meaning.kind === 'shift' || meaning.kind === 'references')
  )
    return undefined;
  if (has(message, 'no-preference')) return [{ type: 'no-preference' }];
  if (has(message, 'deny')) return [{ type: 'deny' }];
  return has(message, 'affirm') ? [{ type: 'affirm' }] : undefined;
}

/** One of the answers that were offered, by its label or, with no products on the screen, by its place. */
function readOption(message: Message, { options }: OpenQuestion): Command | undefined {
  const words = normalise(wordsOf(message));
  const [reference, another] = referencesOf(message);
  const isPlace = reference?.kind === 'ordinal' && another === undefined && isEmpty(message.wish);
  const place = isPlace && message.context.state.shown.length === 0 ? reference.position : 0;
  const option =
    options.find(({ label }) => normalise(label) === words) ??
    (place === 0 ? undefined : options.at(place - Math.sign(place + 1)));
  if (option === undefined) return undefined;
  const constraints = option.constraints.map((limit) => ({ ...limit, sourceTurn: message.context.turn }));
  return { type: 'refine', query: '', constraints, drop: [] };
}

/** A value of what was asked that was not among those offered, by its label: whatever else the words may mean. */
function readOwnValue(message: Message, { attribute }: OpenQuestion): Command | undefined {
  const { vocabulary, context } = message;
  const words = wordsOf(message);
  const values = vocabulary
    .valuesLabelled(words, context.language)
    .filter((entry) => entry.attribute === attribute);
  if (values.length === 0) return undefined;
  const constraints = values.map(
    ({ value }): Constraint => ({
      attribute,
      operator: 'eq',
      value,
      strength: 'hard',
      words,
      confidence: 0.9,
      sourceTurn: context.turn,
      known: true,
    }),
  );
  return { type: 'refine', query: '', constraints, drop: [] };
}

/** "The colour doesn't matter", with nothing said of it yet: there is no wish to take back. */
function readIndifference(message: Message, { attribute }: OpenQuestion): Command | undefined {
  const [dropped, another] = droppedBy(message);
  const isSaid = message.context.state.need.constraints.some((limit) => limit.attribute === dropped);
  if (dropped === undefined || another !== undefined || isSaid || !isEmpty(message.wish)) return undefined;
  return { type: 'no-preference', ...(dropped === attribute ? {} : { attribute: dropped }) };
}
