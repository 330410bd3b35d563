import { randomBytes } from 'node:crypto';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { openSqliteBeside } from '../../connectors/database/sqlite-beside.ts';
import { openSqliteReader } from '../../connectors/database/sqlite-reader.ts';
import { customerSubject } from '../customers/customer-subject.ts';
import { type Audited, type AuditLog, createAuditLog } from '../desk/identity/audit-log.ts';
import { createDeskIdentity, type DeskIdentity } from '../desk/identity/desk-identity.ts';
import { pseudonymOf } from '../desk/identity/erase-agent.ts';
import { AssistantError, isAssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';
import type { WriteAlong } from '../ports/published-by.ts';

const ID_BYTES = 18;

/**
 * Who may sign in, for whoever owns the machine; beside a running server too, which sees it with its next request.
 *
 * @throws {AssistantError} DATA_IN_USE while a server of another release runs.
 */
export async function withIdentity<T>(
  { directory, clock }: { readonly directory: string; readonly clock: () => number },
  work: (identity: DeskIdentity) => Promise<T>,
): Promise<T> {
  const database = await openAloneOrBeside(directory);
  try {
    const newId = () => randomBytes(ID_BYTES).toString('base64url').replace(/^-/, '_');
    return await work(createDeskIdentity({ database, clock, newId }));
  } finally {
    await database.close();
  }
}

async function openAloneOrBeside(directory: string) {
  try {
    return await openSqliteDatabase({ directory });
  } catch (error) {
    if (!isAssistantError(error) || error.code !== 'DATA_IN_USE') throw error;
    return openSqliteBeside(directory);
  }
}

/** The account behind an address. @throws {AssistantError} NOT_FOUND. */
export async function agentByEmail(identity: DeskIdentity, email: string) {
  const agents = await identity.agents();
  const agent = agents.find((one) => one.email === email.trim().toLowerCase());
  if (agent === undefined) throw new AssistantError('NOT_FOUND', 'Nobody signs in with this address');
  return agent;
}

/** What was done, for reading alone: beside a running server too. */
export async function withAuditLog<T>(
  directory: string,
  work: (audit: Omit<AuditLog, 'append'>) => Promise<T>,
): Promise<T> {
  const reader = openSqliteReader(directory);
  try {
    return await work(createAuditLog(reader));
  } finally {
    await reader.close();
  }
}

/** What notes a change from the command line, as part of the transaction that makes it. */
export function notingOnCommandLine(
  database: Database,
  entry: Pick<Audited, 'action' | 'subject'>,
  atMs: number,
): WriteAlong {
  const audit = createAuditLog(database);
  return (write) => audit.append(write, { ...entry, actor: 'command-line' }, atMs);
}

export const notingErasure = (database: Database, customerId: string, atMs: number): WriteAlong =>
  notingOnCommandLine(database, { action: 'customer.erase', subject: customerSubject(customerId) }, atMs);

/** Erases the account behind an address. @returns What stands in the place of the name. @throws {AssistantError} as `eraseAgent`. */
export async function eraseByEmail(identity: DeskIdentity, email: string): Promise<string> {
  const { agentId } = await agentByEmail(identity, email);
  await identity.eraseAgent(agentId, 'command-line');
  return pseudonymOf(agentId);
}
