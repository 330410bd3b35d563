import { join } from 'node:path';
import { Command, Option } from 'commander';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import { keepResult } from '../../keep-result.ts';
import { printResult } from '../../print-result.ts';
import { type RealModel, realModel } from '../../real-model.ts';

/** `eval -- orders`. */
export const ordersCommand = (): Command =>
  new Command('orders')
    .description(
      'Order tasks of tau_retail: what the shop holds after the gold actions, and what its policy forbids',
    )
    .option('--data <folder>', 'holds db.json.gz and tasks_part.json.gz')
    .option('--db <file>', 'database of tau_retail (JSON, plain or gzip)')
    .option('--tasks <file>', 'tasks with gold actions (JSON, plain or gzip)')
    .addOption(
      new Option(
        '--way <way>',
        'by the backend alone; in conversations with a model that asks for the gold actions; or without one',
      )
        .choices(['backend', 'chat', 'forms'])
        .default('backend'),
    )
    .option('--out <folder>', 'also write the result there, with day, model and versions of prompts')
    .option('--json', 'print one JSON object')
    .action(async ({ data, json = false, way, out, ...given }: OrdersOptions) => {
      const db = given.db ?? (data && join(data, 'db.json.gz'));
      const tasks = given.tasks ?? (data && join(data, 'tasks_part.json.gz'));
      if (db === undefined || tasks === undefined)
        throw new AssistantError('INVALID_ARGUMENT', 'Give --data, or --db and --tasks');
      const files = { db, tasks };
      const model = way === 'chat' ? realModel(process.env) : undefined;
      const result = way === 'backend' ? await byBackend(files) : await bySpeech({ ...files, way, model });
      if (out !== undefined) await keepResult(result, { folder: out, nowMs: Date.now(), model: model?.name });
      printResult(result, json);
      if (!json) for (const { case: id, got } of result.failures) process.stdout.write(`${id} ${got}\n`);
    });

interface Files {
  readonly db: string;
  readonly tasks: string;
}

async function byBackend(files: Files) {
  const { runOrders } = await import('../orders.ts');
  return await runOrders(files);
}

async function bySpeech(
  files: Files & { readonly way: 'chat' | 'forms'; readonly model: RealModel | undefined },
) {
  const { runOrdersChat } = await import('../orders-chat.ts');
  return await runOrdersChat(files);
}

interface OrdersOptions {
  readonly way: 'backend' | 'chat' | 'forms';
  readonly data?: string;
  readonly db?: string;
  readonly tasks?: string;
  readonly out?: string;
  readonly json?: boolean;
}
