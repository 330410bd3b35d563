import * as z from 'zod';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../desk/identity/password.ts';
import { PERMISSIONS, ROLES } from '../../domain/agent.ts';
import { SIGN_IN_METHODS } from '../../domain/desk/session.ts';
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
const givenPassword = z.string().max(LONGEST_PASSWORD);
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

const token = identifier();

export const setupSchema = z.strictObject({ token, email, firstName, password }).meta({ id: 'DeskSetup' });

export const signInSchema = z
  .strictObject({ email: z.string().max(LONGEST_EMAIL), password: givenPassword })
  .meta({ id: 'SignIn' });

export const newAgentSchema = z.strictObject({ email, firstName, role }).meta({ id: 'NewAgentAccount' });

export const changedAgentSchema = z
  .strictObject({
    firstName: firstName.exactOptional(),
    role: role.exactOptional(),
    isDisabled: z.boolean().exactOptional(),
  })
  .meta({ id: 'ChangedAgentAccount' });

export const agentPath = z.object({ agentId: identifier() });

export const agentListSchema = z.object({ agents: z.array(agentAccountSchema) }).meta({ id: 'AgentList' });

export const invitationSchema = z
  .object({
    token: z.string().meta({ description: 'Good once, for a day' }),
    link: z.string().meta({ description: 'To the page where they choose their password' }),
    expiresAt: z.string(),
  })
  .meta({ id: 'AgentInvitation' });

export const invitedAgentSchema = z
  .object({ agent: agentAccountSchema, invitation: invitationSchema })
  .meta({ id: 'InvitedAgent' });

export const readInvitationSchema = z.strictObject({ token }).meta({ id: 'ReadInvitation' });

export const invitedSchema = z
  .object({ email: z.string(), firstName: z.string() })
  .meta({ id: 'InvitedSomebody' });

export const acceptInvitationSchema = z.strictObject({ token, password }).meta({ id: 'AcceptInvitation' });

export const changedPasswordSchema = z
  .strictObject({ current: givenPassword.exactOptional(), password })
  .meta({ id: 'ChangedPassword' });

const sessionSchema = z.object({
  sessionId: z.string(),
  method: z.enum(SIGN_IN_METHODS),
  network: z.string().optional().meta({ description: 'The network it began in, not the device' }),
  beganAt: z.string(),
  seenAt: z.string(),
});

export const sessionPath = z.object({ sessionId: identifier() });

export const signedInSchema = z
  .object({
    agent: agentAccountSchema,
    sessionId: z.string().meta({ description: 'Which of the sessions this is' }),
    hasPassword: z.boolean(),
    permissions: z.array(z.enum(Object.keys(PERMISSIONS) as [keyof typeof PERMISSIONS])),
    sessions: z.array(sessionSchema),
  })
  .meta({ id: 'SignedIn' });

export const signInWaysSchema = z
  .object({
    needsSetup: z.boolean().meta({ description: 'Nobody may sign in yet' }),
    openId: z
      .object({ label: z.string() })
      .optional()
      .meta({ description: 'A provider of identities, and how the button to it reads' }),
  })
  .meta({ id: 'SignInWays' });

export const signedOutSchema = z
  .object({ signOutUrl: z.string().meta({ description: 'Where to sign out of the provider too' }) })
  .meta({ id: 'SignedOut' });

const MOST_ENTRIES = 500;
const auditNumber = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
export const auditQuery = z.object({
  after: auditNumber
    .optional()
    .meta({ description: 'Oldest first, after this number: the way to copy the log' }),
  before: auditNumber.optional().meta({ description: 'Newest first, before this number' }),
  actor: identifier().optional(),
  action: z
    .string()
    .regex(/^[a-z][a-z.-]{0,60}$/, 'must be an action, or its first part')
    .optional(),
  subject: identifier().optional(),
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
    head: z.object({ number: z.int(), hash: z.string() }).optional().meta({
      description: 'The newest entry: kept elsewhere, it shows when the end of the log was cut off',
    }),
    firstBroken: z.int().optional().meta({
      description:
        'The first entry that does not follow from those before it: the log was changed. Told on the first page alone',
    }),
  })
  .meta({ id: 'AuditLog' });
