import type { Language } from '../domain/locale.ts';
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
  return {
    describe: (language) => describe(vocabulary, language),
    isAttribute: (attribute) => ALWAYS.includes(attribute) || vocabulary.valuesOf(attribute).length > 0,
    ground: (attribute, value, language) => ground(vocabulary, attribute, value, language),
    amountOf: (attribute, value) => amountOf(vocabulary, attribute, value),
  };
}

function describe(vocabulary: Vocabulary, language: Language): string {
  const types = vocabulary
    .soldTypes()
    .slice(0, TYPES_TOLD)
    .map(({ type }) => type);
  const attributes = vocabulary.attributes.slice(0, ATTRIBUTES_TOLD).map((attribute) => {
    const values = vocabulary
      .valuesOf(attribute)
      .slice(0, VALUES_TOLD)
      .map(({ value }) => value);
    return `${attribute} (${vocabulary.attributeLabel(attribute, language)}): ${values.join(', ')}`;
  });
  return [`type: ${types.join(', ')}`, ...attributes].join('\n');
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
