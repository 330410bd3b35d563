import type { Role } from '../domain/agent.ts';
import type { EntryKind } from '../domain/person.ts';

/** Tables of the desk, as those of `Tables`. */
export interface DeskTables {
  /** Who signs in at the desk; `passwordHash` in the PHC string format. */
  agents: {
    agentId: string;
    email: string;
    firstName: string;
    role: Role;
    passwordHash: string;
    disabledAtMs: number | null;
    createdAtMs: number;
  };
  /** Signed in. `tokenHash`: SHA-256 of the cookie, hex. */
  agentSessions: {
    tokenHash: string;
    sessionId: string;
    agentId: string;
    createdAtMs: number;
    seenAtMs: number;
  };
  /** What makes the first administrator, once. */
  setupTokens: { tokenHash: string; createdAtMs: number };
  signInFailures: { subject: string; atMs: number };
  /** As `AuditEntry` of src/desk; `details` is JSON. */
  auditLog: {
    number: number;
    atMs: number;
    actor: string;
    action: string;
    subject: string;
    details: string;
    hash: string;
  };
  /** Who answers a conversation; the assistant where there is no row. */
  handlings: {
    conversationId: string;
    state: 'assistant' | 'waiting' | 'person';
    agentId: string | null;
    firstName: string | null;
    sinceMs: number;
  };
  /** What stands in conversations beside their turns, as domain `Entry`. */
  entries: {
    conversationId: string;
    number: number;
    afterMessageId: string | null;
    kind: EntryKind;
    agentId: string | null;
    firstName: string | null;
    text: string | null;
    /** Of the agent's page: the same id again is the same entry. */
    clientMessageId: string | null;
    createdAtMs: number;
  };
}
