import { createRandom } from '../../src/domain/random.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { characterGrams } from './character-grams.ts';
import { quantizeRows } from './quantized-rows.ts';
import { findRightSingularVectors } from './randomized-svd.ts';
import type { DenseRows, SparseRows } from './sparse-rows.ts';
import {
  type Analyze,
  countTexts,
  type TextCounts,
  type TrainingDocument,
  termWeight,
} from './text-counts.ts';
import type { TextVectorModel } from './text-vector-codec.ts';

export { decodeTextVectors, encodeTextVectors, type TextVectorModel } from './text-vector-codec.ts';

export interface TrainingOptions {
  readonly documents: Iterable<TrainingDocument>;
  readonly analyze: Analyze;
  /** Fewer when the catalogue has not that many; 192 when absent. */
  readonly dimensions?: number;
  /** The same seed and documents give the same model, byte for byte. */
  readonly seed: number;
  /** Words at most, the most frequent ones; as many grams. 40,000 when absent. */
  readonly vocabularyLimit?: number;
}

/** Directions are weighted by their singular value to this power: 0 keeps the great themes great, 1 levels all. */
const LEVELLING = 0.5;

/**
 * Latent semantic analysis of a catalogue: rows of tf-idf of unit length, a truncated singular value decomposition, and
 * for every word its coordinates. A text is the sum of its words (folding in). Grams are not decomposed; each stands for
 * the words it occurs in, so that a misspelt word falls near the right one. Texts of one product in several languages are
 * one document, which draws translations together.
 *
 * @returns A model without words when the documents have none.
 * @see Deerwester et al., "Indexing by latent semantic analysis", JASIS 41(6), 1990; for several languages Littman, Dumais &
 *   Landauer 1998. Grams after the subwords of Bojanowski et al., TACL 5, 2017, without their training.
 */
export function trainTextVectors(options: TrainingOptions): TextVectorModel {
  const { dimensions = 192, vocabularyLimit = 40_000, seed } = options;
  if (!Number.isInteger(dimensions) || dimensions < 1) {
    throw new AssistantError('INVALID_ARGUMENT', `Text vectors cannot have ${dimensions} dimensions`);
  }
  const counts = countTexts(options.documents, options.analyze);
  const chosen = chooseWords(counts, vocabularyLimit);
  const matrix = toTermMatrix(counts, chosen);
  const { vectors, singularValues } = findRightSingularVectors(matrix, dimensions, createRandom(seed));
  const weighted = weighRows(vectors, singularValues, chosen.inverseFrequencies);
  const words = chosen.numbers.map((number) => counts.words[number] ?? '');
  return {
    languages: counts.languages,
    words,
    wordVectors: quantizeRows(weighted, vectors.columnCount),
    ...averageGrams(words, weighted, vectors.columnCount, vocabularyLimit),
  };
}

interface ChosenWords {
  /** Numbers of the counted words, most frequent first. */
  readonly numbers: readonly number[];
  /** ln((N + 1) / (n + 1)) + 1, parallel. */
  readonly inverseFrequencies: readonly number[];
}

/** A word of a single document says nothing about any other; it is left out unless the catalogue is tiny. */
const SMALL_CATALOGUE = 200;

function chooseWords({ words, documentFrequencies, start }: TextCounts, limit: number): ChosenWords {
  const documents = start.length - 1;
  const leastDocuments = documents < SMALL_CATALOGUE ? 1 : 2;
  const frequencyOf = (number: number) => documentFrequencies[number] ?? 0;
  const numbers = words
    .map((_, number) => number)
    .filter((number) => frequencyOf(number) >= leastDocuments)
    .sort((left, right) => frequencyOf(right) - frequencyOf(left) || left - right)
    .slice(0, limit);
  return {
    numbers,
    inverseFrequencies: numbers.map((number) => Math.log((documents + 1) / (frequencyOf(number) + 1)) + 1),
  };
}

/** (document, word) with tf-idf, rows of unit length. */
function toTermMatrix(counts: TextCounts, { numbers, inverseFrequencies }: ChosenWords): SparseRows {
  const columnOf = new Map(numbers.map((number, column) => [number, column]));
  const start = new Uint32Array(counts.start.length);
  const columns = new Uint32Array(counts.wordNumbers.length);
  const values = new Float32Array(counts.wordNumbers.length);
  let filled = 0;
  for (let row = 0; row + 1 < counts.start.length; row += 1) {
    const first = filled;
    for (let entry = counts.start[row] ?? 0; entry < (counts.start[row + 1] ?? 0); entry += 1) {
      const column = columnOf.get(counts.wordNumbers[entry] ?? -1);
      if (column === undefined) continue;
      columns[filled] = column;
      values[filled] = termWeight(counts.times[entry] ?? 1) * (inverseFrequencies[column] ?? 0);
      filled += 1;
    }
    scaleToUnit(values.subarray(first, filled));
    start[row + 1] = filled;
  }
  return {
    columnCount: numbers.length,
    start,
    columns: columns.subarray(0, filled),
    values: values.subarray(0, filled),
  };
}

function scaleToUnit(values: Float32Array): void {
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  values.forEach((value, position) => {
    values[position] = length === 0 ? 0 : value / length;
  });
}

function weighRows(
  { rowCount, columnCount, values }: DenseRows,
  singularValues: readonly number[],
  rowWeights: readonly number[],
): Float64Array {
  const levels = singularValues.map((value) => value ** -LEVELLING);
  const weighted = new Float64Array(values.length);
  for (let row = 0; row < rowCount; row += 1) {
    for (let column = 0; column < columnCount; column += 1) {
      const entry = row * columnCount + column;
      weighted[entry] = (values[entry] ?? 0) * (levels[column] ?? 0) * (rowWeights[row] ?? 0);
    }
  }
  return weighted;
}

function averageGrams(
  words: readonly string[],
  wordVectors: Float64Array,
  dimensions: number,
  limit: number,
): Pick<TextVectorModel, 'grams' | 'gramVectors'> {
  const wordsOf = new Map<string, number[]>();
  words.forEach((word, row) => {
    for (const gram of new Set(characterGrams(word))) {
      const holders = wordsOf.get(gram);
      if (holders === undefined) wordsOf.set(gram, [row]);
      else holders.push(row);
    }
  });
  const kept = [...wordsOf]
    .sort(([left, ofLeft], [right, ofRight]) => ofRight.length - ofLeft.length || (left < right ? -1 : 1))
    .slice(0, limit);
  const vectors = new Float64Array(kept.length * dimensions);
  kept.forEach(([, rows], position) => {
    const mean = vectors.subarray(position * dimensions, (position + 1) * dimensions);
    const weight = Math.log((words.length + 1) / (rows.length + 1)) / rows.length;
    for (const row of rows) {
      for (let dimension = 0; dimension < dimensions; dimension += 1) {
        mean[dimension] = (mean[dimension] ?? 0) + weight * (wordVectors[row * dimensions + dimension] ?? 0);
      }
    }
  });
  return { grams: kept.map(([gram]) => gram), gramVectors: quantizeRows(vectors, dimensions) };
}
