import { Counter, Gauge, type Registry } from 'prom-client';
import type { UsageBook, UsageRow } from '../ports/usage-book.ts';

type Labels = Readonly<Record<string, string>>;

interface Measure {
  readonly name: string;
  readonly help: string;
  /** Beside purpose and model. */
  readonly label?: string;
  /** By the value of that label; of any where there is none. */
  readonly read: (row: UsageRow) => Readonly<Record<string, number>>;
}

const MEASURES: readonly Measure[] = [
  {
    name: 'floorwalker_model_tokens_total',
    help: 'Tokens of language models',
    label: 'direction',
    read: ({ inputTokens: input, outputTokens: output }) => ({ input, output }),
  },
  {
    name: 'floorwalker_model_calls_total',
    help: 'Calls to language models; refused ones were not made, because a budget was spent',
    label: 'outcome',
    read: ({ calls, failures: failed, refused }) => ({ answered: calls - failed, failed, refused }),
  },
  {
    name: 'floorwalker_model_cost_micros_total',
    help: 'Cost of language models in millionths of the currency unit of the prices',
    read: ({ costMicros }) => ({ '': costMicros }),
  },
  {
    name: 'floorwalker_model_energy_watt_hours_total',
    help: 'Energy of language models, an estimate with its range',
    label: 'estimate',
    read: ({ energyWh }) => energyWh,
  },
];

/** Counts what language models cost since the process started, and what is left of the shop's budgets. */
export function measureUsage(registry: Registry, book: Pick<UsageBook, 'sinceStart' | 'budgets'>): void {
  const registers = [registry];
  for (const { name, help, label, read } of MEASURES) {
    registry.removeSingleMetric(name);
    new Counter<string>({
      name,
      help,
      labelNames: ['purpose', 'model', ...(label === undefined ? [] : [label])],
      registers,
      collect() {
        this.reset();
        for (const row of book.sinceStart()) {
          const { purpose, model } = row;
          for (const [value, amount] of Object.entries(read(row))) {
            const labels: Labels = { purpose, model, ...(label === undefined ? {} : { [label]: value }) };
            this.inc(labels, amount);
          }
        }
      },
    });
  }
  const left = 'floorwalker_model_budget_left';
  registry.removeSingleMetric(left);
  new Gauge({
    name: left,
    help: 'What is left of the budgets of the shop for language models, in tokens and in millionths of the currency unit',
    labelNames: ['budget', 'unit'],
    registers,
    async collect() {
      for (const { budget, unit, left: value } of await book.budgets()) this.set({ budget, unit }, value);
    },
  });
}
