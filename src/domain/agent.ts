/** What somebody of the shop may do at the desk, from least to most; auditors read what others did, and nothing else. */
export const ROLES = ['viewer', 'agent', 'lead', 'admin', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** What roles may do. A permission that a role does not have is refused with FORBIDDEN. */
export const PERMISSIONS = {
  'conversations-read': ['viewer', 'agent', 'lead', 'admin'],
  'conversations-answer': ['agent', 'lead', 'admin'],
  'conversations-assign': ['lead', 'admin'],
  'profiles-read': ['agent', 'lead', 'admin'],
  'reports-read': ['viewer', 'lead', 'admin'],
  'conversations-export': ['lead', 'admin'],
  'settings-read': ['viewer', 'agent', 'lead', 'admin'],
  'lessons-undo': ['lead', 'admin'],
  'settings-change': ['lead', 'admin'],
  'agents-manage': ['admin'],
  'audit-read': ['admin', 'auditor'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type Permission = keyof typeof PERMISSIONS;

export const may = (role: Role, permission: Permission): boolean =>
  PERMISSIONS[permission].some((allowed) => allowed === role);

/** @param permission Every role does where none is asked for. */
export const rolesWith = (permission: Permission | undefined): readonly Role[] =>
  permission === undefined ? ROLES : PERMISSIONS[permission];

/** Somebody who signs in at the desk. */
export interface AgentAccount {
  readonly agentId: string;
  /** Lower case. */
  readonly email: string;
  /** As shoppers are told it. */
  readonly firstName: string;
  readonly role: Role;
  readonly isDisabled: boolean;
  /** ISO 8601. */
  readonly createdAt: string;
}
