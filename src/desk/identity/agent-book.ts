import type { AgentAccount, Role } from '../../domain/agent.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import type { Query } from '../../ports/database.ts';

export interface NewAgent {
  readonly agentId: string;
  readonly email: string;
  readonly firstName: string;
  readonly role: Role;
  readonly passwordHash: string;
}

/** Letters of an address are alike in capitals. */
export const toEmail = (written: string): string => written.trim().toLowerCase();

/** @throws {AssistantError} CONFLICT when the address is somebody's already. */
export async function insertAgent(write: Query, agent: NewAgent, atMs: number): Promise<void> {
  const known = await write
    .selectFrom('agents')
    .select('agentId')
    .where('email', '=', agent.email)
    .executeTakeFirst();
  if (known !== undefined)
    throw new AssistantError('CONFLICT', 'Somebody signs in with this address already');
  await write
    .insertInto('agents')
    .values({ ...agent, disabledAtMs: null, createdAtMs: atMs })
    .execute();
}

/** By id or address, with the hash of the password. */
export async function findAgent(
  query: Query,
  by: { readonly agentId: string } | { readonly email: string },
): Promise<(AgentAccount & { readonly passwordHash: string }) | undefined> {
  const rows = query.selectFrom('agents').selectAll();
  const row = await ('email' in by
    ? rows.where('email', '=', by.email)
    : rows.where('agentId', '=', by.agentId)
  ).executeTakeFirst();
  return row === undefined ? undefined : { ...toAccount(row), passwordHash: row.passwordHash };
}

export async function listAgents(query: Query): Promise<readonly AgentAccount[]> {
  const rows = await query
    .selectFrom('agents')
    .selectAll()
    .orderBy('createdAtMs')
    .orderBy('agentId')
    .execute();
  return rows.map(toAccount);
}

export const countAdmins = async (query: Query): Promise<number> =>
  (await listAgents(query)).filter(({ role, isDisabled }) => role === 'admin' && !isDisabled).length;

const toAccount = (row: {
  readonly agentId: string;
  readonly email: string;
  readonly firstName: string;
  readonly role: Role;
  readonly disabledAtMs: number | null;
  readonly createdAtMs: number;
}): AgentAccount => ({
  agentId: row.agentId,
  email: row.email,
  firstName: row.firstName,
  role: row.role,
  isDisabled: row.disabledAtMs !== null,
  createdAt: new Date(row.createdAtMs).toISOString(),
});
