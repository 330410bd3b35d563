import type { Query } from '../../ports/database.ts';
import type { IdentityTables } from '../../ports/identity-tables.ts';

/** Who somebody is at a provider, and whether the groups there say what they may do here. */
export interface ExternalLogin {
  readonly issuer: string;
  readonly subject: string;
  readonly agentId: string;
  readonly followsGroups: boolean;
}

export async function findExternalLogin(
  query: Query,
  issuer: string,
  subject: string,
): Promise<ExternalLogin | undefined> {
  const row = await query
    .selectFrom('externalLogins')
    .selectAll()
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row === undefined ? undefined : toLogin(row);
}

/** Who somebody is at a provider, this one or one of before. */
export async function externalLoginOf(query: Query, agentId: string): Promise<ExternalLogin | undefined> {
  const row = await query
    .selectFrom('externalLogins')
    .selectAll()
    .where('agentId', '=', agentId)
    .executeTakeFirst();
  return row === undefined ? undefined : toLogin(row);
}

/** Takes the place of who they were at another provider. */
export async function setExternalLogin(write: Query, login: ExternalLogin, atMs: number): Promise<void> {
  const { followsGroups, ...row } = login;
  await write.deleteFrom('externalLogins').where('agentId', '=', login.agentId).execute();
  await write
    .insertInto('externalLogins')
    .values({ ...row, followsGroups: followsGroups ? 1 : 0, createdAtMs: atMs })
    .execute();
}

const toLogin = ({
  issuer,
  subject,
  agentId,
  followsGroups,
}: IdentityTables['externalLogins']): ExternalLogin => ({
  ...{ issuer, subject, agentId },
  followsGroups: followsGroups === 1,
});
