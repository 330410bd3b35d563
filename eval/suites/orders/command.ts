import { join } from 'node:path';
import { Command } from 'commander';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import { printResult } from '../../print-result.ts';

/** `eval -- orders`. */
export const ordersCommand = (): Command =>
  new Command('orders')
    .description(
      'Order tasks of tau_retail on the embedded backend: its state after the gold actions, and what its policy forbids',
    )
    .option('--data <folder>', 'holds db.json.gz and tasks_part.json.gz')
    .option('--db <file>', 'database of tau_retail (JSON, plain or gzip)')
    .option('--tasks <file>', 'tasks with gold actions (JSON, plain or gzip)')
    .option('--json', 'print one JSON object')
    .action(async ({ data, json = false, ...given }: OrdersOptions) => {
      const { runOrders } = await import('../orders.ts');
      const db = given.db ?? (data && join(data, 'db.json.gz'));
      const tasks = given.tasks ?? (data && join(data, 'tasks_part.json.gz'));
      if (db === undefined || tasks === undefined)
        throw new AssistantError('INVALID_ARGUMENT', 'Give --data, or --db and --tasks');
      printResult(await runOrders({ db, tasks }), json);
    });

interface OrdersOptions {
  readonly data?: string;
  readonly db?: string;
  readonly tasks?: string;
  readonly json?: boolean;
}
