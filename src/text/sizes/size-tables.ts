import { z } from 'zod';
import { AssistantError } from '../../errors/assistant-error.ts';
import written from './size-systems.json' with { type: 'json' };
import type { SizeName } from './written-size.ts';

/** What stands in one column of a row: everything that the size is called there. */
type Cell = readonly string[];

interface Column {
  /** "eu"; undefined where it is written alike in every system (letters, ages, waists). */
  readonly system?: string;
  /** A gender of the lexicon, where the system parts them. */
  readonly gender?: string;
}

/** Sizes of one kind of thing in all systems. */
export interface SizeTable {
  readonly id: string;
  /** Kinds of things of the lexicon, with everything narrower. */
  readonly types: readonly string[];
  /** Narrower kinds that have a table of their own. */
  readonly except: readonly string[];
  /** Whose; absent for everybody. */
  readonly gender?: string;
  /** Numbers that differ by no more are taken for the same where the exact one is not listed. */
  readonly near: number;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Of cups, beside the bands in `rows`. */
  readonly cups: readonly (readonly Cell[])[];
  /** The system that a unit stands for: centimetres are the Japanese shoe sizes. */
  readonly units: Readonly<Record<string, string>>;
}

const Table = z.strictObject({
  id: z.string(),
  source: z.string().min(1),
  types: z.array(z.string()).min(1),
  except: z.array(z.string()).default([]),
  gender: z.string().optional(),
  near: z.number().nonnegative(),
  columns: z.array(z.string()).min(2),
  units: z.record(z.string(), z.string()).default({}),
  rows: z.array(z.string()).min(1),
  cups: z.array(z.string()).default([]),
});
const Systems = z.strictObject({
  note: z.string(),
  systems: z.record(z.string(), z.array(z.string())),
  same: z.record(z.string(), z.string()),
  tables: z.array(Table),
});

/** Columns that no system names. */
const PLAIN: ReadonlySet<string> = new Set(['letter', 'age', 'waist']);

const { tables, same } = Systems.parse(written);

/** `size-systems.json`, read: a column is a system with whom it is for, a cell its names parted by commas. */
export const SIZE_TABLES: readonly SizeTable[] = tables.map(({ columns, rows, cups, gender, ...table }) => ({
  ...table,
  ...(gender === undefined ? {} : { gender }),
  columns: columns.map(toColumn),
  rows: rows.map((row) => toCells(row, columns.length)),
  cups: cups.map((row) => toCells(row, columns.length)),
}));

/** The system whose numbers another one has: German sizes are the European ones. */
export const plainSystem = (system: string): string => same[system] ?? system;

function toColumn(name: string): Column {
  const [system = '', gender] = name.split(' ');
  if (PLAIN.has(system)) return {};
  return gender === undefined ? { system } : { system, gender };
}

function toCells(row: string, columns: number): readonly Cell[] {
  const cells = row.split('|').map((cell) => cell.split(',').flatMap((name) => name.trim() || []));
  if (cells.length !== columns)
    throw new AssistantError('INVALID_ARGUMENT', `A row of sizes has ${cells.length} cells, not ${columns}`, {
      details: { row },
    });
  return cells;
}

/** Sizes that one size may be in other systems, all by one reading of it. */
export interface Conversion {
  /** What it was read as; undefined where it is written alike in every system. */
  readonly system: string | undefined;
  readonly names: readonly SizeName[];
  /** See {@link SizeTable.near}. */
  readonly near: number;
}

/**
 * What a size is called in other systems, about: makers differ. One conversion for each reading that the table allows: "US 9" of
 * women and of men; a number without a system is read in the European column when that has it.
 *
 * @param genders Of the lexicon; empty when unknown.
 */
export function convertSize(
  name: SizeName,
  table: SizeTable,
  genders: ReadonlySet<string>,
): readonly Conversion[] {
  const system =
    name.system === undefined ? undefined : (table.units[name.system] ?? plainSystem(name.system));
  const readings = table.columns.flatMap((column, at): Conversion[] => {
    const isMeant = system === undefined || column.system === undefined || column.system === system;
    if (!isMeant || !isFor(column.gender, genders)) return [];
    return wearersOf(table, column, genders).flatMap((wearers) => {
      const names = namesBeside(name.figure, at, table, wearers);
      return names.length === 0 ? [] : [{ system: column.system, names, near: table.near }];
    });
  });
  const european = readings.filter((reading) => reading.system === EUROPEAN);
  return name.system === undefined && european.length > 0 ? european : readings;
}

const EUROPEAN = 'eu';

/** Whom a reading may be for: as said, as the column has it, else each that the table parts. */
function wearersOf(
  { columns }: SizeTable,
  { gender }: Column,
  genders: ReadonlySet<string>,
): readonly ReadonlySet<string>[] {
  if (genders.size > 0) return [genders];
  if (gender !== undefined) return [new Set([gender])];
  const parted = [...new Set(columns.flatMap((column) => column.gender ?? []))];
  return parted.length === 0 ? [genders] : parted.map((each) => new Set([each]));
}

/** Whether something for somebody may be for one of these. */
export const isFor = (gender: string | undefined, genders: ReadonlySet<string>): boolean =>
  gender === undefined || genders.size === 0 || genders.has(gender);

const JOINED = /^(\d+)([a-z]+)$/;

/** The rows that hold a figure in a column, told in all other columns. */
function namesBeside(
  figure: string,
  column: number,
  { columns, rows, cups, near }: SizeTable,
  genders: ReadonlySet<string>,
): readonly SizeName[] {
  const [, band, cup] = cups.length === 0 ? [] : (JOINED.exec(figure) ?? []);
  if (band !== undefined && cup !== undefined) {
    const cupRows = cups.filter((row) => row[column]?.includes(cup));
    return columns.flatMap((other, at) =>
      cupRows.flatMap((cupRow) =>
        (cupRow[at] ?? []).flatMap((letters) =>
          figuresAt(band, column, at, rows, 0).map((number) => toName(`${number}${letters}`, other)),
        ),
      ),
    );
  }
  return columns.flatMap((other, at) =>
    isFor(other.gender, genders)
      ? figuresAt(figure, column, at, rows, near).map((written) => toName(written, other))
      : [],
  );
}

function figuresAt(
  figure: string,
  column: number,
  other: number,
  rows: readonly (readonly Cell[])[],
  near: number,
): readonly string[] {
  const named = rows.filter((row) => row[column]?.includes(figure) === true);
  const meant = named.length > 0 ? named : nearestRows(Number(figure), column, rows, near);
  return [...new Set(meant.flatMap((row) => row[other] ?? []))];
}

/** Of numbers between two rows: "42 2/3", which is about 42.5. */
function nearestRows(
  number: number,
  column: number,
  rows: readonly (readonly Cell[])[],
  near: number,
): readonly (readonly Cell[])[] {
  if (!Number.isFinite(number) || near === 0) return [];
  const distances = rows.map((row) =>
    Math.min(...(row[column] ?? []).map((written) => Math.abs(Number(written) - number))),
  );
  const least = Math.min(...distances.filter((distance) => distance <= near));
  return rows.filter((_, at) => distances[at] === least);
}

const toName = (figure: string, { system }: Column): SizeName =>
  system === undefined ? { figure } : { figure, system };
