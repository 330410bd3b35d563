import { createDocumentStore } from '../knowledge/document-store.ts';
import type { Database } from '../ports/database.ts';
import type { Diagnosis } from './diagnose.ts';

const SUBJECT = 'documents';
const REMEDY = 'floorwalker import documents FOLDER';

/** What questions about the shop are answered from: none, those of the demo, or the shop's own. */
export async function diagnoseDocuments(database: Database): Promise<Diagnosis> {
  const documents = await createDocumentStore(database).all();
  if (documents.length === 0)
    return {
      subject: SUBJECT,
      state: 'remark',
      detail: 'none: questions about the shop are not answered',
      remedy: REMEDY,
    };
  const passages = documents.reduce((sum, each) => sum + each.passages.length, 0);
  const languages = [...new Set(documents.map(({ language }) => language))].sort().join(', ');
  const detail = `${documents.length} (${passages} passages; ${languages})`;
  const demo = await database.query
    .selectFrom('documents')
    .select('documentId')
    .where('origin', '=', 'demo')
    .limit(1)
    .execute();
  return demo.length === 0
    ? { subject: SUBJECT, state: 'ok', detail }
    : { subject: SUBJECT, state: 'remark', detail: `${detail}, of the demo shop`, remedy: REMEDY };
}
