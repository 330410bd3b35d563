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
  /** "38/40", of things that are sized by numbers. */
  pair: 2,
  /** "XL", "75B", "W32 L34", "140x200", "4 years": the shop lists it. */
  form: 3,
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

/** Sizes that stand without a word for them: codes, letters and forms that the shop has, numbers of things that are sized by numbers. */
export function annotateSizes(atoms: readonly Atom[], context: SizeContext): Span[] {
  const isByNumber = context.subject.types.some(isSizedByNumber);
  return atoms.flatMap((atom, at) => {
    if (atom.kind === 'sign') return [];
    const readings = [
      ...context.reader.at(at, context.isAsked),
      ...(context.isAsked ? context.reader.severalAt(at) : []),
    ];
    return readings.flatMap((reading): Span[] => {
      const bonus = bonusOf(reading, { atoms, at, isByNumber }, context);
      if (bonus === undefined) return [];
      return [{ from: at, to: reading.to, meaning: sizeMeaning(reading), bonus }];
    });
  });
}

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
}

function bonusOf(
  { to, size, resolved }: SizeReading,
  { atoms, at, isByNumber }: Place,
  { isAsked, language }: SizeContext,
): number | undefined {
  const isAll = at === 0 && to === atoms.length;
  if (resolved === undefined) return isAsked && isAll ? BONUS.answer : undefined;
  if (isAsked) return BONUS.answer;
  const [name] = size.names;
  const isListed = resolved.certainty === 'listed';
  const isMeasured = grammarOf(language).units.has(atoms[to]?.normal ?? '');
  if (name === undefined || isMeasured) return undefined;
  if (name.system !== undefined) return BONUS.system;
  if (PLAIN_NUMBER.test(size.whole)) return isByNumber && isListed ? BONUS.number : undefined;
  if (PAIR.test(size.whole)) return isByNumber || size.whole.startsWith('w') ? BONUS.pair : undefined;
  return isListed && isWrittenAsCode(atoms.slice(at, to), size.whole) ? BONUS.form : undefined;
}

const PLAIN_NUMBER = /^\d{2}(?:\.\d+)?$/;
const PAIR = /^\d{2,3}\/\d{2,3}$/;
/** Of few letters, which are also words and names of units: "M", "75B". */
const LETTERED = /^(?:[xsml]|\d{2,3}[a-z]{1,2})$/;

/** "M" in upper case only; words for sizes ("large") say something else of other things. */
function isWrittenAsCode(written: readonly Atom[], whole: string): boolean {
  const isUpper = written.every(({ raw }) => raw === raw.toUpperCase());
  if (LETTERED.test(whole)) return isUpper;
  return (
    /\d/.test(whole) || written.every(({ normal }) => CODE.test(normal) || normal === '/' || normal === '-')
  );
}

const CODE = /^(?:x*[sml]|\d{1,2}|xl|\d{1,2}xl)$/;

/** Kinds of things whose sizes are numbers that people say alone: "red sneakers, 39". */
const SIZED_BY_NUMBER = ['shoe', 'trousers'].flatMap((id) => concept('type', id) ?? []);

const isSizedByNumber = (type: Concept): boolean =>
  SIZED_BY_NUMBER.some((wide) => includesConcept(wide, type));

/** What a size in a message is for: the kinds of things and genders that the message names, else those wanted before. */
export function sizeSubject(atoms: readonly Atom[], language: SpokenLanguage, need: Need): SizeSubject {
  const named = atoms.flatMap((_, at) => conceptsAt(atoms, at, language, ['type', 'gender']).found);
  const types = named.filter(({ kind }) => kind === 'type');
  const genders = named.filter(({ kind }) => kind === 'gender');
  return {
    types: types.length > 0 ? types : wanted('type', need),
    genders: new Set(
      (genders.length > 0 ? genders : wanted('gender', need)).flatMap(widerConcepts).map(({ id }) => id),
    ),
  };
}

const wanted = (kind: 'type' | 'gender', { constraints }: Need): Concept[] =>
  constraints.flatMap(({ attribute, operator, value }) =>
    attribute === kind && operator === 'eq' ? (concept(kind, String(value)) ?? []) : [],
  );
