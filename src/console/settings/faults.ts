import type { Problem } from '../problem.ts';

/** What is wrong with a part of what was sent. */
export interface Fault {
  /** RFC 6901, from the value itself on: "/rules/3/words/0". */
  readonly pointer: string;
  readonly message: string;
}

/** The parts that the server found fault with, of a value that was sent alone or to be tried. */
export function faultsOf(problem: Problem | undefined): readonly Fault[] {
  const errors = problem?.body.errors;
  if (!Array.isArray(errors)) return [];
  return (errors as readonly Fault[]).map(({ pointer, message }) => ({
    pointer: pointer.replace(/^\/value(?:\/rule(?=\/))?/, ''),
    message,
  }));
}

/** Those at a place or below it, as one sentence; undefined where there are none. */
export function faultAt(faults: readonly Fault[], pointer: string): string | undefined {
  const found = faults.filter(
    (fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`),
  );
  return found.length === 0 ? undefined : found.map(({ message }) => message).join('; ');
}
