import type { OpenService } from '../assembly/open-service.ts';
import { formatTable } from './output.ts';

type UsageReport = Awaited<ReturnType<OpenService['usage']['report']>>;
type Counted = UsageReport['total'];

const MICROS = 1_000_000;

/** Rows by day, purpose and model, their sum, and what is left of the budgets. */
export function describeUsage({ from, to, rows, total, budgets }: UsageReport): string {
  const head = [
    'DAY',
    'PURPOSE',
    'MODEL',
    'CALLS',
    'FAILED',
    'REFUSED',
    'IN',
    'OUT',
    'COST',
    'WH (ESTIMATE)',
  ];
  const table = formatTable([
    head,
    ...rows.map((row) => [row.day, row.purpose, row.model, ...cells(row)]),
    ['all', '', '', ...cells(total)],
  ]);
  const left = budgets.map(({ budget, period, unit, limit, spent }) =>
    unit === 'tokens'
      ? `${budget} ${period}: ${spent} of ${limit} tokens spent`
      : `${budget} ${period}: ${money(spent)} of ${money(limit)} spent`,
  );
  return [rows.length === 0 ? `No language model was asked from ${from} to ${to}` : table, ...left].join(
    '\n',
  );
}

const cells = ({ calls, failures, refused, inputTokens, outputTokens, costMicros, energyWh }: Counted) => [
  String(calls),
  String(failures),
  String(refused),
  String(inputTokens),
  String(outputTokens),
  money(costMicros),
  `${watts(energyWh.mid)} (${watts(energyWh.low)} to ${watts(energyWh.high)})`,
];

const money = (micros: number): string => (micros / MICROS).toFixed(4);
const watts = (hours: number): string => hours.toFixed(2);
