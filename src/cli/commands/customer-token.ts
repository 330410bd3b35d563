import { type Command, InvalidArgumentError } from 'commander';
import { SignJWT } from 'jose';
import { AssistantError } from '../../errors/assistant-error.ts';
import { addJsonOption } from '../data-option.ts';
import type { CommandContext } from '../program.ts';

const MOST_HOURS = 24;

/** `customers token`: what the shop would sign for a customer, for trying things by hand. */
export function addCustomerTokenCommand(group: Command, context: CommandContext): void {
  addJsonOption(group.command('token <customerId>'))
    .description('Print a customer token as the shop would sign it (needs FLOORWALKER_CUSTOMER_TOKEN_SECRET)')
    .option('--hours <number>', `hours until it ends, at most ${MOST_HOURS}`, toHours, 1)
    .action(async (customerId: string, options: { readonly hours: number; readonly json?: boolean }) => {
      const secret = context.settings().CUSTOMER_TOKEN_SECRET;
      if (secret === undefined)
        throw new AssistantError(
          'CONFIGURATION_INVALID',
          'FLOORWALKER_CUSTOMER_TOKEN_SECRET is not set: without it nobody can be proved',
        );
      const expiresAtMs = context.clock() + options.hours * 3_600_000;
      const token = await new SignJWT({})
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience('floorwalker')
        .setSubject(customerId)
        .setExpirationTime(new Date(expiresAtMs))
        .sign(new TextEncoder().encode(secret));
      const expiresAt = new Date(Math.floor(expiresAtMs / 1_000) * 1_000).toISOString();
      context.output(options).result({ customerId, token, expiresAt }, token);
    });
}

function toHours(text: string): number {
  const hours = Number(text);
  if (!(hours > 0 && hours <= MOST_HOURS))
    throw new InvalidArgumentError(`must be a number above 0, at most ${MOST_HOURS}.`);
  return hours;
}
