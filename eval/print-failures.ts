export interface Failure {
  readonly id: string;
  readonly say: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** What was expected of what was said, and what was so instead. */
export function printFailures(failures: readonly Failure[]): void {
  for (const { id, say, expected, got } of failures)
    process.stdout.write(`\n${id}: ${say}\n  expected ${expected}\n  got      ${got}\n`);
}
