import type { Command } from 'commander';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { notingErasure } from '../../assembly/open-identity.ts';
import { createCustomerDesk } from '../../chat/customer-desk.ts';
import { addDataOption, dataDirectory } from '../data-option.ts';
import { counted } from '../describe-rows.ts';
import type { CommandContext } from '../program.ts';
import { addCustomerTokenCommand } from './customer-token.ts';

export function addCustomersCommand(program: Command, context: CommandContext): void {
  const group = program.command('customers').description('What is kept of the customers of the shop');
  addCustomerTokenCommand(group, context);
  addDataOption(
    group
      .command('forget <customerId>')
      .description('Delete everything kept of a customer; the next training knows nothing of them'),
  ).action(async (customerId: string, options: { data?: string; json?: boolean }) => {
    const database = await openSqliteDatabase({ directory: dataDirectory(options, context) });
    try {
      const noting = notingErasure(database, customerId, context.clock());
      const forgotten = await createCustomerDesk({ database }).forget(customerId, noting);
      const parts = [
        counted(forgotten.conversations, 'conversation'),
        counted(forgotten.interactions, 'interaction'),
        counted(forgotten.impressions, 'impression'),
      ];
      context.output(options).result(forgotten, `Deleted: ${parts.join(', ')}`);
    } finally {
      await database.close();
    }
  });
}
