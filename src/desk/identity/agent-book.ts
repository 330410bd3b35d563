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

const LONGEST_NAME = 60;
/** Letters of nothing, and a sign of no dots, are as empty as a blank. */
const SEEN = /[[\p{L}\p{N}\p{S}]--[\u115F\u1160\u3164\uFFA0\u2800]]/v;
/** Marks that hide text or reorder what stands beside it; those that join letters and pictures are no such. */
const UNSEEN = /[\p{Cf}--[\u200C\u200D]]/gv;

/** As shoppers are told it: one line, at most 60 characters; absent when there is nothing to see. */
export function readFirstName(written: string): string | undefined {
  const line = written
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(UNSEEN, '')
    .trim();
  return SEEN.test(line) ? [...line].slice(0, LONGEST_NAME).join('') : undefined;
}

/** @throws {AssistantError} INVALID_ARGUMENT when there is nothing to see. */
export function toFirstName(written: string): string {
  const name = readFirstName(written);
  if (name === undefined) throw new AssistantError('INVALID_ARGUMENT', 'A name needs something to be read');
  return name;
}

/** @throws {AssistantError} CONFLICT when the address is somebody's already; INVALID_ARGUMENT, of the name. */
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
    .values({ ...agent, firstName: toFirstName(agent.firstName), disabledAtMs: null, createdAtMs: atMs })
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
