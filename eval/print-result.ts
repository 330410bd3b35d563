import { formatTable } from '../src/cli/output.ts';

/** What every suite reports. */
export interface SuiteResult {
  readonly suite: string;
  readonly data: unknown;
  readonly seconds: number;
  readonly rssMb: number;
  readonly seed: number | null;
  readonly failures?: unknown;
  readonly metrics: object;
  readonly baselines?: object;
}

/** As one JSON object, or a table with a column for each baseline. */
export function printResult(result: SuiteResult, json: boolean): void {
  const metrics = flatten(result.metrics);
  const baselines = Object.entries(result.baselines ?? {}).map(
    ([name, values]) => [name, flatten(values)] as const,
  );
  const cell = (value: unknown) =>
    typeof value === 'number'
      ? Number.isInteger(value)
        ? String(value)
        : value.toFixed(Math.abs(value) < 0.01 ? 6 : 4)
      : '-';
  const rows = Object.keys(metrics).map((name) => [
    name,
    cell(metrics[name]),
    ...baselines.map(([, values]) => cell(values[name])),
  ]);
  const heads = ['MEASURE', result.suite.toUpperCase(), ...baselines.map(([name]) => name.toUpperCase())];
  const table = formatTable([heads, ...rows]);
  process.stdout.write(`${json ? JSON.stringify(result) : table}\n`);
}

/** Groups of measures ("byLocale") as measures with a dotted name. */
function flatten(values: object, prefix = ''): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'object' && value !== null
        ? Object.entries(flatten(value, `${prefix}${name}.`))
        : [[`${prefix}${name}`, value]],
    ),
  );
}

/** What was taken for what, the most frequent first. */
export function printConfusions(
  confusions: readonly { readonly expected: string; readonly got: string; readonly cases: number }[],
): void {
  const rows = confusions.map(({ expected, got, cases }) => [expected, got, String(cases)]);
  process.stdout.write(`${formatTable([['EXPECTED', 'UNDERSTOOD', 'CASES'], ...rows])}\n`);
}
