import { readFileSync } from 'node:fs';
import { AssistantError } from '../../../src/errors/assistant-error.ts';

/** Judged rows of one query. */
export interface GradedQuery {
  readonly rows: readonly { readonly values: readonly number[]; readonly grade: number }[];
}

/** A row as it stands in a file. */
interface SparseRow {
  readonly query: string;
  readonly grade: number;
  /** By feature, from 1. */
  readonly values: ReadonlyMap<number, number>;
}

/**
 * Reads judged rows as SVMlight writes them, "grade qid:query feature:value ... # comment", features from 0 or 1, what is not named
 * being 0. Rows of a query stand together.
 *
 * @returns For each file its queries; features of all files are the same columns.
 * @throws {AssistantError} INVALID_ARGUMENT, naming file and line, for a file that cannot be read or a line that is none.
 */
export function readGradedFiles(files: readonly string[]): GradedQuery[][] {
  const read = files.map((file) => readRows(file));
  const width = read.flat().reduce((most, { values }) => Math.max(most, ...values.keys()), -1) + 1;
  return read.map((rows) => {
    const queries = Map.groupBy(rows, ({ query }) => query);
    return [...queries.values()].map((own) => ({
      rows: own.map(({ grade, values }) => ({
        grade,
        values: Array.from({ length: width }, (_, feature) => values.get(feature) ?? 0),
      })),
    }));
  });
}

function readRows(file: string): SparseRow[] {
  return readText(file)
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .flatMap((line, index) => (line === '' ? [] : [readRow(line, `${file}, line ${index + 1}`)]));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new AssistantError('INVALID_ARGUMENT', `${file} cannot be read`, { cause });
  }
}

function readRow(line: string, place: string): SparseRow {
  const [grade = '', query = '', ...pairs] = line.split(/\s+/);
  const values = new Map(
    pairs.map((pair) => {
      const [feature, value = ''] = pair.split(':');
      return [Number(feature), value === '' ? Number.NaN : Number(value)] as const;
    }),
  );
  const isWhole = [...values].every(
    ([feature, value]) => Number.isInteger(feature) && feature >= 0 && Number.isFinite(value),
  );
  if (!isWhole || !(Number(grade) >= 0) || !query.startsWith('qid:'))
    throw new AssistantError('INVALID_ARGUMENT', `${place} is no "grade qid:query feature:value ..."`);
  return { query: query.slice('qid:'.length), grade: Number(grade), values };
}
