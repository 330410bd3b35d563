import type { Language } from '../domain/locale.ts';
import { RATING } from '../domain/rating.ts';
import { splitWords } from '../text/analyze.ts';
import { SPOKEN_LANGUAGES } from '../text/languages.ts';
import { findConcepts } from '../text/lexicon/index.ts';
import { readQuantity } from '../text/measures.ts';
import { readWritten, writeQuantity } from '../text/write-quantity.ts';
import type { ModelVocabulary } from './model-parser.ts';
import type { Vocabulary } from './vocabulary.ts';

const TYPES_TOLD = 120;
const VALUES_TOLD = 25;
const ATTRIBUTES_TOLD = 12;
const ALWAYS: readonly string[] = ['price', 'brand', 'category', 'type'];

/** What a language model is told of the shop, and how what it answers is held to it. */
export function modelVocabulary(vocabulary: Vocabulary): ModelVocabulary {
  const told = tellAttributes(vocabulary);
  return {
    capabilities: {
      attributes: told.map(({ attribute, values, isAll }) => ({ attribute, ...(isAll ? { values } : {}) })),
    },
    describe: (language) => describe(vocabulary, told, language),
    isAttribute: (attribute) => ALWAYS.includes(attribute) || vocabulary.valuesOf(attribute).length > 0,
    ground: (attribute, value, language) => ground(vocabulary, attribute, value, language),
    amountOf: (attribute, value) => amountOf(vocabulary, attribute, value),
  };
}

interface ToldAttribute {
  readonly attribute: string;
  /** Most frequent first. */
  readonly values: readonly string[];
  /** The shop has no others. */
  readonly isAll: boolean;
}

/** Kinds of things and attributes, with the values that a prompt has room for; of prices and amounts none. */
function tellAttributes(vocabulary: Vocabulary): readonly ToldAttribute[] {
  const tell = (attribute: string, all: readonly string[], most: number): ToldAttribute => ({
    attribute,
    values: all.slice(0, most).filter(isLabel),
    isAll:
      all.length > 0 &&
      all.length <= most &&
      all.every((value) => isLabel(value) && readQuantity(value) === undefined),
  });
  const valuesOf = (attribute: string) => vocabulary.valuesOf(attribute).map(({ value }) => value);
  const types = vocabulary.soldTypes().map(({ type }) => type);
  const others = vocabulary.attributes
    .filter((attribute) => !ALWAYS.includes(attribute) && attribute !== RATING && isLabel(attribute))
    .slice(0, ATTRIBUTES_TOLD);
  const isRated = vocabulary.attributesIn(undefined, []).some(({ attribute }) => attribute === RATING);
  return [
    tell('type', types, TYPES_TOLD),
    { attribute: 'price', values: [], isAll: false },
    ...(isRated ? [{ attribute: RATING, values: [], isAll: false }] : []),
    ...['brand', 'category', ...others].map((attribute) => tell(attribute, valuesOf(attribute), VALUES_TOLD)),
  ];
}

const LONGEST_LABEL = 60;

/** What names a thing, not a sentence that a seller wrote into a field: it would be read with every message. */
const isLabel = (value: string): boolean =>
  value.length <= LONGEST_LABEL && !/[:;!?<>{}[\]=|]/u.test(value.normalize('NFKC'));

function describe(vocabulary: Vocabulary, told: readonly ToldAttribute[], language: Language): string {
  return told
    .filter(({ values }) => values.length > 0)
    .map(({ attribute, values, isAll }) => {
      const label = attribute === 'type' ? '' : ` (${vocabulary.attributeLabel(attribute, language)})`;
      return `${attribute}${label}: ${values.join(', ')}${isAll ? '' : ', ...'}`;
    })
    .join('\n');
}

function ground(
  vocabulary: Vocabulary,
  attribute: string,
  value: string,
  language: Language,
): ReturnType<ModelVocabulary['ground']> {
  const canonical =
    vocabulary.canonicalValue(attribute, value) ?? conceptCalled(vocabulary, attribute, value, language);
  return canonical === undefined
    ? { attribute, value: value.toLowerCase(), known: false }
    : { attribute, value: canonical, known: true };
}

function amountOf(vocabulary: Vocabulary, attribute: string, value: string): string | undefined {
  const written = readWritten(value);
  const unit = written === undefined ? undefined : readQuantity(value)?.unit;
  const isTold = vocabulary.attributesIn(unit, []).some((told) => told.attribute === attribute);
  return written !== undefined && isTold ? writeQuantity(written) : undefined;
}

/** A model may answer in the shopper's language ("rot"): the lexicon translates. */
function conceptCalled(
  vocabulary: Vocabulary,
  attribute: string,
  value: string,
  language: Language,
): string | undefined {
  for (const spoken of new Set([language, ...SPOKEN_LANGUAGES])) {
    const matches = findConcepts(splitWords(value, spoken), spoken);
    const found = matches.find(({ concept }) => concept.kind === attribute && vocabulary.hasConcept(concept));
    if (found !== undefined) return found.concept.id;
  }
  return undefined;
}
