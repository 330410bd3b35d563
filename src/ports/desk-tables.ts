import type { Generated } from 'kysely';
import type { Role } from '../domain/agent.ts';
import type { Channel } from '../domain/channel.ts';
import type { CaseState } from '../domain/desk/case.ts';
import type { DraftState } from '../domain/desk/draft.ts';
import type { ConversationState, Outcome } from '../domain/desk/queue.ts';
import type { SignInMethod } from '../domain/desk/session.ts';
import type { EntryKind } from '../domain/person.ts';

/** Tables of the desk, as those of `Tables`. */
export interface DeskTables {
  /** Who signs in at the desk; `passwordHash` in the PHC string format, empty where there is no password. */
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
    method: SignInMethod;
    /** Where it began; null of old ones. */
    network: string | null;
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
    state: ConversationState;
    agentId: string | null;
    firstName: string | null;
    /** Why a person was asked for, of `waiting`. */
    reason: string | null;
    /** Of `closed`. */
    outcome: Outcome | null;
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
    /** As it was written, where `text` is a translation. */
    original: string | null;
    /** JSON: the list, of `approved` and `corrected`. */
    products: string | null;
    /** Of `products`, as impressions have it. */
    listId: string | null;
    /** Of the agent's page: the same id again is the same entry. */
    clientMessageId: string | null;
    createdAtMs: number;
  };
  /** Replies that are held, as domain `Draft`. */
  drafts: {
    messageId: string;
    conversationId: string;
    version: number;
    state: DraftState;
    /** 0 of a reply that the shopper has. */
    heldUntilMs: number;
    /** JSON of the domain `Turn` as the assistant would have answered. */
    turn: string;
    /** JSON of product views. */
    alternatives: string;
    /** JSON of chat `ListMaking`. */
    making: string;
    /** JSON of the domain `DialogueState` after it. */
    dialogue: string;
    /** JSON of domain `Refinement`: what an agent made of it. */
    reply: string | null;
    /** Of who changed it last, or let it go. */
    agentId: string | null;
    firstName: string | null;
    createdAtMs: number;
  };
  /** What agents changed of lists, as domain `Correction`. */
  corrections: {
    correctionId: string;
    /** Null once the conversation is forgotten: then `wants` is empty too. */
    conversationId: string | null;
    messageId: string;
    agentId: string;
    firstName: string;
    reason: string | null;
    wants: string;
    /** JSON of strings: the kinds of things that were looked for, as rules name them; empty for anything. */
    scope: string;
    /** JSON. */
    proposed: string;
    listed: number;
    chosen: string;
    banned: string;
    createdAtMs: number;
    undoneAtMs: number | null;
    undoneBy: string | null;
    undoneFirstName: string | null;
  };
  /** As domain `Note`. */
  notes: {
    noteId: string;
    conversationId: string;
    agentId: string;
    firstName: string;
    text: string;
    createdAtMs: number;
  };
  /** Up to when an agent has seen a conversation; `readOn`: the last day (UTC) on which they opened it, which is in the audit log. */
  conversationReads: { agentId: string; conversationId: string; seenAtMs: number; readOn: string | null };
  /** How much an agent read on a day (UTC): different conversations, how often, and how many profiles of shoppers. */
  deskReads: { agentId: string; day: string; conversations: number; reads: number; profiles: number };
  /** Conversations as domain `QueueItem`, each written in the transactions that change what it tells. */
  queueLines: {
    conversationId: string;
    /** `waiting` also while a reply is held. */
    state: ConversationState;
    agentId: string | null;
    firstName: string | null;
    reason: string | null;
    heldUntilMs: number | null;
    market: string;
    locale: string;
    language: string;
    channel: Channel;
    isCustomer: number;
    wants: string;
    lastWords: string;
    messages: number;
    outcome: Outcome | null;
    satisfaction: number | null;
    sinceMs: number;
    updatedAtMs: number;
  };
  /** What was said in a conversation, by the shopper and by persons, as it is searched: normalised words with a space around each. */
  queueWords: { conversationId: string; words: string };
  /** What was said in a conversation, in another language. `textKey`: a digest of the words with their language. */
  translations: { conversationId: string; textKey: string; language: string; text: string };
  /** Whether a shopper was asked how it was, and what they said: 1 to 5. */
  satisfactions: {
    conversationId: string;
    askedAtMs: number;
    score: number | null;
    comment: string | null;
    answeredAtMs: number | null;
  };
  /** Conversations that were frozen, as domain `FrozenCase`. `written` and `doubts` are JSON. */
  cases: {
    caseId: string;
    version: number;
    state: CaseState;
    written: string;
    doubts: string;
    /** Of a proposed one; null once it was looked through. */
    conversationId: string | null;
    agentId: string;
    firstName: string;
    createdAtMs: number;
    reviewedBy: string | null;
    reviewedFirstName: string | null;
    reviewedAtMs: number | null;
  };
  /** What documents were that the desk or a later import changed: `document` is JSON of knowledge `KeptDocument`, null once removed. */
  documentChanges: {
    version: Generated<number>;
    documentId: string;
    document: string | null;
    author: string | null;
    changedAtMs: number;
  };
  /** What agents set: the newest version of a kind is in force. `value` is JSON. */
  deskSettings: {
    kind: string;
    version: number;
    value: string;
    agentId: string;
    firstName: string;
    createdAtMs: number;
  };
}
