import type { Grammar } from './grammar/index.ts';
import { type Atom, isCharacter, joinNormals } from './read-atoms.ts';
import type { Span } from './span.ts';

export interface People {
  /** Spans that name the person the thing is for. */
  readonly recipients: ReadonlySet<Span>;
  readonly recipient?: string;
  /** Whom it is not for: "not for my mother, for my sister". */
  readonly notFor?: string;
  readonly occasion?: string;
}

/** Words between "for my" and the person: "for my dear old mother". */
const REACH = 3;

/** For whom and for which occasion. A person counts with "my" or "for" before ("baby blanket" is for nobody). */
export function findPeople(
  atoms: readonly Atom[],
  spans: readonly Span[],
  grammar: Grammar,
  refused: ReadonlyMap<Span, Span>,
): People {
  const recipients = new Set<Span>();
  let recipient: string | undefined;
  let notFor: string | undefined;
  let occasion: string | undefined;
  for (const span of spans) {
    if (span.meaning.kind !== 'concepts') continue;
    const person = personOf(span);
    if (person !== undefined && isPossessed(span, atoms, grammar)) {
      recipients.add(span);
      if (isDenied(span, refused)) notFor ??= person.id;
      else recipient ??= person.id;
    }
    occasion ??= span.meaning.concepts.find(({ kind }) => kind === 'occasion')?.id;
  }
  return {
    recipients,
    ...(recipient === undefined ? {} : { recipient }),
    ...(notFor === undefined ? {} : { notFor }),
    ...(occasion === undefined ? {} : { occasion }),
  };
}

/** "Not for my mother"; in "no leather for my mother" it is the leather. */
function isDenied(span: Span, refused: ReadonlyMap<Span, Span>): boolean {
  const negation = refused.get(span);
  return (
    negation !== undefined &&
    ![...refused].some(([other, by]) => by === negation && other.from < span.from && !personOf(other))
  );
}

const personOf = ({ meaning }: Span) =>
  meaning.kind === 'concepts' ? meaning.concepts.find(({ kind }) => kind === 'recipient') : undefined;

function isPossessed({ from, to }: Span, atoms: readonly Atom[], grammar: Grammar): boolean {
  const before = atoms.slice(Math.max(0, from - REACH), from);
  const cut = before.findLastIndex(({ kind }) => kind === 'sign');
  const words = [...before.slice(cut + 1), ...(to - from > 1 ? atoms.slice(from, from + 1) : [])];
  return words.some(({ normal }) => grammar.possessives.includes(normal)) || isFollowed(to, atoms, grammar);
}

/** A script that is read by characters may say it behind the person: "お母さんへの". */
function isFollowed(at: number, atoms: readonly Atom[], { possessives }: Grammar): boolean {
  const behind = atoms.slice(at, at + REACH);
  return behind.some(isCharacter) && possessives.some((word) => joinNormals(behind).startsWith(word));
}
