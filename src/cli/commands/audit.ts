import type { Command } from 'commander';
import { withAuditLog } from '../../assembly/open-identity.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import { addDataOption, dataDirectory } from '../data-option.ts';
import type { CommandContext } from '../program.ts';

interface VerifyOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly head?: string;
}

/** `audit verify`: whether the log of the desk is as it was written. Exit code 1 when it is not. */
export function addAuditCommand(program: Command, context: CommandContext): void {
  const group = program.command('audit').description('What was done at the desk');
  addDataOption(
    group
      .command('verify')
      .description('Recompute the chain of the log; beside a running server too. Prints its newest entry')
      .option('--head <number:hash>', 'a newest entry from before, as printed then: it must still be there'),
  ).action(async ({ head: kept, ...options }: VerifyOptions) => {
    const wanted = kept === undefined ? undefined : readHead(kept);
    const found = await withAuditLog(dataDirectory(options, context), async (audit) => ({
      firstBroken: await audit.firstBroken(),
      head: await audit.head(),
      isCut: wanted !== undefined && (await audit.read(wanted.number - 1, 1))[0]?.hash !== wanted.hash,
    }));
    const { firstBroken, head, isCut } = found;
    const newest = head === undefined ? '' : `; newest ${head.number}:${head.hash}`;
    const faults = [
      ...(firstBroken === undefined ? [] : [`Entry ${firstBroken} does not follow from those before it`]),
      ...(isCut ? [`Entry ${wanted?.number} is not the one that was there`] : []),
    ];
    const sound = `Entries: ${head?.number ?? 0}, all as they were written${newest}`;
    if (faults.length > 0) context.fail();
    context
      .output(options)
      .result({ ...found, isSound: faults.length === 0 }, faults.length === 0 ? sound : faults.join('\n'));
  });
}

function readHead(written: string): { readonly number: number; readonly hash: string } {
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(written) ?? [];
  if (number === undefined || hash === undefined)
    throw new AssistantError('INVALID_ARGUMENT', 'A head is NUMBER:HASH, as "audit verify" prints it');
  return { number: Number(number), hash };
}
