import type { Need } from '../../domain/need.ts';
import type { SpokenLanguage } from '../../text/languages.ts';
import {
  type Concept,
  concept,
  conceptsAt,
  includesConcept,
  widerConcepts,
} from '../../text/lexicon/index.ts';
import { grammarOf } from '../grammar/index.ts';
import type { Atom } from '../read-atoms.ts';
import type { Meaning, Span } from '../span.ts';
import type { SizeSubject } from './resolve-size.ts';
import type { SizeReader, SizeReading } from './size-reader.ts';

/** How sure it is that a size is meant where nothing says so; more is likelier. */
const BONUS = {
  /** Weaker than any phrase that takes the number for a price. */
  number: -5,
  /** "38/40", which the shop writes, or of things that are sized by numbers. */
  pair: 6,
  /** "XL", "75B", "W32 L34", "140x200", "4 years": the shop lists it. */
  form: 3,
  /** Behind a word for sizes; a phrase that holds both explains more. */
  said: 1,
  /** "EU 42". */
  system: 5,
  /** The size was asked for. */
  answer: 7,
} as const;

export interface SizeContext {
  readonly language: SpokenLanguage;
  readonly reader: SizeReader;
  readonly subject: SizeSubject;
  /** Whether the assistant asked for the size. */
  readonly isAsked: boolean;
}

/** Sizes that stand without a phrase for them: codes, letters and forms that the shop has, numbers of things that are sized by numbers. */
export function annotateSizes(atoms: readonly Atom[], context: SizeContext): Span[] {
  const { reader, isAsked } = context;
  const { types, genders } = context.subject;
  const isByNumber =
    types.some((type) => isAnyOf(SIZED_BY_NUMBER, type)) ||
    (genders.has('kids') && types.some((type) => isAnyOf(CLOTHING, type)));
  return atoms.flatMap((atom, at) => {
    if (atom.kind === 'sign') return [];
    const isSaid = isAsked || reader.isSizeWord(at - 1);
    const readings = [...(isSaid ? reader.severalAt(at) : []), ...reader.at(at, isSaid)];
    return readings.flatMap((reading) => {
      const bonus = bonusOf(reading, { atoms, at, isByNumber, isSaid }, context);
      if (bonus === undefined) return [];
      const span: Span = { from: at, to: reading.to, meaning: sizeMeaning(reading), bonus };
      return [span, ...systemSpan(reading)];
    });
  });
}

/** The system that was named before is understood too. */
const systemSpan = ({ systemAt }: SizeReading): Span[] =>
  systemAt === undefined
    ? []
    : [{ from: systemAt, to: systemAt + 1, meaning: { kind: 'cue', cue: 'filler', fillings: [] }, bonus: 0 }];

/** What a reading says; in the shopper's words where the shop has no such size. */
export function sizeMeaning({ size, resolved }: SizeReading): Extract<Meaning, { kind: 'size' }> {
  if (resolved === undefined) return { kind: 'size', value: size.whole.toUpperCase(), known: false };
  const [value, ...also] = resolved.values;
  return {
    kind: 'size',
    value,
    known: true,
    ...(also.length === 0 ? {} : { also }),
    ...(resolved.certainty === 'listed' ? {} : { certainty: resolved.certainty }),
  };
}

interface Place {
  readonly atoms: readonly Atom[];
  readonly at: number;
  readonly isByNumber: boolean;
  /** Whether something says that a size stands here. */
  readonly isSaid: boolean;
}

function bonusOf(
  { to, size, resolved }: SizeReading,
  { atoms, at, isByNumber, isSaid }: Place,
  { isAsked, language, subject }: SizeContext,
): number | undefined {
  const isAll = at === 0 && to === atoms.length;
  if (resolved === undefined) {
    if (isAsked && isAll) return BONUS.answer;
    return ONLY_SIZE.test(size.whole) && subject.types.length > 0 ? BONUS.form : undefined;
  }
  if (isAsked) return BONUS.answer;
  if (isSaid) return BONUS.said;
  const [name] = size.names;
  const isListed = resolved.certainty === 'listed';
  if (name === undefined || grammarOf(language).units.has(atoms[to]?.normal ?? '')) return undefined;
  if (name.system !== undefined) return BONUS.system;
  if (PLAIN_NUMBER.test(size.whole)) return isByNumber && isListed ? BONUS.number : undefined;
  if (!/\d/.test(size.whole) || LETTERED.test(size.whole)) {
    const isCode = atoms.slice(at, to).every(isWrittenAsCode);
    const isCertain = resolved.certainty !== 'possible' && subject.types.length > 0;
    return (isCode && isListed) || (isCertain && /\d/.test(size.whole)) ? BONUS.form : undefined;
  }
  if (PAIR.test(size.whole)) return resolved.isWhole || isByNumber ? BONUS.pair : undefined;
  return isListed || subject.types.length > 0 ? BONUS.form : undefined;
}

/** Means nothing but a size, whether the shop has it or not: "xxl" of clothes. */
const ONLY_SIZE = /^x{2,8}[sl]$/;
const PLAIN_NUMBER = /^\d{1,3}(?:\.\d+)?$/;
const PAIR = /^\d{2,3}\/\d{2,3}$/;
/** Of few letters, which are also names of units: "75B", "36R". */
const LETTERED = /^\d{2,3}[a-z]{1,3}$/;

/** "XL" always, "M" in upper case only; words ("large") say something else of other things. */
function isWrittenAsCode({ raw, normal, kind }: Atom): boolean {
  if (kind !== 'word' || /^(?:x{1,8}[sl]|\d{1,2}xl|xl)$/.test(normal)) return true;
  return normal.length <= LONGEST_CODE && raw === raw.toUpperCase();
}

const LONGEST_CODE = 3;

/** Kinds of things whose sizes are numbers that people say alone: "red sneakers, 39". */
const SIZED_BY_NUMBER = ['shoe', 'trousers', 'dress', 'skirt', 'suit', 'ring'].flatMap(
  (id) => concept('type', id) ?? [],
);
/** By number only for children: "jacket 104". */
const CLOTHING = ['clothing'].flatMap((id) => concept('type', id) ?? []);

const isAnyOf = (wide: readonly Concept[], type: Concept): boolean =>
  wide.some((each) => includesConcept(each, type));

/** What a size in a message is for: the kinds of things and genders that the message names, else those wanted before. */
export function sizeSubject(atoms: readonly Atom[], language: SpokenLanguage, need: Need): SizeSubject {
  const named = atoms.flatMap((_, at) => conceptsAt(atoms, at, language, ['type', 'gender']).found);
  const types = named.filter(({ kind }) => kind === 'type');
  const genders = named.filter(({ kind }) => kind === 'gender');
  return {
    types: types.length > 0 ? types : wanted('type', need),
    genders: new Set(
      (genders.length > 0 ? genders : wanted('gender', need))
        .flatMap(widerConcepts)
        .map(({ id }) => id)
        .filter((id) => SIZED_APART.has(id)),
    ),
  };
}

/** Genders that have sizes of their own. */
const SIZED_APART: ReadonlySet<string> = new Set(['women', 'men', 'kids']);

const wanted = (kind: 'type' | 'gender', { constraints }: Need): Concept[] =>
  constraints.flatMap(({ attribute, operator, value }) =>
    attribute === kind && operator === 'eq' ? (concept(kind, String(value)) ?? []) : [],
  );
