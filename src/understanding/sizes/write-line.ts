import { sizeLine } from '../../text/sizes/read-size.ts';
import type { Atom } from '../read-atoms.ts';

/** Atoms as one text in which sizes are compared. */
export interface SizeLine {
  readonly line: string;
  /** Where an atom begins; the end of the line for those behind the last. */
  startOf(at: number): number;
  /** The index of the atom behind a place where one ends; undefined within an atom. */
  atomBehind(place: number): number | undefined;
}

export function writeLine(atoms: readonly Atom[]): SizeLine {
  const starts: number[] = [];
  const ending = new Map<number, number>();
  let line = '';
  atoms.forEach(({ raw, start }, at) => {
    const before = atoms[at - 1];
    if (before !== undefined && before.end < start) line += ' ';
    starts.push(line.length);
    line += sizeLine(raw);
    ending.set(line.length, at + 1);
  });
  return {
    line,
    startOf: (at) => starts[at] ?? line.length,
    atomBehind: (place) => ending.get(place),
  };
}
