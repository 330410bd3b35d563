import { isConstraint, isReference } from '../../src/chat/desk/cases/say-command.ts';

/** What was expected and what was understood, each command as its type and its parts. */
export interface JudgedCommands {
  readonly expected: readonly string[][];
  readonly got: readonly string[][];
}

export interface UnderstandScores {
  /** Share of cases whose commands are all as expected, to the last part. */
  readonly exact: number;
  /** Micro-averaged F1 over parts of commands. */
  readonly slotF1: number;
  /** Micro-averaged F1 over types of commands. */
  readonly commandF1: number;
  /** F1 of each type of command that was expected or understood, their mean. */
  readonly commandMacroF1: number;
  /** Share of cases whose constraints are exactly those expected, whatever else. */
  readonly constraintsExact: number;
  /** Of the cases that point at products, the share whose references are exactly those expected. */
  readonly references: number;
  readonly cases: number;
}

/** How often one command was taken for another; `-` where none was expected or none understood. */
export interface Confusion {
  readonly expected: string;
  readonly got: string;
  readonly cases: number;
}

export function scoreUnderstanding(judged: readonly JudgedCommands[]): UnderstandScores {
  const commands = Object.values(commandScores(judged));
  const pointing = judged.filter(({ expected }) => partsOf(expected).some(isReference));
  return {
    exact: shareOf(judged, (parts) => parts),
    slotF1: f1(judged.map(({ expected, got }) => [typedParts(expected), typedParts(got)])),
    commandF1: f1(judged.map(({ expected, got }) => [typesOf(expected), typesOf(got)])),
    commandMacroF1:
      commands.length === 0 ? 0 : commands.reduce((sum, score) => sum + score, 0) / commands.length,
    constraintsExact: shareOf(judged, (all) => [partsOf(all).filter(isConstraint)]),
    references: shareOf(pointing, (all) => [partsOf(all).filter(isReference)]),
    cases: judged.length,
  };
}

/** F1 of each type of command that was expected or understood. */
export function commandScores(judged: readonly JudgedCommands[]): Record<string, number> {
  const pairs = judged.map(({ expected, got }) => [typesOf(expected), typesOf(got)] as const);
  const types = [...new Set(pairs.flat(2))].sort();
  const only = (type: string, list: readonly string[]) => list.filter((each) => each === type);
  return Object.fromEntries(
    types.map((type) => [type, f1(pairs.map(([expected, got]) => [only(type, expected), only(type, got)]))]),
  );
}

/** Commands taken for others, the most frequent first. */
export function confusionsOf(judged: readonly JudgedCommands[]): Confusion[] {
  const counts = new Map<string, Confusion>();
  for (const { expected, got } of judged) {
    const missing = without(typesOf(expected), typesOf(got));
    const extra = without(typesOf(got), typesOf(expected));
    for (let at = 0; at < Math.max(missing.length, extra.length); at += 1) {
      const pair = { expected: missing[at] ?? '-', got: extra[at] ?? '-' };
      const key = `${pair.expected} ${pair.got}`;
      counts.set(key, { ...pair, cases: (counts.get(key)?.cases ?? 0) + 1 });
    }
  }
  return [...counts.values()].sort(
    (left, right) => right.cases - left.cases || (left.expected < right.expected ? -1 : 1),
  );
}

const typesOf = (commands: readonly string[][]): string[] => commands.map(([type]) => type ?? '');

const partsOf = (commands: readonly string[][]): string[] => commands.flatMap(([, ...parts]) => parts);

const typedParts = (commands: readonly string[][]): string[] =>
  commands.flatMap(([type, ...parts]) => parts.map((part) => `${type} ${part}`));

/** Share of cases in which a view of the commands is the same, the order within a command aside. */
function shareOf(
  judged: readonly JudgedCommands[],
  view: (commands: readonly string[][]) => readonly (readonly string[])[],
): number {
  const written = (commands: readonly string[][]) =>
    JSON.stringify(view(commands).map((parts) => [...parts].sort()));
  const right = judged.filter(({ expected, got }) => written(expected) === written(got));
  return judged.length === 0 ? 0 : right.length / judged.length;
}

/** A multiset without another. */
function without(list: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return list.filter((each) => {
    const at = left.indexOf(each);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/** Micro-averaged over pairs of multisets; 1 when there is nothing to find and nothing was found. */
function f1(pairs: readonly (readonly [readonly string[], readonly string[]])[]): number {
  let hits = 0;
  let wanted = 0;
  let found = 0;
  for (const [expected, got] of pairs) {
    hits += expected.length - without(expected, got).length;
    wanted += expected.length;
    found += got.length;
  }
  return wanted + found === 0 ? 1 : (2 * hits) / (wanted + found);
}
