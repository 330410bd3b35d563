import * as z from 'zod';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../desk/identity/password.ts';
import { PERMISSIONS, ROLES } from '../../domain/agent.ts';
import { identifier } from './text.ts';

const LONGEST_NAME = 60;
const LONGEST_EMAIL = 254;

const email = z.email().max(LONGEST_EMAIL);
const firstName = z.string().trim().min(1).max(LONGEST_NAME).meta({ description: 'As shoppers are told it' });
const password = z
  .string()
  .min(SHORTEST_PASSWORD)
  .max(LONGEST_PASSWORD)
  .meta({ description: `${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters` });
const role = z.enum(ROLES);

export const agentAccountSchema = z
  .object({
    agentId: z.string(),
    email: z.string(),
    firstName: z.string(),
    role,
    isDisabled: z.boolean(),
    createdAt: z.string(),
  })
  .meta({ id: 'AgentAccount' });

export const setupSchema = z
  .strictObject({ token: identifier(), email, firstName, password })
  .meta({ id: 'DeskSetup' });

export const signInSchema = z
  .strictObject({ email: z.string().max(LONGEST_EMAIL), password: z.string().max(LONGEST_PASSWORD) })
  .meta({ id: 'SignIn' });

export const newAgentSchema = z
  .strictObject({ email, firstName, password, role })
  .meta({ id: 'NewAgentAccount' });

export const changedAgentSchema = z
  .strictObject({
    firstName: firstName.exactOptional(),
    role: role.exactOptional(),
    isDisabled: z.boolean().exactOptional(),
    password: password.exactOptional(),
  })
  .meta({ id: 'ChangedAgentAccount' });

export const agentPath = z.object({ agentId: identifier() });

export const agentListSchema = z.object({ agents: z.array(agentAccountSchema) }).meta({ id: 'AgentList' });

export const signedInSchema = z
  .object({
    agent: agentAccountSchema,
    permissions: z.array(z.enum(Object.keys(PERMISSIONS) as [keyof typeof PERMISSIONS])),
    sessions: z.array(z.object({ sessionId: z.string(), beganAt: z.string(), seenAt: z.string() })),
  })
  .meta({ id: 'SignedIn' });

const MOST_ENTRIES = 500;
export const auditQuery = z.object({
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  limit: z.coerce.number().int().min(1).max(MOST_ENTRIES).default(100),
});

export const auditSchema = z
  .object({
    entries: z.array(
      z.object({
        number: z.int(),
        at: z.string(),
        actor: z.string(),
        action: z.string(),
        subject: z.string(),
        details: z.record(z.string(), z.string()),
        hash: z.string(),
      }),
    ),
    firstBroken: z.int().optional().meta({
      description: 'The first entry that does not follow from those before it: the log was changed',
    }),
  })
  .meta({ id: 'AuditLog' });
