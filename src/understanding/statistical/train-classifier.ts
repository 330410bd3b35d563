import { createRandom } from '../../domain/random.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import { type ClassifierModel, labelProbabilities, toVector, type UtteranceVector } from './classifier.ts';
import { utteranceFeatures } from './utterance-features.ts';

export interface LabelledUtterance {
  readonly utterance: string;
  readonly label: string;
}

/** Chosen on a sixth of the training part of a public set of 150 intents: see eval/README.md. */
const TRAINING = { passes: 12, learningRate: 0.5, leastUtterances: 2, seed: 1 } as const;

/** Below, a label's error moves nothing: with 150 labels nearly all of them are nearly right at once. */
const NEGLIGIBLE_ERROR = 1e-4;

/**
 * Fits a multinomial logistic regression by stochastic gradient descent, each feature with its own falling rate. Features of a
 * single utterance are left out. Deterministic: the order of the utterances is drawn from a fixed seed.
 * Cost: O(passes · utterances · features of one · labels); 15,000 utterances of 150 labels take some 12 s.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for fewer than two labels.
 * @see Duchi, Hazan, Singer, "Adaptive Subgradient Methods", JMLR 2011; one rate for a feature's whole row is ours.
 */
export function trainClassifier(
  examples: readonly LabelledUtterance[],
  options: Partial<typeof TRAINING> = {},
): ClassifierModel {
  const { passes, learningRate, leastUtterances, seed } = { ...TRAINING, ...options };
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  if (labels.length < 2)
    throw new AssistantError(
      'INVALID_ARGUMENT',
      'Utterances of at least two labels are needed to tell them apart',
    );
  const { rows, rarity } = countFeatures(examples, leastUtterances);
  const weights = new Float32Array(rows.size * labels.length);
  const positions = new Map(labels.map((label, position) => [label, position]));
  const cases = examples.map(({ utterance, label }) => ({
    vector: toVector(utterance, { rows, rarity }),
    label: positions.get(label) ?? 0,
  }));
  const probabilities = new Float64Array(labels.length);
  const step = createStep(weights, rows.size, learningRate);
  const random = createRandom(seed);
  for (let pass = 0; pass < passes; pass += 1) {
    const drawn = cases.map((example) => ({ ...example, place: random() }));
    for (const { vector, label } of drawn.sort((left, right) => left.place - right.place)) {
      labelProbabilities(vector, weights, probabilities);
      probabilities[label] = (probabilities[label] ?? 0) - 1;
      step(vector, probabilities);
    }
  }
  return { labels, rows, rarity, weights };
}

function countFeatures(
  examples: readonly LabelledUtterance[],
  leastUtterances: number,
): Pick<ClassifierModel, 'rows' | 'rarity'> {
  const counts = new Map<string, number>();
  for (const { utterance } of examples) {
    const { words, pieces } = utteranceFeatures(utterance);
    for (const feature of [...words, ...pieces]) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, count]) => count >= leastUtterances && count < examples.length);
  return {
    rows: new Map(kept.map(([feature], row) => [feature, row])),
    rarity: Float32Array.from(kept, ([, count]) => Math.log((1 + examples.length) / (1 + count))),
  };
}

/** One step against the errors (probability minus truth) of an utterance. */
function createStep(weights: Float32Array, rowCount: number, learningRate: number) {
  const squares = new Float32Array(rowCount).fill(1e-6);
  return ({ rows, values }: UtteranceVector, errors: Float64Array): void => {
    const width = errors.length;
    const wrong: number[] = [];
    let square = 0;
    for (let label = 0; label < width; label += 1) {
      const error = errors[label] ?? 0;
      if (Math.abs(error) <= NEGLIGIBLE_ERROR) continue;
      wrong.push(label);
      square += error * error;
    }
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] ?? 0;
      const value = values[index] ?? 0;
      const seen = (squares[row] ?? 0) + value * value * square;
      squares[row] = seen;
      const rate = (learningRate * value) / Math.sqrt(seen);
      for (const label of wrong) {
        const place = row * width + label;
        weights[place] = (weights[place] ?? 0) - rate * (errors[label] ?? 0);
      }
    }
  };
}
