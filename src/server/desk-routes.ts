import type { CaseDesk } from '../chat/desk/case-desk.ts';
import type { ConversationDesk } from '../chat/desk/conversation-desk.ts';
import type { DocumentDesk } from '../chat/desk/document-desk.ts';
import type { DraftDesk } from '../chat/desk/draft-desk.ts';
import type { LessonDesk } from '../chat/desk/lesson-desk.ts';
import type { PreviewDesk } from '../chat/desk/preview-desk.ts';
import type { PublishGate } from '../chat/desk/publish-gate.ts';
import type { ReadCatalogueHealth } from '../chat/desk/reports/catalogue-health.ts';
import type { TestSearch } from '../chat/desk/search-tester.ts';
import type { SettingsDesk } from '../chat/desk/settings-desk.ts';
import type { SuggestionDesk } from '../chat/desk/suggestion-desk.ts';
import type { AssignConversation } from '../desk/assigning.ts';
import type { CloseConversation } from '../desk/closing-book.ts';
import type { DeskFeed } from '../desk/desk-feed.ts';
import type { AuditLog } from '../desk/identity/audit-log.ts';
import type { DeskIdentity } from '../desk/identity/desk-identity.ts';
import type { NoteBook } from '../desk/note-book.ts';
import type { QueueBook } from '../desk/queue-book.ts';
import type { ReadMarks } from '../desk/read-marks.ts';
import type { ReportDesk } from '../desk/reports/report-desk.ts';
import type { DeskCookie } from './desk-cookie.ts';
import type { Route } from './route.ts';
import { agentRoutes } from './routes/desk/agents.ts';
import { auditRoutes } from './routes/desk/audit.ts';
import { caseRoutes } from './routes/desk/cases.ts';
import { catalogueRoutes } from './routes/desk/catalogue.ts';
import { closingRoutes } from './routes/desk/closing.ts';
import { deskConversationRoutes } from './routes/desk/conversation.ts';
import { documentRoutes } from './routes/desk/documents.ts';
import { draftRoutes } from './routes/desk/drafts.ts';
import { lessonRoutes } from './routes/desk/lessons.ts';
import { noteRoutes } from './routes/desk/notes.ts';
import { openIdRoutes } from './routes/desk/open-id.ts';
import { ownAccountRoutes } from './routes/desk/own-account.ts';
import { passkeyRoutes } from './routes/desk/passkeys.ts';
import { queueRoutes } from './routes/desk/queue.ts';
import { readCountRoutes } from './routes/desk/read-counts.ts';
import { reportRoutes } from './routes/desk/reports.ts';
import { searchTesterRoutes } from './routes/desk/search-tester.ts';
import { sessionRoutes } from './routes/desk/session.ts';
import { deskSettingRoutes } from './routes/desk/settings.ts';
import { deskStreamRoutes } from './routes/desk/stream.ts';

/** What the shop's own people work with, behind the routes of the desk. */
export interface DeskRooms {
  /** Who signs in. */
  readonly identity: DeskIdentity;
  /** What they did. */
  readonly audit: AuditLog;
  /** What is set at the desk. */
  readonly settings: SettingsDesk;
  /** What questions about the shop are answered from. */
  readonly documents: DocumentDesk;
  /** Frozen conversations. */
  readonly cases: CaseDesk;
  /** Plays them before something is published. */
  readonly gate: PublishGate;
  /** What a change would do to what was asked. */
  readonly previews: PreviewDesk;
  readonly queue: QueueBook;
  /** What changes in it, as it changes. */
  readonly news: DeskFeed;
  readonly conversations: ConversationDesk;
  readonly close: CloseConversation;
  readonly assign: AssignConversation;
  readonly notes: NoteBook;
  /** What was read of conversations. */
  readonly marks: Pick<ReadMarks, 'counts'>;
  readonly reports: ReportDesk;
  readonly catalogueHealth: ReadCatalogueHealth;
  readonly testSearch: TestSearch;
  /** Replies that are held, and lists that are corrected. */
  readonly drafts: DraftDesk;
  /** What the assistant would say where a person answers. */
  readonly suggestions: SuggestionDesk;
  /** What lists learn from corrections. */
  readonly lessons: LessonDesk;
}

export interface DeskServing {
  readonly cookie: DeskCookie;
  readonly heartbeatMs: number;
  readonly shutdown: AbortSignal;
  readonly limitMessageCharacters: number;
}

/** All routes below `/v1/desk`, except those of a conversation that the shopper's side has too (`personRoutes`). */
export function deskRoutes(rooms: DeskRooms, serving: DeskServing): Route[] {
  const { identity, audit, settings } = rooms;
  const signingIn = { identity, cookie: serving.cookie };
  return [
    ...sessionRoutes(signingIn),
    ...passkeyRoutes(signingIn),
    ...openIdRoutes(signingIn),
    ...ownAccountRoutes(signingIn),
    ...agentRoutes(signingIn),
    ...auditRoutes(audit),
    ...deskSettingRoutes(settings),
    ...documentRoutes(rooms.documents),
    ...caseRoutes(rooms),
    ...queueRoutes(rooms.queue),
    ...deskStreamRoutes({ feed: rooms.news, identity, ...serving }),
    ...deskConversationRoutes(rooms.conversations, serving.limitMessageCharacters),
    ...closingRoutes(rooms),
    ...noteRoutes({ notes: rooms.notes, ...serving }),
    ...readCountRoutes(rooms.marks),
    ...reportRoutes(rooms.reports),
    ...catalogueRoutes(rooms.catalogueHealth),
    ...searchTesterRoutes(rooms.testSearch),
    ...draftRoutes(rooms.drafts, rooms.suggestions, serving.limitMessageCharacters),
    ...lessonRoutes(rooms.lessons),
  ];
}
