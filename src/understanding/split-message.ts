import { makeMessage } from './make-message.ts';
import type { Message } from './message.ts';
import { referencesOf } from './message-content.ts';
import type { Atom } from './read-atoms.ts';
import type { Span } from './span.ts';

/** A stretch of atoms, end exclusive. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What the head of a part is about: the shop's service, or finding things. */
export type HeadKind = 'service' | 'shopping';

/** Signs that part sentences, whatever stands on either side. */
const ENDS: ReadonlySet<string> = new Set(['.', '!', '?', ';']);

/**
 * A message that says several things as its parts, in order: "where is my order 123, and show me boots". A part needs a
 * phrase that heads it; what has none belongs to the part before it, so that no wish is torn apart. What stands between two
 * parts about the shop's service is one part. A message about one thing only is its only part.
 *
 * @param headOf What a chosen span begins, if anything.
 */
export function splitMessage(
  message: Message,
  headOf: (span: Span) => HeadKind | undefined,
): readonly { readonly kind: HeadKind; readonly part: Message }[] {
  const kindOf = ({ from, to }: Stretch): HeadKind | undefined => {
    const heads = message.spans.flatMap((span) =>
      span.from >= from && span.to <= to ? (headOf(span) ?? []) : [],
    );
    return heads.includes('service') ? 'service' : heads[0];
  };
  const joined: (Stretch & { readonly kind: HeadKind | undefined })[] = [];
  for (const stretch of stretchesOf(message)) {
    const kind = kindOf(stretch);
    const before = joined.at(-1);
    const goesOn =
      before !== undefined &&
      !(asksOfProduct(message, stretch) && statesWish(message, before)) &&
      (kind === undefined ||
        before.kind === undefined ||
        (kind === 'shopping' && before.kind === 'shopping'));
    if (goesOn) joined[joined.length - 1] = { from: before.from, to: stretch.to, kind: before.kind ?? kind };
    else joined.push({ ...stretch, kind });
  }
  if (joined.length <= 1) return [{ kind: joined[0]?.kind ?? 'shopping', part: message }];
  return joined.map(({ kind = 'shopping', ...stretch }) => ({ kind, part: partOf(message, stretch) }));
}

/** "And is the first one warm?" */
function asksOfProduct({ atoms, spans, grammar }: Message, { from, to }: Stretch): boolean {
  const words = atoms.slice(from, to);
  const first = words.find(({ kind, normal }) => kind === 'word' && !grammar.coordinators.includes(normal));
  const asks = grammar.interrogatives.includes(first?.normal ?? '') || words.at(-1)?.normal === '?';
  const within = spans.filter((span) => span.from >= from && span.to <= to);
  return asks && referencesOf({ spans: within }).some(({ kind }) => kind !== 'focus');
}

/** "In red please": values, and no product that they could be asked of. */
function statesWish({ atoms, spans, grammar }: Message, { from, to }: Stretch): boolean {
  const within = spans.filter((span) => span.from >= from && span.to <= to);
  const isAsked = grammar.interrogatives.includes(atoms[from]?.normal ?? '');
  const isWish = within.some(({ meaning }) => STATED.has(meaning.kind));
  return isWish && !isAsked && referencesOf({ spans: within }).length === 0;
}

const STATED: ReadonlySet<string> = new Set(['concepts', 'values', 'size', 'brand', 'price', 'amounts']);

/** Between signs and joining words that belong to no longer phrase. */
function stretchesOf({ atoms, spans, grammar }: Message): Stretch[] {
  const inner = new Set(
    spans.flatMap(({ from, to }) => Array.from({ length: to - from - 1 }, (_, index) => from + index + 1)),
  );
  const parts = ({ normal }: Atom, at: number): boolean =>
    ENDS.has(normal) ||
    (!inner.has(at) &&
      (normal === ',' || grammar.coordinators.includes(normal) || grammar.contrasts.includes(normal)));
  const cuts = [
    0,
    ...atoms.flatMap((atom, at) => (at > 0 && parts(atom, at) ? [cutAt(atom, at)] : [])),
    atoms.length,
  ];
  return cuts.slice(1).flatMap((to, index) => {
    const from = cuts[index] ?? 0;
    return to > from ? [{ from, to }] : [];
  });
}

/** A sign ends the part before it, a word begins the one behind it. */
const cutAt = ({ kind }: Atom, at: number): number => (kind === 'sign' ? at + 1 : at);

function partOf(message: Message, { from, to }: Stretch): Message {
  const within = ({ from: start, to: end }: Span): boolean => start >= from && end <= to;
  const moved = <S extends Span>(span: S): S => ({ ...span, from: span.from - from, to: span.to - from });
  return makeMessage({
    ...message,
    atoms: message.atoms.slice(from, to),
    spans: message.spans.filter(within).map(moved),
    questions: message.questions.filter(within).map(moved),
    days: message.days.filter(within).map(moved),
  });
}
