import { type Concept, isHeadLast } from '../text/lexicon/index.ts';
import type { Grammar } from './grammar/index.ts';
import { isGoverned } from './is-governed.ts';
import type { Atom } from './read-atoms.ts';
import { namesOnlyType, type Span } from './span.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A place in the message that names a kind of thing. */
export interface TypeMention {
  readonly span: Span;
  readonly type: Concept;
}

/**
 * The kinds of things that are wished for, of all that are mentioned: the head of a compound ("camera bag"), not what
 * a preposition governs ("a case for my phone"), several only when coordinated ("scarves or gloves"). Words that could
 * be something else ("glass", "orange") are a kind of thing only when nothing else is.
 */
export function chooseTypes(
  { spans, wanted }: { readonly spans: readonly Span[]; readonly wanted: readonly Span[] },
  atoms: readonly Atom[],
  grammar: Grammar,
  vocabulary: Vocabulary,
): readonly TypeMention[] {
  const certain = wanted.filter(namesOnlyType);
  const candidates = (certain.length > 0 ? certain : wanted).flatMap((span) => mentionOf(span, vocabulary));
  const free = candidates.filter(({ span }) => !isGoverned(span, spans, atoms, grammar));
  return groupMentions(free, atoms, grammar)[0] ?? [];
}

function mentionOf(span: Span, vocabulary: Vocabulary): TypeMention[] {
  const { meaning } = span;
  if (meaning.kind === 'compound') return meaning.head.kind === 'type' ? [{ span, type: meaning.head }] : [];
  if (meaning.kind !== 'concepts') return [];
  const types = meaning.concepts.filter(({ kind }) => kind === 'type');
  const type = types.find((concept) => vocabulary.hasConcept(concept)) ?? types[0];
  return type === undefined ? [] : [{ span, type }];
}

function groupMentions(
  mentions: readonly TypeMention[],
  atoms: readonly Atom[],
  grammar: Grammar,
): TypeMention[][] {
  const groups: TypeMention[][] = [];
  for (const mention of mentions) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    const between = atoms.slice(previous?.span.to ?? 0, mention.span.from);
    if (group === undefined || previous === undefined) groups.push([mention]);
    else if (between.every(({ normal }) => grammar.genitives.includes(normal))) {
      if (isHeadLast(grammar.language)) group.splice(-1, 1, mention);
    } else if (between.every(({ normal }) => normal === ',' || grammar.coordinators.includes(normal))) {
      group.push(mention);
    } else groups.push([mention]);
  }
  return groups;
}
