import { readWritten } from '../../connectors/document-source/read-written.ts';
import { createDocumentDesk, type DocumentDesk } from '../chat/desk/document-desk.ts';
import type { PublishGate } from '../chat/desk/publish-gate.ts';
import type { Settings } from '../config/config.ts';
import { createAuditLog } from '../desk/identity/audit-log.ts';
import type { Database } from '../ports/database.ts';
import type { LoadedShop } from './load-shop.ts';

const USUAL_LANGUAGE = 'en';

/** Where the texts are written that questions about the shop are answered from. */
export const openDocuments = (options: {
  readonly database: Database;
  readonly clock: () => number;
  readonly gate: Pick<PublishGate, 'admit'>;
  readonly settings: Pick<Settings, 'LIMIT_DOCUMENTS'>;
  readonly shop: Pick<LoadedShop, 'current' | 'refreshDocuments'>;
}): DocumentDesk => {
  const { database, clock, gate, settings, shop } = options;
  return createDocumentDesk({
    database,
    clock,
    gate,
    audit: createAuditLog(database),
    limitDocuments: settings.LIMIT_DOCUMENTS,
    readWritten,
    usualLanguage: () => shop.current().markets[0]?.languages[0] ?? USUAL_LANGUAGE,
    isProduct: async (productId) => (await shop.current().store.products([productId])).has(productId),
    refresh: shop.refreshDocuments,
  });
};
