import { formatTable } from '../../src/cli/output.ts';

/** What was measured, a line each; parts of a whole with so many digits behind the point. */
export const measureTable = (measured: Readonly<Record<string, number>>, digits = 1): string =>
  formatTable([
    ['MEASURE', 'VALUE'],
    ...Object.entries(measured).map(([name, value]) => [
      name,
      Number.isInteger(value) ? String(value) : value.toFixed(digits),
    ]),
  ]);
