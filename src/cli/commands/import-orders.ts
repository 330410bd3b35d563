import type { Command } from 'commander';
import { type ImportOrdersReport, importOrders } from '../../../connectors/commerce-backend/import-orders.ts';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { addDataOption, dataDirectory } from '../data-option.ts';
import { counted, describeRows } from '../describe-rows.ts';
import type { CommandContext } from '../program.ts';

/** `import orders`, beside the other things that are brought in. */
export function addImportOrdersCommand(group: Command, context: CommandContext): void {
  addDataOption(
    group
      .command('orders <file>')
      .description('Bring accounts and orders in: JSON lines, "type" account or order each'),
  ).action(async (file: string, options: { readonly data?: string; readonly json?: boolean }) => {
    const database = await openSqliteDatabase({ directory: dataDirectory(options, context) });
    try {
      const report = await importOrders({ database, file, clock: context.clock, signal: context.signal });
      context.output(options).result(report, describeReport(report));
    } finally {
      await database.close();
    }
  });
}

function describeReport({ accounts, orders, changed, rejected, rejectedTotal }: ImportOrdersReport): string {
  const taken = `${counted(accounts, 'account')} and ${counted(orders, 'order')}: ${changed} new or changed`;
  if (rejectedTotal === 0) return taken;
  return [taken, `${counted(rejectedTotal, 'row')} rejected:`, describeRows(rejected, rejectedTotal)].join(
    '\n',
  );
}
