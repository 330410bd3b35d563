import type { Role } from '../../domain/agent.ts';

/** What a role is, in a line. */
const WHAT: Readonly<Record<Role, string>> = {
  viewer: 'reads conversations and figures',
  agent: 'also answers, and corrects lists',
  lead: 'also changes settings and undoes lessons',
  admin: 'everything, and who may sign in',
  auditor: 'reads what was done, and nothing else',
};

/** From least to most; auditors at the end. */
export const ROLES = Object.keys(WHAT) as Role[];

export const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: `${role}: ${WHAT[role]}` }));
