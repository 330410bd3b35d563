import { type Command, Option } from 'commander';
import * as z from 'zod';
import { agentByEmail, eraseByEmail, withIdentity } from '../../assembly/open-identity.ts';
import { ROLES, type Role } from '../../domain/agent.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import { addDataOption, dataDirectory } from '../data-option.ts';
import { formatTable } from '../output.ts';
import type { CommandContext } from '../program.ts';

interface AgentOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly name?: string;
  readonly role?: Role;
  readonly yes?: boolean;
}

/** `agents list | add | reset | disable | enable | erase`: who signs in at the desk, also when nobody can any more. No password is ever typed here. */
export function addAgentsCommand(program: Command, context: CommandContext): void {
  const group = program
    .command('agents')
    .description('Who signs in at the desk; beside a running server too');
  const command = (name: string, description: string) =>
    addDataOption(group.command(name).description(description));
  const open = (options: AgentOptions) => ({
    directory: dataDirectory(options, context),
    clock: context.clock,
  });
  const tellInvitation = (
    options: AgentOptions,
    agent: object,
    { token, expiresAt }: { readonly token: string; readonly expiresAt: string },
  ) => {
    const { PUBLIC_URL, HOST, PORT } = context.settings();
    const origin = PUBLIC_URL === undefined ? `http://${HOST}:${PORT}` : new URL(PUBLIC_URL).origin;
    const link = `${origin}/desk/#invitation=${token}`;
    const text = `Once, until ${expiresAt}, a password can be chosen at\n${link}`;
    context.output(options).result({ agent, invitation: { token, link, expiresAt } }, text);
  };

  command('list', 'Everybody who may sign in').action(async (options: AgentOptions) => {
    const agents = await withIdentity(open(options), (identity) => identity.agents());
    const rows = agents.map(({ email, firstName, role, isDisabled, createdAt }) => [
      email,
      firstName,
      role,
      isDisabled ? 'closed' : 'open',
      createdAt,
    ]);
    const table = formatTable([['EMAIL', 'NAME', 'ROLE', 'ACCOUNT', 'SINCE'], ...rows]);
    context.output(options).result({ agents }, rows.length === 0 ? 'Nobody may sign in yet' : table);
  });

  command('add <email>', 'Let somebody sign in: prints a link by which they choose a password, once')
    .requiredOption('--name <name>', 'first name, as shoppers are told it')
    .addOption(new Option('--role <role>', 'what they may do').choices(ROLES).makeOptionMandatory())
    .action(async (written: string, { name = '', role = 'viewer', ...options }: AgentOptions) => {
      const account = { email: readEmail(written), firstName: name, role };
      const { agent, invitation } = await withIdentity(open(options), (identity) =>
        identity.addAgent(account, 'command-line'),
      );
      tellInvitation(options, agent, invitation);
    });

  command('reset <email>', 'Print a link by which somebody chooses a password again, once').action(
    async (email: string, options: AgentOptions) => {
      const { agent, invitation } = await withIdentity(open(options), async (identity) => {
        const found = await agentByEmail(identity, email);
        return { agent: found, invitation: await identity.invite(found.agentId, 'command-line') };
      });
      tellInvitation(options, agent, invitation);
    },
  );

  command('erase <email>', 'Erase who somebody is; what they did stays, under an id that names nobody')
    .option('--yes', 'without it, only what would be erased is told')
    .action(async (email: string, { yes = false, ...options }: AgentOptions) => {
      const { agent, standsIn } = await withIdentity(open(options), async (identity) => ({
        agent: await agentByEmail(identity, email),
        standsIn: yes ? await eraseByEmail(identity, email) : undefined,
      }));
      const name = `${agent.firstName} (${agent.email})`;
      const text =
        standsIn === undefined
          ? `${name} would be erased, for good: say --yes`
          : `${name} is erased: ${standsIn} stands where the name stood`;
      context.output(options).result({ agentId: agent.agentId, isErased: yes }, text);
    });

  for (const [name, isDisabled, description] of [
    ['disable', true, 'Close an account: signed out everywhere, and signed in no more'],
    ['enable', false, 'Open a closed account again'],
  ] as const) {
    command(`${name} <email>`, description).action(async (email: string, options: AgentOptions) => {
      const agent = await withIdentity(open(options), async (identity) => {
        const { agentId } = await agentByEmail(identity, email);
        return await identity.changeAgent(agentId, { isDisabled }, 'command-line');
      });
      context.output(options).result({ agent }, `${agent.email} is ${isDisabled ? 'closed' : 'open'}`);
    });
  }
}

function readEmail(written: string): string {
  const email = z.email().max(254).safeParse(written.trim());
  if (!email.success) throw new AssistantError('INVALID_ARGUMENT', 'This is no e-mail address');
  return email.data;
}
