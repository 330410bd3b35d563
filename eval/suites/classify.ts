import { basename, join } from 'node:path';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { classify } from '../../src/understanding/statistical/classifier.ts';
import {
  type LabelledUtterance,
  trainClassifier,
} from '../../src/understanding/statistical/train-classifier.ts';
import type { SuiteResult } from '../print-result.ts';
import { readTable } from './read-table.ts';

export interface ClassifyFiles {
  /** A folder with files by their usual names. */
  readonly data?: string;
  /** Tab-separated with a head: `text`, `intent`; plain or gzip. */
  readonly train?: string;
  readonly test?: string;
  /** Utterances that belong to no label, in the same form. */
  readonly outside?: string;
}

/** What a folder of that set holds. */
export const filesOfFolder = (folder: string): Required<Omit<ClassifyFiles, 'data'>> => ({
  train: join(folder, 'train.tsv.gz'),
  test: join(folder, 'val.tsv.gz'),
  outside: join(folder, 'oos_val.tsv'),
});

/** Below this probability of the likeliest label an utterance counts as outside all labels. */
const LEAST_PROBABILITY = 0.5;

/**
 * Share of utterances that get their label from the statistical layer, trained on one file and tested on another. Also how it
 * does when it may decline: of the utterances outside all labels those declined, of the others those right and not declined.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for files without rows.
 */
export async function runClassify(options: ClassifyFiles): Promise<SuiteResult> {
  const { train: trainFile, test: testFile } = options;
  if (trainFile === undefined || testFile === undefined)
    throw new AssistantError('INVALID_ARGUMENT', 'Give --data, or --train and --test');
  const [train, test, outside] = await Promise.all([
    readUtterances(trainFile),
    readUtterances(testFile),
    options.outside === undefined ? [] : readUtterances(options.outside),
  ]);
  const started = performance.now();
  const model = trainClassifier(train);
  const fitSeconds = (performance.now() - started) / 1_000;
  const answered = performance.now();
  const answers = test.map(({ utterance, label }) => ({ first: classify(model, utterance)[0], label }));
  const meanMs = (performance.now() - answered) / test.length;
  const isRight = ({ first, label }: (typeof answers)[number]) => first?.label === label;
  const isDeclined = (probability = 0) => probability < LEAST_PROBABILITY;
  const share = (count: number, of: number) => count / of;
  const declined = outside.filter(({ utterance }) => isDeclined(classify(model, utterance)[0]?.probability));
  return {
    suite: 'classify',
    data: {
      train: basename(trainFile),
      test: basename(testFile),
      utterances: train.length,
      labels: model.labels.length,
    },
    metrics: {
      accuracy: share(answers.filter(isRight).length, test.length),
      accuracyNotDeclined: share(
        answers.filter((answer) => isRight(answer) && !isDeclined(answer.first?.probability)).length,
        test.length,
      ),
      ...(outside.length === 0 ? {} : { outsideRecall: share(declined.length, outside.length) }),
      fitSeconds,
      meanMs,
    },
    baselines: { 'most frequent': { accuracy: share(mostFrequent(train, test), test.length) } },
    seconds: (performance.now() - started) / 1_000,
    rssMb: process.memoryUsage.rss() / 1_048_576,
    seed: 1,
  };
}

async function readUtterances(file: string): Promise<LabelledUtterance[]> {
  const rows = await readTable(file, ['text', 'intent'], { delimiter: '\t' });
  if (rows.length === 0) throw new AssistantError('INVALID_ARGUMENT', `${file} has no utterances`);
  return rows.map(({ text = '', intent = '' }) => ({ utterance: text, label: intent }));
}

/** Test utterances with the label that training has most often. */
function mostFrequent(train: readonly LabelledUtterance[], test: readonly LabelledUtterance[]): number {
  const counts = Map.groupBy(train, ({ label }) => label);
  const [first] = [...counts].sort((left, right) => right[1].length - left[1].length);
  return test.filter(({ label }) => label === first?.[0]).length;
}
