import { join } from 'node:path';
import { createRandom } from '../../../src/domain/random.ts';
import { readTable } from '../read-table.ts';

/** A question with texts that may answer it. */
export interface RankedQuestion {
  readonly question: string;
  readonly candidates: readonly { readonly text: string; readonly label: number }[];
}

/** By question, in order of the file; a text is a candidate of a question once, with its best label. */
function toQuestions(
  rows: readonly {
    readonly id: string;
    readonly question: string;
    readonly text: string;
    readonly label: number;
  }[],
): RankedQuestion[] {
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((own) => {
    const labels = new Map<string, number>();
    for (const { text, label } of own) labels.set(text, Math.max(label, labels.get(text) ?? 0));
    return {
      question: own[0]?.question ?? '',
      candidates: [...labels].map(([text, label]) => ({ text, label })),
    };
  });
}

async function readQuestions(
  file: string,
  { id = 'qid', delimiter = '\t' }: { id?: string; delimiter?: string } = {},
): Promise<RankedQuestion[]> {
  const rows = await readTable(file, [id, 'question', 'candidate', 'label'], { delimiter });
  return toQuestions(
    rows.map((row) => ({
      id: `${row[id] ?? ''} ${row.question ?? ''}`,
      question: row.question ?? '',
      text: sayAttribute(row.candidate ?? ''),
      label: Number(row.label),
    })),
  );
}

/** ePQA dev: labels 0, 1 (partly) and 2 (answers). */
export const readEpqa = async (folder: string): Promise<RankedQuestion[]> =>
  await readQuestions(join(folder, 'ePQA', 'dev_part.csv.gz'), { delimiter: ',' });

/** hetPQA dev: labels 0 and 1. */
export const readHetpqa = async (folder: string): Promise<RankedQuestion[]> =>
  await readQuestions(join(folder, 'hetPQA', 'evidence_ranking', 'dev.tsv.gz'));

const NEGATIVES = 9;
const SEED = 20_261_123;

/**
 * What weights are learned from: the attributes of semiPQA with their labels, and the evidence of hetPQA's answers (train) beside texts
 * that answer questions on other products. Questions that are tested on are left out.
 */
export async function readTraining(
  folder: string,
  tested: readonly RankedQuestion[],
): Promise<RankedQuestion[]> {
  const known = new Set(tested.map(({ question }) => toKey(question)));
  const attributes = await readQuestions(join(folder, 'semiPQA', 'attribute_ranking', 'dev.tsv.gz'));
  const rows = await readTable(
    join(folder, 'hetPQA', 'answer_generation', 'train.tsv.gz'),
    ['ASIN', 'question', 'candidate', 'source'],
    { delimiter: '\t' },
  );
  const random = createRandom(SEED);
  const evidence = rows.map((row): RankedQuestion => {
    const others = Array.from({ length: NEGATIVES }, () => rows[Math.floor(random() * rows.length)]).filter(
      (other) => other !== undefined && other.ASIN !== row.ASIN,
    );
    return {
      question: row.question ?? '',
      candidates: [
        { text: sayAttribute(row.candidate ?? ''), label: 1 },
        ...others.map((other) => ({ text: sayAttribute(other?.candidate ?? ''), label: 0 })),
      ],
    };
  });
  return [...attributes, ...evidence].filter(({ question }) => !known.has(toKey(question)));
}

const toKey = (question: string): string =>
  question
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** An attribute as it is written in these sets, said as a shop would: "item_weight: { value:2.0, unit:pounds }" is "item weight: 2.0 pounds". */
function sayAttribute(text: string): string {
  const match = /^(\w+):\s*(\{.*)$/s.exec(text);
  if (match === null) return text;
  const values = (match[2] ?? '')
    .replace(/\b(?:value|unit|string_value|normalized_value|language_tag)\s*:/g, ' ')
    .replace(/["{}[\]]/g, ' ')
    .replaceAll('_', ' ')
    .replace(/\s+/g, ' ');
  return `${(match[1] ?? '').replaceAll('_', ' ')}: ${values.trim()}`;
}
