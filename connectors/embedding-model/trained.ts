import { createHash } from 'node:crypto';
import type { Language } from '../../src/domain/locale.ts';
import type { EmbeddingModel } from '../../src/ports/embedding-model.ts';
import { characterGrams } from './character-grams.ts';
import { addQuantizedRow } from './quantized-rows.ts';
import { type Analyze, countWords, termWeight } from './text-counts.ts';
import { encodeTextVectors, type TextVectorModel } from './text-vector-codec.ts';

/** A word read by its grams is a guess: it counts less than one that is known. */
const GUESS_WEIGHT = 0.5;
/** Shorter words, and numbers, mean something else as soon as one character differs. */
const SHORTEST_GUESSED = 4;

/**
 * Text vectors trained on the shop's own catalogue: no download, no network. A text is the sum of its words' vectors, each
 * weighted 1 + ln(times); a word of the catalogue counts as it is, another one by its character grams. A text in no told
 * language of the catalogue is read in every language of the catalogue. Cost: some 0.05 ms for a query.
 *
 * @param analyze The one the model was trained with.
 */
export function createTrainedEmbeddingModel(model: TextVectorModel, analyze: Analyze): EmbeddingModel {
  const { wordVectors, gramVectors } = model;
  const wordRows = new Map(model.words.map((word, row) => [word, row]));
  const gramRows = new Map(model.grams.map((gram, row) => [gram, row]));
  const digest = createHash('sha256').update(encodeTextVectors(model)).digest('hex').slice(0, 12);

  function addUnknown(sum: Float64Array, word: string, weight: number): void {
    if (word.length < SHORTEST_GUESSED || /\d/.test(word)) return;
    const grams = characterGrams(word);
    for (const gram of grams) {
      const row = gramRows.get(gram);
      if (row !== undefined) addQuantizedRow(sum, gramVectors, row, (GUESS_WEIGHT * weight) / grams.length);
    }
  }

  function embedText(text: string, language: Language | undefined): Float32Array {
    const isTold = language !== undefined && model.languages.includes(language);
    const counts = countStems(text, isTold ? [language] : model.languages, analyze);
    const sum = new Float64Array(wordVectors.dimensions);
    for (const [word, times] of counts) {
      const row = wordRows.get(word);
      if (row === undefined) addUnknown(sum, word, termWeight(times));
      else addQuantizedRow(sum, wordVectors, row, termWeight(times));
    }
    return toUnitLength(sum);
  }

  return {
    name: `trained:${digest}`,
    dimensions: wordVectors.dimensions,
    async embed(texts, { language, signal }) {
      signal.throwIfAborted();
      return texts.map((text) => embedText(text, language));
    },
    isAvailable: () => true,
    async close() {},
  };
}

/** A word that several languages stem alike counts once, as often as in the one that has it most. */
function countStems(text: string, languages: readonly Language[], analyze: Analyze): Map<string, number> {
  const [counts = new Map<string, number>(), ...others] = languages.map((language) =>
    countWords(analyze(text, language)),
  );
  for (const other of others) {
    for (const [word, times] of other) counts.set(word, Math.max(counts.get(word) ?? 0, times));
  }
  return counts;
}

function toUnitLength(sum: Float64Array): Float32Array {
  const unit = new Float32Array(sum.length);
  const length = Math.sqrt(sum.reduce((squares, value) => squares + value * value, 0));
  if (length === 0) return unit;
  for (let dimension = 0; dimension < sum.length; dimension += 1) {
    unit[dimension] = (sum[dimension] ?? 0) / length;
  }
  return unit;
}
