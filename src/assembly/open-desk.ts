import type { DocumentDesk } from '../chat/desk/document-desk.ts';
import type { DraftDesk } from '../chat/desk/draft-desk.ts';
import type { LessonDesk } from '../chat/desk/lesson-desk.ts';
import { createSettingsDesk } from '../chat/desk/settings-desk.ts';
import type { SuggestionDesk } from '../chat/desk/suggestion-desk.ts';
import { createAuditLog } from '../desk/identity/audit-log.ts';
import { createDeskIdentity } from '../desk/identity/desk-identity.ts';
import type { OpenIdOptions } from '../desk/identity/open-id-sign-in.ts';
import { createReportDesk } from '../desk/reports/report-desk.ts';
import type { SettingsBook } from '../desk/settings-book.ts';
import type { DeskRooms } from '../server/desk-routes.ts';
import type { MerchantRooms } from './open-merchant.ts';
import { openQueueDesk, type QueueDeskOptions } from './open-queue-desk.ts';

export interface DeskOptions extends QueueDeskOptions {
  /** Unguessable, at least 128 random bits, URL-safe. */
  readonly newId: () => string;
  readonly settings: SettingsBook;
  readonly cases: Pick<DeskRooms, 'cases' | 'gate' | 'previews'>;
  readonly openId?: OpenIdOptions | undefined;
  readonly documents: DocumentDesk;
  readonly merchant: MerchantRooms;
  readonly drafts: DraftDesk;
  readonly suggestions: SuggestionDesk;
  readonly lessons: LessonDesk;
}

/** The rooms of the shop's own people. */
export function openDesk(options: DeskOptions): DeskRooms {
  const { database, clock, newId, settings, openId, drafts, suggestions, lessons, feed } = options;
  const audit = createAuditLog(database);
  return {
    identity: createDeskIdentity({
      ...{ database, clock, newId },
      ...(openId !== undefined && { openId }),
      ...(feed !== undefined && { onPutBack: feed.tell }),
    }),
    audit,
    settings: createSettingsDesk(settings, options.cases.gate),
    ...options.cases,
    ...openQueueDesk({ ...options, draftOf: drafts.draftOf }),
    documents: options.documents,
    drafts,
    suggestions,
    lessons,
    reports: createReportDesk({ database, audit, clock }),
    ...options.merchant,
  };
}
