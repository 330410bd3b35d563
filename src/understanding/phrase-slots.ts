import type { ShownProduct } from '../domain/dialogue-state.ts';
import { isStopWord } from '../text/analyze.ts';
import type { SpokenLanguage } from '../text/languages.ts';
import type { Filling } from './pattern.ts';
import type { Atom } from './read-atoms.ts';
import { sizeMeaning } from './sizes/annotate-sizes.ts';
import type { SizeReader } from './sizes/size-reader.ts';
import type { Meaning, Span } from './span.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface PhraseContext {
  readonly language: SpokenLanguage;
  readonly vocabulary: Vocabulary;
  readonly sizes: SizeReader;
  readonly shown: readonly ShownProduct[];
  /** Whether there is an answer that "show them" could mean. */
  readonly isAsked: boolean;
}

const NAMED_SLOTS: Readonly<Record<string, (meaning: Meaning) => boolean>> = {
  number: ({ kind }) => kind === 'number',
  ordinal: ({ kind }) => kind === 'ordinal',
  count: ({ kind }) => kind === 'count',
  money: ({ kind }) => kind === 'amount',
  amount: (meaning) => meaning.kind === 'amount' && meaning.amount.currency !== undefined,
  attribute: ({ kind }) => kind === 'attribute',
  ref: ({ kind }) => kind === 'references',
  day: ({ kind }) => kind === 'day',
  type: (meaning) =>
    (meaning.kind === 'concepts' && meaning.concepts.some(({ kind }) => kind === 'type')) ||
    meaning.kind === 'compound' ||
    meaning.kind === 'shop-type',
  value: (meaning) =>
    meaning.kind === 'values' ||
    meaning.kind === 'size' ||
    (meaning.kind === 'concepts' && meaning.concepts.some(({ kind }) => VALUE_KINDS.has(kind))),
};

const VALUE_KINDS: ReadonlySet<string> = new Set(['color', 'material', 'pattern', 'gender']);

/** What fills the slots of phrases: spans found before, a written size, a name. */
export function slotReader(atoms: readonly Atom[], spans: readonly Span[], context: PhraseContext) {
  const starting = Map.groupBy(spans, ({ from }) => from);
  return (slot: string, at: number): readonly Filling<Meaning>[] => {
    const accepts = NAMED_SLOTS[slot];
    if (accepts !== undefined) {
      return (starting.get(at) ?? []).flatMap(({ to, meaning }) =>
        accepts(meaning) ? [{ to, payload: meaning }] : [],
      );
    }
    const atom = atoms[at];
    if (atom === undefined) return [];
    if (slot === 'any') return [{ to: at + 1, payload: { kind: 'negation' } }];
    return slot === 'size' ? readWrittenSize(at, context) : readName(atoms, at, context);
  };
}

/** Spellings that are sizes whatever the shop has; of others only those that it lists. */
const SIZE = /^(?:[a-z]{2}[ .]?)?(?:\d{1,3}(?:[.,]\d+)?[a-z]{0,3}|\d{2,3}\/\d{2,3}|x*[sml])$/;

/** What stands after "size"; several at once when they are joined. */
function readWrittenSize(at: number, { sizes }: PhraseContext): readonly Filling<Meaning>[] {
  return [...sizes.severalAt(at), ...sizes.at(at, true)].flatMap((reading) =>
    reading.resolved !== undefined || SIZE.test(reading.written)
      ? [{ to: reading.to, payload: sizeMeaning(reading) }]
      : [],
  );
}

/** A maker of the shop, or a capitalised word that nothing else is known of, with nothing of content behind it: "by Acme". */
function readName(atoms: readonly Atom[], at: number, context: PhraseContext): readonly Filling<Meaning>[] {
  const { language, vocabulary } = context;
  const [atom, next] = atoms.slice(at, at + 2);
  const match = vocabulary.linkAt(atoms, at, language);
  const brand = match?.links.find(({ attribute }) => attribute === 'brand');
  if (match !== undefined && brand !== undefined)
    return [{ to: match.to, payload: { kind: 'brand', name: brand.value } }];
  if (atom?.kind !== 'word' || !/^\p{Lu}/u.test(atom.raw) || isStopWord(atom, language)) return [];
  const { named, described } = vocabulary.usageOf(atom.raw, language);
  const isLast = next === undefined || next.kind === 'sign' || isStopWord(next, language);
  if (named > 0 || described || !isLast) return [];
  return [{ to: at + 1, payload: { kind: 'brand', name: atom.raw } }];
}
